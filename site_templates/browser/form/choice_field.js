// Choices: one mark, one word, several words.
import { element } from "../page/boot.js";
import { chooser, describe, framed, helpOf, idOf } from "./field_box.js";
import { own } from "./lookup.js";

/**
 * @typedef {import("./field_box.js").Host} Host
 * @typedef {import("./field_box.js").Path} Path
 * @typedef {import("./field_box.js").Shape} Shape
 */

const FEW = 4; // words that are shown all at once instead of in a list to open

/** @type {(type: string, path: Path, word: string, label: string, about: string, checked: boolean, set: (checked: boolean) => void) => HTMLElement} */
const choice = (type, path, word, label, about, checked, set) => {
  const name = idOf(path);
  const control = element("input", { type, id: `i.${name}.${word}`, name: `i.${name}`, value: word, checked });
  control.addEventListener("change", () => set(control.checked));
  const note = about ? [element("span", { className: "k-note", id: `b.${name}.${word}` }, about)] : [];
  if (about) describe(control, note);
  return element("div", { className: "k-pilih" }, element("label", {}, control, ` ${label}`), ...note);
};

/** @type {(shape: Shape, path: Path, host: Host) => HTMLElement} */
export const markField = (shape, path, { at, put }) => {
  const checked = [true, "true", "ya"].includes(at(path));
  const control = choice("checkbox", path, "ya", shape.label, helpOf(shape), checked, (now) => put(path, now));
  return element("div", { id: `j.${idOf(path)}`, className: "k-kolom" }, control);
};

/**
 * All words at once, each with what it means.
 * @type {(shape: Shape, path: Path, label: string, host: Host) => HTMLElement}
 */
export const radiosField = (shape, path, label, { form, words, at, put }) => {
  const { vocabulary = "", required } = shape;
  const chosen = at(path) ?? "";
  const none = required ? [] : [["", "Belum diketahui"]];
  const choices = [...Object.entries(words(vocabulary)), ...none].map(([word, text]) =>
    choice("radio", path, word, text, own(form.arti[vocabulary], word) ?? "", chosen === word, () => put(path, word)),
  );
  return framed(path, label, helpOf(shape), ...choices);
};

/** @type {(shape: Shape, path: Path, label: string, host: Host) => HTMLElement} */
export const wordField = (shape, path, label, host) => {
  const { form, words, at, put } = host;
  const { vocabulary = "" } = shape;
  const known = words(vocabulary);
  if (Object.keys(known).length <= FEW) return radiosField(shape, path, label, host);
  const meanings = form.arti[vocabulary];
  return chooser(path, label, helpOf(shape), known, at(path) ?? "", (word) => put(path, word), meanings);
};

/** @type {(shape: Shape, path: Path, label: string, host: Host) => HTMLElement} */
export const ticksField = (shape, path, label, { words, at, put }) => {
  /** @returns {string[]} */
  const ticked = () => at(path) ?? [];
  /** @type {(word: string, checked: boolean) => void} */
  const tick = (word, checked) => {
    const others = ticked().filter((each) => each !== word);
    put(path, checked ? [...others, word] : others);
  };
  const choices = Object.entries(words(shape.vocabulary)).map(([word, text]) =>
    choice("checkbox", path, word, text, "", ticked().includes(word), (checked) => tick(word, checked)),
  );
  return framed(path, label, helpOf(shape), ...choices);
};
