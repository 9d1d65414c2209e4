// The table of all entries; generator/publishing/exports/filter_table.py writes it and says what is in it.
import { fetchJson, keysOf } from "./search.js";

/**
 * @typedef {object} Facet
 * @property {string} nama
 * @property {string} label
 * @property {[slug: string, label: string][]} nilai its values
 * @property {number[][]} ragam the sets of values that occur
 * @property {number[]} isi which of the sets each row has
 *
 * @typedef {Map<Facet, number>} Choices the value that is chosen of a facet
 * @typedef {"nama" | "terbaru" | "cocok"} Order
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

/**
 * Rows that fit every choice but the one of the facet `but`.
 * @type {(rows: number[], choices: Choices, but?: Facet) => number[]}
 */
export const fitting = (rows, choices, but) => {
  const wanted = [...choices].filter(([facet]) => facet !== but);
  return rows.filter((row) => wanted.every(([{ isi, ragam }, value]) => ragam[isi[row]].includes(value)));
};

/**
 * How many rows each value of a facet would leave.
 * @type {(facet: Facet, rows: number[], choices: Choices) => number[]}
 */
export const counts = (facet, rows, choices) => {
  const found = facet.nilai.map(() => 0);
  for (const row of fitting(rows, choices, facet)) for (const value of facet.ragam[facet.isi[row]]) found[value]++;
  return found;
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
