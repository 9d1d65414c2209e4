// The files of the search index; generator/publishing/exports/search_index.py writes them and says what is in them.
import { json } from "../page/boot.js";
import { KEY_LETTERS } from "./settings.js";

/**
 * @typedef {[name: string, head: string, rest: string]} Places keys of entries that hold a word there, run together
 * @typedef {Record<string, Places | string>} Words by word; of a root that only one word has, that word
 * @typedef {Record<string, string>} Spellings by what is left of a word with one letter dropped: the words, by spaces
 * @typedef {{ kata: Words, ejaan: Spellings }} Kinds of files
 *
 * @typedef {object} Index the table of contents
 * @property {number} jumlah of entries
 * @property {number} terbanyak keys that are kept of a word
 * @property {Set<string>} dilewati words that a search skips
 * @property {string[]} kata where each file of words begins
 * @property {string[]} ejaan where each file of spellings begins
 *
 * @typedef {object} Shown what a result shows of an entry
 * @property {string} alamat
 * @property {string} nama
 * @property {string} ringkasan
 * @property {string} perangkat_daerah
 * @property {[slug: string, label: string]} tahapan
 * @property {string[]} teks
 */
const base = new URL("../cari/", import.meta.url);
const MOST_BEGUN = 40;
const MOST_FILES = 3;

const EACH_KEY = new RegExp(`.{${KEY_LETTERS}}`, "g");
/**
 * The keys that are run together in one text.
 * @type {(keys: string) => string[]}
 */
export const keysOf = (keys) => keys.match(EACH_KEY) ?? [];

/** @type {Map<string, Promise<any>>} */
const fetched = new Map();
/**
 * A file of the index, fetched once; a fetch that failed is tried again the next time.
 * @param {string} name
 */
export const fetchJson = (name) => {
  const known = fetched.get(name);
  if (known) return known;
  const coming = json(new URL(name, base)).catch((error) => {
    fetched.delete(name);
    throw error;
  });
  fetched.set(name, coming);
  return coming;
};

/** @type {(key: string) => Promise<Shown>} */
export const entry = (key) => fetchJson(`isi/${key}.json`);

/** @type {Promise<Index> | undefined} */
let about;
/** @returns {Promise<Index>} */
const fetchIndex = async () => {
  const index = await fetchJson("indeks.json");
  const [kata, ejaan, skipped] = [index.kata, index.ejaan, index.dilewati].map((list) => list.split(" "));
  return { ...index, kata, ejaan, dilewati: new Set(skipped) };
};
/** The table of contents; fetched as soon as a search seems likely. */
export const start = () => {
  about ??= fetchIndex().catch((error) => {
    about = undefined;
    throw error;
  });
  return about;
};

/** @type {(starts: string[], word: string) => number} */
const fileOf = (starts, word) => starts.filter((begin) => begin <= word).length - 1;
/**
 * @template {keyof Kinds} Kind
 * @param {Index} index
 * @param {Kind} kind
 * @param {number} at
 * @returns {Promise<Kinds[Kind]>}
 */
const file = async (index, kind, at) => (at < 0 ? {} : fetchJson(`${kind}/${kind[0]}-${index[kind][at]}.json`));
/**
 * What a file holds of `word`. Every object has a `constructor` that nobody wrote: only what is its own counts.
 * @template {keyof Kinds} Kind
 * @param {Index} index
 * @param {Kind} kind
 * @param {string} word
 * @returns {Promise<Kinds[Kind][string] | undefined>}
 */
export const held = async (index, kind, word) => {
  const found = await file(index, kind, fileOf(index[kind], word));
  return Object.hasOwn(found, word) ? /** @type {Kinds[Kind][string]} */ (found[word]) : undefined;
};

/**
 * The entries of one word or root, or nothing.
 * @type {(index: Index, word: string) => Promise<Places | undefined>}
 */
export const entriesOf = async (index, word) => {
  const found = await held(index, "kata", word);
  return typeof found === "string" ? entriesOf(index, found) : found;
};

/**
 * The words that begin so. Too few letters stand in too many files: then none.
 * @type {(index: Index, beginning: string) => Promise<string[]>}
 */
export const begun = async (index, beginning) => {
  const first = Math.max(0, fileOf(index.kata, beginning));
  const last = fileOf(index.kata, `${beginning}\uffff`);
  if (beginning.length < 2 || last - first >= MOST_FILES) return [];
  const numbers = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const files = await Promise.all(numbers.map((number) => file(index, "kata", number)));
  const found = files.flatMap(Object.keys).filter((word) => word.startsWith(beginning) && word !== beginning);
  return found.slice(0, MOST_BEGUN);
};
