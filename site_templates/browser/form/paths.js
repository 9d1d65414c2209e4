// Values of an entry by their path.
import { own } from "./controls.js";

/**
 * @typedef {import("../checks/subject.d.ts").Path} Path
 * @typedef {import("../reading/form_data.d.ts").Group} Group
 * @typedef {import("../reading/form_data.d.ts").Value} Value
 */

/** @type {(data: Group, path: Path) => any} */
export const at = (data, path) => path.reduce((/** @type {any} */ held, part) => own(held, String(part)), data);

/**
 * Writes a value where a path leads, and what is missing on the way.
 * @type {(data: Group, path: Path, value: Value) => void}
 */
export const put = (data, path, value) => {
  /** @type {any} */
  let holder = data;
  path.slice(0, -1).forEach((part, place) => {
    if (!own(holder, String(part))) holder[part] = typeof path[place + 1] === "number" ? [] : {};
    holder = holder[part];
  });
  holder[path[path.length - 1]] = value;
};
