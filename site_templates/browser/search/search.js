// Finds entries by words and ranks them.
import { begun, entriesOf, keysOf, start } from "./index_files.js";
import { roots, words } from "./roots.js";
import { KEY_LETTERS } from "./settings.js";
import { meant } from "./spelling.js";

export { entry, fetchJson, keysOf, start } from "./index_files.js";
export { marked, passage } from "./passage.js";
export { near } from "./spelling.js";

/**
 * @typedef {import("./index_files.js").Index} Index
 * @typedef {[word: string, weight: number]} Term
 *
 * @typedef {object} Look what one word of a query finds
 * @property {Map<string, number>} scores key of an entry -> how well it fits
 * @property {Set<string>} fitting the words that fitted, to be marked in the text
 * @property {boolean} common whether the index lists only the most telling of its entries
 *
 * @typedef {object} Total what all words of a query find of one entry
 * @property {string} key
 * @property {number} fits how many of the words
 * @property {number} score
 *
 * @typedef {object} Found
 * @property {string[]} asked the words that were looked for
 * @property {string[]} keys of entries, the best first
 * @property {boolean} whole false if no entry holds all words: then those that hold most of them are given
 * @property {boolean} more whether there are more entries than are listed
 * @property {Set<string>} fitting
 */

const PLACES = [4, 2, 1]; // weight of a word in the name, in the head, in the rest
const EXACT = 1;
const ROOT = 0.8;
const BEGUN = 0.6;
const MISSPELT = 0.5;
const LONGEST_QUERY = 100;
const MOST_WORDS = 8;

/** @type {(form: string, weight: number) => Term[]} */
const family = (form, weight) => [...roots(form)].map((root) => [root, root === form ? weight : weight * ROOT]);

/**
 * Adds to `found` the entries that hold a term.
 * @type {(found: Look, index: Index, terms: Term[]) => Promise<void>}
 */
const take = async (found, index, terms) => {
  const lists = await Promise.all(terms.map(([term]) => entriesOf(index, term)));
  lists.forEach((places, at) => {
    if (!places) return;
    const [term, weight] = terms[at];
    const held = places.reduce((sum, keys) => sum + keys.length / KEY_LETTERS, 0);
    found.common ||= held >= index.terbanyak;
    found.fitting.add(term);
    places.forEach((keys, place) => {
      const score = weight * PLACES[place] * Math.log(1 + index.jumlah / held);
      for (const key of keysOf(keys)) found.scores.set(key, Math.max(score, found.scores.get(key) ?? 0));
    });
  });
};

/** @type {(index: Index, word: string) => Promise<Term[]>} */
const beginning = async (index, word) => (await begun(index, word)).map((form) => [form, BEGUN]);
/** @type {(index: Index, word: string) => Promise<Term[]>} */
const misspelt = async (index, word) => (await meant(index, word)).flatMap((form) => family(form, MISSPELT));

/**
 * One word of the query; an `open` one may be unfinished.
 * @type {(index: Index, word: string, open: boolean) => Promise<Look>}
 */
const look = async (index, word, open) => {
  /** @type {Look} */
  const found = { scores: new Map(), fitting: new Set(), common: false };
  await take(found, index, family(word, EXACT));
  if (open) await take(found, index, await beginning(index, word));
  if (!found.scores.size) await take(found, index, await misspelt(index, word));
  return found;
};

/** @type {(looks: Look[]) => Total[]} */
const totalled = (looks) => {
  /** @type {Map<string, Total>} */
  const totals = new Map();
  for (const { scores } of looks)
    for (const [key, score] of scores) {
      const total = totals.get(key) ?? { key, fits: 0, score: 0 };
      total.fits++;
      total.score += score;
      totals.set(key, total);
    }
  // Of a word that nearly all entries hold only the most telling entries are listed; the others hold it too.
  const common = looks.filter((one) => one.common);
  for (const total of totals.values()) total.fits += common.filter(({ scores }) => !scores.has(total.key)).length;
  return [...totals.values()];
};

/**
 * The entries that hold the words of `text`; the last word may be unfinished.
 * @type {(text: string) => Promise<Found>}
 */
export const search = async (text) => {
  const index = await start();
  const known = words(text.slice(0, LONGEST_QUERY)).filter((word) => !index.dilewati.has(word));
  const asked = known.slice(0, MOST_WORDS);
  const open = /[\p{L}\p{N}]$/u.test(text);
  const looks = await Promise.all(asked.map((word, at) => look(index, word, open && at === asked.length - 1)));
  const totals = totalled(looks);
  const most = Math.max(0, ...totals.map(({ fits }) => fits));
  const results = totals.filter(({ fits }) => fits === most);
  results.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
  return {
    asked,
    keys: results.map(({ key }) => key),
    whole: most === asked.length,
    more: asked.length > 0 && looks.every(({ common }) => common),
    fitting: new Set(looks.flatMap(({ fitting }) => [...fitting])),
  };
};
