// Finds a hand-in by its number on the page of their states, and puts the number into the question about it.
import { element } from "./boot.js";

const WHOLE = /\d{4}-\d{2}-\d{2}-[0-9a-f]{6}/;

/**
 * A number as it is typed or pasted, with the words around it: as a receipt has it, or as much as there is of it.
 * @param {string} typed
 */
export const read = (typed) => {
  const bare = typed
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, "");
  return WHOLE.exec(bare)?.[0] ?? bare.replace(/[^0-9a-z-]/g, "");
};

/** @param {string} number */
export const isWhole = (number) => WHOLE.exec(number)?.[0] === number;

/**
 * What is said of a number: its state where it is on the page, else what that means; nothing while it is being typed.
 * @type {(number: string, states: Map<string, string>) => string}
 */
export const told = (number, states) => {
  const state = states.get(number);
  if (state) return `Kiriman ${number}: ${state}.`;
  if (!number || [...states.keys()].some((each) => each.includes(number))) return "";
  if (!isWhole(number)) return "Nomor itu belum lengkap, atau tidak ada di sini. Contoh: 2026-11-02-a1b2c3.";
  return `Kiriman ${number} belum tercatat di sini. Mungkin belum dibuka pengelola. Anda dapat menanyakannya di bawah.`;
};

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
  place.replaceChildren(
    element(
      "div",
      { className: "k-kolom" },
      element("label", { htmlFor: control.id }, "Nomor kiriman Anda"),
      control,
      said,
    ),
  );
  show();
};
