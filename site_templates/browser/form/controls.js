// The controls of the form's fields: a box, a choice, a group or a list for every shape of the program.
import { markField, ticksField, wordField } from "./choice_field.js";
import { eventParts, HISTORY, KIND } from "./event_field.js";
import { framed, helpOf } from "./field_box.js";
import { keyedField } from "./keyed_field.js";
import { levelField, withPoints } from "./level_field.js";
import { listField } from "./list_field.js";
import { textField } from "./text_field.js";

export { radiosField } from "./choice_field.js";
export { box, chooser, describe } from "./field_box.js";
export { isVacant, own } from "./lookup.js";
export { arePictures, attached, freeName, MOST, PICTURES } from "./pictures.js";

/**
 * @typedef {import("./field_box.js").Path} Path
 * @typedef {import("./field_box.js").Shape} Shape
 */

/** @type {(shape: Shape, inside: boolean) => string} */
const labelOf = ({ label, required }, inside) => {
  if (!required) return label;
  return `${label} ${inside ? "(wajib bila kelompok ini diisi)" : "(wajib)"}`;
};

/**
 * What makes the field of a shape at a path.
 * @param {import("./field_box.js").Host} host
 */
export const fields = (host) => {
  /** @type {(shape: Shape, path: Path) => HTMLElement} */
  const inner = (shape, path) => field(shape, path, typeof path[path.length - 2] !== "number");
  /** @type {(shape: Shape, path: Path) => HTMLElement[]} */
  const history = ({ inner: parts = [] }, path) => {
    const [kinds, others] = [true, false].map((wanted) => parts.filter(({ key }) => (key === KIND) === wanted));
    const [choice] = kinds.map((kind) => inner(kind, [...path, KIND]));
    return eventParts(others, path, choice, host, inner);
  };
  /** @type {(shape: Shape, path: Path, label: string) => HTMLElement} */
  const one = (shape, path, label) => {
    if (shape.kind === "ya_tidak") return markField(shape, path, host);
    if (shape.kind === "kata") return wordField(shape, path, label, host);
    if (shape.kind !== "kelompok") return textField(shape, path, label, host);
    const parts =
      path[0] === HISTORY ? history(shape, path) : (shape.inner ?? []).map((each) => inner(each, [...path, each.key]));
    return framed(path, label, helpOf(shape), ...parts);
  };
  /** @type {(shape: Shape, path: Path, inside?: boolean) => HTMLElement} */
  const field = (shape, path, inside = false) => {
    const label = labelOf(shape, inside);
    if (shape.keyed) return withPoints(keyedField(shape, path, label, host, inner), path, host);
    const levels = levelField(shape, path, label, host);
    if (levels) return levels;
    if (!shape.most) return one(shape, path, label);
    const all = shape.kind === "kata" && shape.most >= Object.keys(host.words(shape.vocabulary)).length;
    return all ? ticksField(shape, path, label, host) : listField(shape, path, label, host, one);
  };
  return field;
};
