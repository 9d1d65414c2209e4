// Groups that stand under words of a vocabulary.
import { element } from "../page/boot.js";
import { framed, helpOf, idOf, options, pressing } from "./field_box.js";
import { isVacant, own } from "./lookup.js";

/**
 * @typedef {import("./field_box.js").Host} Host
 * @typedef {import("./field_box.js").Path} Path
 * @typedef {import("./field_box.js").Shape} Shape
 */

/** @type {(shape: Shape, path: Path, label: string, host: Host, field: (shape: Shape, path: Path) => HTMLElement) => HTMLElement} */
export const keyedField = (shape, path, label, { words, at, put, changed }, field) => {
  const known = words(shape.vocabulary);
  const items = element("div");
  const picked = element("select", { id: `i.${idOf(path)}` });
  /** @type {(word: string, label: string) => void} */
  const remove = (word, label) => {
    const values = at(path);
    if (!isVacant(values[word]) && !confirm(`Hapus ${label}? Isinya hilang.`)) return;
    delete values[word];
    changed();
    redraw();
    picked.focus();
  };
  /** @param {string} word */
  const item = (word) => {
    const inner = (shape.inner ?? []).map((each) => field(each, [...path, word, each.key]));
    const label = own(known, word) ?? word;
    const button = pressing("Hapus", `Hapus ${label}`, () => remove(word, label));
    return framed([...path, word], label, "", ...inner, element("p", { className: "k-chips" }, button));
  };
  const redraw = () => {
    const values = at(path) ?? {};
    items.replaceChildren(...Object.keys(values).map(item));
    const left = Object.entries(known).filter(([word]) => !Object.hasOwn(values, word));
    picked.replaceChildren(...options(Object.fromEntries(left), "", "Pilih …"));
  };
  const add = pressing("Tambah", `Tambah ${shape.label.toLowerCase()}`, () => {
    const word = picked.value;
    if (!word) return picked.focus();
    put([...path, word], {});
    redraw();
    /** @type {HTMLElement | null | undefined} */ (
      items.lastElementChild?.querySelector("input, select, textarea")
    )?.focus();
  });
  redraw();
  const picking = element("label", { htmlFor: picked.id }, `${shape.label}: tambah`);
  const adding = element("p", { className: "k-chips" }, add);
  return framed(path, label, helpOf(shape), items, element("div", { className: "k-kolom" }, picking, picked), adding);
};
