// Finds a hand-in by its number on the page of their states, and puts the number into the question about it.
import { element } from "./boot.js";
import { isWhole, read, told } from "./hand_in_number.js";

/**
 * The question about any hand-in, with a number in the place of what stands for it.
 * @type {(place: HTMLElement | null, mark: string) => (number: string) => void}
 */
const question = (place, mark) => {
  const links = [...(place?.querySelectorAll("a") ?? [])].map((link) => ({ link, href: link.href }));
  const text = place?.querySelector("pre");
  const words = text?.textContent ?? "";
  return (number) => {
    const named = number || mark;
    for (const { link, href } of links) link.href = href.replaceAll(mark, named);
    if (text) text.textContent = words.replaceAll(mark, named);
  };
};

/** @param {HTMLElement} place */
export const attach = (place) => {
  const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-nomor]")]);
  const states = new Map(rows.map(({ dataset }) => [dataset.nomor ?? "", dataset.keadaan ?? ""]));
  const ask = question(document.getElementById("tanya-nomor"), place.dataset.ganti ?? "");
  const control = element("input", {
    id: "nomor-kiriman",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: false,
  });
  const said = element("p", { className: "k-note", role: "status" }, "\u00a0");
  const asking = element("a", { href: "#tanya" }, "Tanya tentang kiriman ini");
  const show = () => {
    const number = read(control.value);
    for (const row of rows) row.hidden = !row.dataset.nomor?.includes(number);
    const text = told(number, states);
    said.replaceChildren(text || "\u00a0", ...(text && isWhole(number) ? [" ", asking, "."] : []));
    ask(isWhole(number) ? number : "");
  };
  control.addEventListener("input", show);
  control.value = new URLSearchParams(location.search).get("nomor")?.slice(0, 40) ?? "";
  const opened = place.contains(document.activeElement);
  place.replaceChildren(
    element(
      "div",
      { className: "k-kolom" },
      element("label", { htmlFor: control.id }, "Nomor kiriman Anda"),
      control,
      said,
    ),
  );
  if (opened) control.focus();
  show();
};
