// Ways through the data of an entry, and what people call a place or a value in it.
import { isGroup } from "../reading/values.js";
import { isEmpty } from "./entry_text.js";
import { GROUP } from "./settings.js";

/**
 * @typedef {import("./subject.d.ts").Path} Path
 * @typedef {import("../reading/form_data.d.ts").Value} Value
 * @typedef {import("../reading/form_data.d.ts").Group} Group
 */

/**
 * What is left of a group in the file: no empty values, every scalar a text.
 * @type {(data: Group) => Group}
 */
export const present = (data) => {
  const filled = Object.entries(data).filter(([, item]) => !isEmpty(item));
  return Object.fromEntries(filled.map(([key, item]) => [key, presentValue(item)]));
};
/** @type {(value: Value) => Value} */
const presentValue = (value) => {
  if (Array.isArray(value)) return value.filter((item) => !isEmpty(item)).map(presentValue);
  return isGroup(value) ? present(value) : String(value);
};

/**
 * How many nodes the data has in YAML.
 * @type {(value: Value) => number}
 */
export const nodes = (value) => {
  if (Array.isArray(value)) return value.reduce((/** @type {number} */ sum, item) => sum + nodes(item), 1);
  return isGroup(value)
    ? Object.values(value).reduce((/** @type {number} */ sum, item) => sum + 1 + nodes(item), 1)
    : 1;
};

/**
 * Every text in the data with its path.
 * @type {(value: Value, path?: Path) => [path: Path, text: string][]}
 */
export const texts = (value, path = []) => {
  if (Array.isArray(value)) return value.flatMap((item, number) => texts(item, [...path, number]));
  if (isGroup(value)) return Object.entries(value).flatMap(([key, item]) => texts(item, [...path, key]));
  return [[path, String(value)]];
};

/**
 * A place as people call it.
 * @type {(path: Path) => string}
 */
export const spokenPath = (path) => {
  const last = path[path.length - 1] ?? "";
  return typeof last === "number" ? `${spokenPath(path.slice(0, -1))} butir ${last + 1}` : last;
};

/**
 * A value that stands where another kind was wanted.
 * @type {(value: Value) => string}
 */
export const short = (value) => {
  if (Array.isArray(value)) return `daftar berisi ${value.length} butir`;
  if (!isGroup(value)) return String(value);
  return `${GROUP} ${Object.keys(value).slice(0, 4).join(", ") || "kosong"}`;
};
