// What this browser holds besides the entry that is written: other drafts, and the numbers of what was handed over.
import { element } from "../page/boot.js";
import { own } from "./controls.js";
import { begun } from "./drafts.js";
import { root } from "./published.js";
import { receipts } from "./receipts.js";

/** @typedef {import("./sheet.d.ts").Sheet} Sheet */

/** @type {(agency: string, sheet: Sheet) => string} */
const nameOf = (agency, { form }) => own(form.perangkat_daerah, agency)?.nama ?? "perangkat daerah belum dipilih";
/** @param {number} at */
const time = (at) => new Date(at).toLocaleString("id", { dateStyle: "medium", timeStyle: "short" });

/** @type {(heading: string, rows: HTMLElement[]) => HTMLElement[]} */
const folded = (heading, rows) =>
  rows.length ? [element("details", {}, element("summary", {}, heading), element("ul", {}, ...rows))] : [];

/**
 * Drafts of other new entries: opened and dropped by name, never by themselves.
 * @type {(sheet: Sheet) => HTMLElement[]}
 */
const others = (sheet) => {
  const rows = begun().filter(({ id }) => id !== sheet.draft.id);
  return rows.map(({ id, title, agency, at, drop }) => {
    const link = element("a", { href: `${location.pathname}?draf=${id}` }, title);
    const button = element("button", { type: "button", ariaLabel: `Hapus draf ${title}` }, "Hapus");
    const row = element("li", {}, link, `, ${nameOf(agency, sheet)}, ${time(at)}. `, button);
    button.addEventListener("click", () => {
      if (confirm(`Hapus draf ${title}? Isinya hilang.`) && drop()) row.replaceChildren(`Draf ${title} dihapus.`);
    });
    return row;
  });
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

/** @param {Sheet} sheet */
export const heldHere = (sheet) => {
  const [drafts, numbers] = [sheet.state.known ? [] : others(sheet), sent(sheet)];
  return [
    ...folded(`Draf lain di peramban ini (${drafts.length})`, drafts),
    ...folded(`Nomor kiriman dari peramban ini (${numbers.length})`, numbers),
  ];
};
