// The table of all entries; generator/publishing/exports/filter_table.py writes it and says what is in it.
import { fetchJson, keysOf } from "./search.js";

/**
 * @typedef {object} Facet
 * @property {string} nama
 * @property {string} label
 * @property {[slug: string, label: string][]} nilai its values
 * @property {number[][]} ragam the sets of values that occur
 * @property {number[]} isi which of the sets each row has
 * @property {number[]} belum the sets that leave open which value it is: nothing is recorded
 * @property {number[]} pasti the values that nothing unrecorded may have
 *
 * @typedef {Map<Facet, number>} Choices the value that is chosen of a facet
 * @typedef {"nama" | "terbaru" | "cocok"} Order
 * @typedef {{ certain: number, possible: number }} Count
 *
 * @typedef {object} Table rows in the order of names
 * @property {string[]} keys of the entries
 * @property {number[]} months of their latest events
 * @property {Facet[]} facets
 * @property {Map<string, number>} rowOf
 */

/** @returns {Promise<Table>} */
export const loaded = async () => {
  const { kunci, bulan, saringan } = await fetchJson("saring.json");
  const keys = keysOf(kunci);
  return {
    keys,
    months: bulan,
    facets: saringan,
    rowOf: new Map(keys.map((key, row) => [key, row])),
  };
};

/** @type {(facet: Facet, row: number) => number[]} */
const valuesOf = ({ isi, ragam }, row) => ragam[isi[row]];

/** @type {(facet: Facet, value: number, row: number) => boolean} */
const has = (facet, value, row) => valuesOf(facet, row).includes(value);

/** @type {(facet: Facet, row: number) => boolean} */
const lacks = ({ isi, belum }, row) => belum.includes(isi[row]);

/** @type {(facet: Facet, value: number, row: number) => boolean} */
const may = (facet, value, row) => has(facet, value, row) || (lacks(facet, row) && !facet.pasti.includes(value));

/**
 * Rows that fit every choice but the one of the facet `but`: those that do, and those that may, since a value of theirs
 * is not recorded.
 * @type {(rows: number[], choices: Choices, but?: Facet) => { certain: number[], possible: number[] }}
 */
export const fitting = (rows, choices, but) => {
  const wanted = [...choices].filter(([facet]) => facet !== but);
  /** @param {number} row */
  const fits = (row) => wanted.every(([facet, value]) => has(facet, value, row));
  /** @param {number} row */
  const might = (row) => !fits(row) && wanted.every(([facet, value]) => may(facet, value, row));
  return { certain: rows.filter(fits), possible: rows.filter(might) };
};

/**
 * How many rows each value of a facet would leave, and how many others perhaps.
 * @type {(facet: Facet, rows: number[], choices: Choices) => Count[]}
 */
export const counts = (facet, rows, choices) => {
  const { certain, possible } = fitting(rows, choices, facet);
  const found = facet.nilai.map(() => ({ certain: 0, possible: 0 }));
  for (const row of certain) for (const value of valuesOf(facet, row)) found[value].certain++;
  for (const row of possible) for (const value of valuesOf(facet, row)) found[value].possible++;
  const open = [...certain, ...possible].filter((row) => lacks(facet, row)).length;
  for (const [value, count] of found.entries()) if (!facet.pasti.includes(value)) count.possible += open;
  return found;
};

/**
 * The facets asked for in which one of these rows may fit, though that is not recorded.
 * @type {(rows: number[], choices: Choices) => string}
 */
export const lacking = (rows, choices) => {
  const open = [...choices].filter(([facet, value]) => rows.some((row) => !has(facet, value, row)));
  return open.map(([{ label }]) => label.toLowerCase()).join(" atau ");
};

/**
 * Sorts the rows in their place; they come with what fits best first.
 * @type {(rows: number[], order: Order, table: Table) => number[]}
 */
export const ordered = (rows, order, { months }) => {
  if (order === "nama") rows.sort((a, b) => a - b);
  if (order === "terbaru") rows.sort((a, b) => months[b] - months[a] || a - b);
  return rows;
};
