// What somebody typed or pasted, in the form that files have.
import { writtenAmount } from "./amounts.js";
import { readDate } from "./dates.js";
import { BANNED, oneLine, paragraphs } from "./texts.js";
import { writtenDate } from "./written_dates.js";

/**
 * @typedef {import("./form_data.d.ts").Shape} Shape
 * @typedef {import("./form_data.d.ts").Group} Group
 * @typedef {import("./form_data.d.ts").Value} Value
 */

/**
 * What is surely meant; what is not, stays as it was typed and is asked.
 * @type {(line: string, months: string[]) => string}
 */
const sureDate = (line, months) => {
  const read = readDate(line) ? null : writtenDate(line, months);
  return read && !Array.isArray(read) && read.whole ? read.date : line;
};
/** @param {string} line */
const sureAmount = (line) => {
  const { amounts, sure } = writtenAmount(line);
  return sure ? amounts[0] : line;
};

/**
 * Text as it may be kept: what hides inside it is gone; dates and amounts in the form that files have.
 * @param {string} typed
 * @param {import("./form_data.d.ts").Kind} kind
 * @param {string[]} months
 */
export const cleaned = (typed, kind, months) => {
  const lines = typed.replace(/\r\n?|\u2028|\u2029|\v/g, "\n");
  const text = lines.replace(BANNED, "").replace(/\t/g, " ");
  if (kind === "prosa") return paragraphs(text);
  const line = oneLine(text);
  if (kind === "tanggal" || kind === "hari") return sureDate(line, months);
  if (kind === "bilangan") return sureAmount(line);
  if (kind === "desimal" && /^-?[0-9]+,[0-9]+$/.test(line)) return line.replace(",", ".");
  return kind === "surel" ? line.toLowerCase() : line;
};

/**
 * @param {unknown} value
 * @returns {value is Group}
 */
export const isGroup = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/** @type {(group: Group, change: (value: Value, key: string) => Value) => Group} */
const changed = (group, change) =>
  Object.fromEntries(Object.entries(group).map(([key, value]) => [key, change(value, key)]));

/** @type {(value: Value, shape: Shape, months: string[]) => Value} */
const tidy = (value, shape, months) => {
  if (Array.isArray(value)) return value.map((item) => tidy(item, shape, months));
  if (typeof value === "string") return cleaned(value, shape.kind, months);
  if (!isGroup(value) || !shape.inner) return value;
  if (!shape.keyed) return tidied(value, shape.inner, months);
  return changed(value, (item) => tidy(item, { ...shape, keyed: false }, months));
};

/**
 * The data of an entry with every text cleaned; what no shape knows stays as it is.
 * @type {(data: Group, shapes: Shape[], months: string[]) => Group}
 */
export const tidied = (data, shapes, months) => {
  const known = new Map(shapes.map((shape) => [shape.key, shape]));
  return changed(data, (value, key) => {
    const shape = known.get(key);
    return shape ? tidy(value, shape, months) : value;
  });
};
