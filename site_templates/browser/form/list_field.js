// A list: its items, each with buttons that move or remove it, and one button that adds to it.
import { element } from "../page/boot.js";
import { framed, helpOf, pressing } from "./field_box.js";
import { isVacant } from "./lookup.js";
import { PICTURES } from "./pictures.js";

/**
 * @typedef {import("./field_box.js").Host} Host
 * @typedef {import("./field_box.js").Path} Path
 * @typedef {import("./field_box.js").Shape} Shape
 * @typedef {(shape: Shape, path: Path, label: string) => HTMLElement} Drawn
 * @typedef {[item: number, button?: string] | []} Focus an item, and which of its buttons
 */

/**
 * The buttons of one item; `redraw` says what was done and where the focus goes.
 * @param {any[]} values
 * @param {number} number
 * @param {Shape} shape
 * @param {(focus: Focus, said: string) => void} redraw
 */
const buttonsOf = (values, number, { label, required }, redraw) => {
  /** @param {number} place */
  const name = (place) => `${label} ${place + 1}`;
  /** @type {(by: number, word: string) => () => void} */
  const turn = (by, word) => () => {
    [values[number], values[number + by]] = [values[number + by], values[number]];
    redraw([number + by, word], `${name(number)} menjadi ${name(number + by)}.`);
  };
  const remove = () => {
    if (!isVacant(values[number]) && !confirm(`Hapus ${name(number)}? Isinya hilang.`)) return;
    values.splice(number, 1);
    redraw([], `${name(number)} dihapus.`);
  };
  /** @type {(word: string, text: string, by: number) => HTMLButtonElement} */
  const moving = (word, text, by) =>
    Object.assign(pressing(text, `${text} ${name(number)}`, turn(by, word)), { value: word });
  return [
    ...(number > 0 ? [moving("naik", "Naikkan", -1)] : []),
    ...(number < values.length - 1 ? [moving("turun", "Turunkan", 1)] : []),
    ...(required && values.length < 2 ? [] : [pressing("Hapus", `Hapus ${name(number)}`, remove)]),
  ];
};

/** @type {(items: HTMLElement, adding: HTMLElement, focus: Focus) => void} */
const focusOn = (items, adding, [number = -1, button]) => {
  const item = items.children[number];
  const wanted = item?.querySelector(button ? `:scope > p > [value=${button}]` : "input, select, textarea");
  const found = wanted ?? item?.querySelector("button") ?? adding.firstElementChild;
  /** @type {HTMLElement} */ (found).focus();
};

/** @type {(shape: Shape, path: Path, label: string, host: Host, one: Drawn) => HTMLElement} */
export const listField = (shape, path, label, { at, put, changed }, one) => {
  const { most = 0, key, inner } = shape;
  const single = { ...shape, most: 0, required: true, help: "" };
  const fresh = () => (inner ? {} : "");
  const items = element("div");
  const adding = element("p", { className: "k-chips" });
  const told = element("span", { role: "status" });
  const draw = () => {
    /** @type {any[]} */
    const values = at(path) ?? [];
    const drawn = values.map((_, number) => {
      const made = one(single, [...path, number], `${shape.label} ${number + 1}`);
      const buttons = buttonsOf(values, number, shape, redraw);
      if (buttons.length) made.append(element("p", { className: "k-chips" }, ...buttons));
      return made;
    });
    items.replaceChildren(...drawn);
    adding.hidden = values.length >= most || key === PICTURES;
  };
  /** @type {(focus: Focus, said: string) => void} */
  const redraw = (focus, said) => {
    changed();
    draw();
    told.textContent = said;
    focusOn(items, adding, focus);
  };
  const add = () => {
    put(path, [...(at(path) ?? []), fresh()]);
    redraw([at(path).length - 1], "");
  };
  adding.append(pressing(`Tambah ${shape.label.toLowerCase()}`, null, add));
  if (shape.required && !at(path)?.length) at(path.slice(0, -1))[key] = [fresh()];
  draw();
  return framed(path, label, helpOf(shape), items, adding, told);
};
