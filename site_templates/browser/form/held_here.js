// What this browser holds besides the entry that is written: other drafts, and the numbers of what was handed over.
import { element } from "../page/boot.js";
import { own } from "./controls.js";
import { begun } from "./drafts.js";
import { time } from "./keeping.js";
import { root } from "./published.js";
import { receipts } from "./receipts.js";

/** @typedef {import("./sheet.d.ts").Sheet} Sheet */

/** @type {(agency: string, sheet: Sheet) => string} */
const nameOf = (agency, { form }) => own(form.perangkat_daerah, agency)?.nama ?? "perangkat daerah belum dipilih";

/** @type {(heading: string, rows: HTMLElement[]) => HTMLElement[]} */
const folded = (heading, rows) =>
  rows.length ? [element("details", {}, element("summary", {}, heading), element("ul", {}, ...rows))] : [];

/**
 * A draft, which is opened and dropped by name, never by itself.
 * @type {(tag: "li" | "p", draft: import("./drafts.js").Begun, sheet: Sheet) => HTMLElement}
 */
const row = (tag, { id, address, title, state: { agency = "", from }, at, drop }, sheet) => {
  const link = element("a", { href: location.pathname + address }, title);
  const button = element("button", { type: "button", ariaLabel: `Hapus draf ${title}` }, "Hapus");
  const told = [nameOf(agency, sheet)];
  if (!id) told.unshift("perbaikan");
  if (at) told.push(`terakhir diubah ${time(at)}`);
  if (from) told.push(`dari berkas "${from}"`);
  const made = element(tag, {}, link, `, ${told.join(", ")}. `, element("span", { className: "k-chips" }, button));
  button.addEventListener("click", () => {
    if (confirm(`Hapus draf ${title}? Isinya hilang.`) && drop()) made.replaceChildren(`Draf ${title} dihapus.`);
  });
  return made;
};

/** @type {(sheet: Sheet) => HTMLElement[]} */
const sent = (sheet) => {
  const address = new URL("kontribusi/status/", root).href;
  return receipts().map(({ number, name, agency, earlier }) => {
    const link = element("a", { href: `${address}?nomor=${number}` }, number);
    const version = earlier ? ` Versi baru dari ${earlier}.` : "";
    return element("li", {}, link, `: ${name}, ${nameOf(agency, sheet)}.${version}`);
  });
};

/**
 * Who begins anew sees the newest draft at once.
 * @type {(sheet: Sheet, isNew: boolean) => HTMLElement[]}
 */
export const heldHere = (sheet, isNew) => {
  const others = begun().filter(({ address }) => address !== sheet.draft.address);
  const newest = isNew ? others.splice(0, 1) : [];
  const numbers = sent(sheet);
  const head = element("p", {}, element("strong", {}, "Ada draf di peramban ini."), " Pilih untuk melanjutkan:");
  return [
    ...newest.map((each) => element("div", { className: "k-box" }, head, row("p", each, sheet))),
    ...folded(
      `Draf lain di peramban ini (${others.length})`,
      others.map((each) => row("li", each, sheet)),
    ),
    ...folded(`Nomor kiriman dari peramban ini (${numbers.length})`, numbers),
  ];
};
