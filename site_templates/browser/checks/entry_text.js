// An innovation's data as the text of its file: the twin of generator/contributing/entry_text.py.
import { bared, isGroup, isPrintable, stripped } from "../reading/values.js";
import { ADDRESS, BARE, BARE_VALUE, ENDS_BARE, PLAIN, TAKEN } from "./settings.js";

/**
 * @typedef {import("../reading/form_data.d.ts").Shape} Shape
 * @typedef {import("../reading/form_data.d.ts").Group} Group
 * @typedef {import("../reading/form_data.d.ts").Value} Value
 */

/**
 * Nothing to write: an empty group of empty values too, and `false`, which is what a missing mark means.
 * @type {(value: unknown) => boolean}
 */
export const isEmpty = (value) => {
  if (Array.isArray(value)) return value.every(isEmpty);
  if (isGroup(value)) return Object.values(value).every(isEmpty);
  return value === null || value === undefined || value === false || (typeof value === "string" && !stripped(value));
};

/** @type {(value: Value, kind?: string) => string} */
const scalar = (value, kind = "") => {
  const text = String(value);
  if (typeof value === "boolean" || (BARE.includes(kind) && BARE_VALUE.test(text))) return text;
  const plain = PLAIN.test(text) && ENDS_BARE.test(text) && !TAKEN.includes(text.toLowerCase());
  return plain || ADDRESS.test(text) ? text : JSON.stringify(text);
};

/** @param {string[]} lines */
const indented = (lines) => lines.map((line) => `  ${line}`);
/** @param {string} text */
const trimmed = (text) => bared(text, (sign) => sign === "\n");
/** @param {string} text */
const fitsBlock = (text) => /^[^ \t]/.test(trimmed(text)) && isPrintable(text.replaceAll("\n", ""));

/** @type {(values: Group, inner: Shape[]) => string[]} */
const keyed = (values, inner) =>
  Object.entries(values).flatMap(([word, item]) => [
    `${word}:`,
    ...indented(group(/** @type {Group} */ (item), inner)),
  ]);

/** @type {(value: Value, shape?: Shape) => string[]} */
const item = (value, shape) => {
  if (!isGroup(value)) return [`  - ${scalar(value, shape?.kind)}`];
  return group(value, shape?.inner).map((line, number) => (number ? "    " : "  - ") + line);
};

/** @type {(key: string, value: Value, shape?: Shape) => string[]} */
const field = (key, value, shape) => {
  if (isGroup(value))
    return [`${key}:`, ...indented(shape?.keyed ? keyed(value, shape.inner ?? []) : group(value, shape?.inner))];
  if (Array.isArray(value))
    return [`${key}:`, ...value.filter((one) => !isEmpty(one)).flatMap((one) => item(one, shape))];
  if (shape?.kind !== "prosa" || typeof value !== "string" || !fitsBlock(value))
    return [`${key}: ${scalar(value, shape?.kind)}`];
  const lines = trimmed(value).split("\n");
  return [`${key}: |`, ...lines.map((line) => (line ? `  ${line}` : ""))];
};

/** @type {(data: Group, shapes?: Shape[]) => string[]} */
const group = (data, shapes = []) => {
  const known = new Set(shapes.map(({ key }) => key));
  const written = shapes.filter(({ key }) => !isEmpty(data[key]));
  const rest = Object.entries(data).filter(([key, value]) => !known.has(key) && !isEmpty(value));
  return [
    ...written.flatMap((shape) => field(shape.key, data[shape.key], shape)),
    ...rest.flatMap(([key, value]) => field(scalar(key), value)),
  ];
};

/**
 * The file of an entry given by official keys; keys that no shape knows come last, as they are.
 * @type {(data: Group, shapes: Shape[], comment: string) => string}
 */
export const write = (data, shapes, comment) => [comment, ...group(data, shapes), ""].join("\n");
