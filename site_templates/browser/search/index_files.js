// The files of the search index; generator/publishing/exports/search_index.py writes them and says what is in them.
import { json } from "../page/boot.js";
import { JOINED, KEY_LETTERS } from "./settings.js";

/**
 * @typedef {string[]} Posting keys of documents, run together: those of which a word is the whole name; that hold it in their
 *   names, in their head, in the rest; of which people say it; then other words to look for as well, by spaces
 * @typedef {Record<string, Posting | string>} Words by word; of a root that only one word has, that word
 * @typedef {Record<string, string>} Spellings by what is left of a word with one letter dropped: the words, by spaces
 * @typedef {{ kata: Words, ejaan: Spellings }} Kinds of files
 *
 * @typedef {object} Index the table of contents
 * @property {number} jumlah of documents
 * @property {number} terbanyak keys that are kept of a word
 * @property {Set<string>} permintaan words, several in one, that a query may say without meaning them
 * @property {Set<string>} luas words that lead to too much
 * @property {Set<string>} sendiri the region's own names
 * @property {Set<string>} kantor words by which somebody asks for an office
 * @property {Set<string>} tanpa_akar words of names, from which no root is taken
 * @property {Set<string>} tempat keys of the districts
 * @property {string[]} kata where each file of words begins
 * @property {string[]} ejaan where each file of spellings begins
 *
 * @typedef {object} Shown what a result shows of a document
 * @property {string} alamat
 * @property {string} jenis what kind of document it is
 * @property {string} nama
 * @property {string} ringkasan
 * @property {string[]} teks
 * @property {string} [perangkat_daerah] of an innovation
 * @property {[slug: string, label: string]} [tahapan] of an innovation; the label is empty where nothing is known
 * @property {string} [tempat] of an innovation
 * @property {string} [anggota] of an affair or a district: the keys of its innovations
 * @property {string} [dinas] of an affair: the keys of the agencies whose name says it
 * @property {string} [lewat] how it is called where it led to one of them
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

/** @returns {Promise<Set<string>>} the innovations of which no place is recorded */
export const unplaced = async () => new Set(keysOf((await fetchJson("tempat.json")).belum));

/** @type {string[][] | undefined} */
let said;
/** @returns {Promise<string[][]>} what people say in several words */
export const phrases = async () => {
  said ??= (await fetchJson("frasa.json")).frasa.map((/** @type {string} */ phrase) => phrase.split(" "));
  return said ?? [];
};

/** @type {Promise<Index> | undefined} */
let about;
/** @type {(list: string) => Set<string>} */
const spaced = (list) => new Set(list.split(" "));
/**
 * The beginnings that Python's `packed` wrote, each by what it shares with the one before.
 * @type {(list: string) => string[]}
 */
const unpacked = (list) => {
  let before = "";
  return list.split(" ").map(([shared = "a", ...rest]) => {
    before = before.slice(0, shared.charCodeAt(0) - 97) + rest.join("");
    return before;
  });
};
/** @returns {Promise<Index>} */
const fetchIndex = async () => {
  const index = await fetchJson("indeks.json");
  return {
    ...index,
    kata: unpacked(index.kata),
    ejaan: unpacked(index.ejaan),
    permintaan: spaced(index.permintaan),
    luas: spaced(index.luas),
    sendiri: spaced(index.sendiri),
    kantor: spaced(index.kantor),
    tanpa_akar: spaced(index.tanpa_akar),
    tempat: new Set(keysOf(index.tempat)),
  };
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
 * Where one word, root or joined words are, or nothing.
 * @type {(index: Index, word: string) => Promise<Posting | undefined>}
 */
export const posting = async (index, word) => {
  const found = await held(index, "kata", word);
  return typeof found === "string" ? posting(index, found) : found;
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
  const found = files
    .flatMap(Object.keys)
    .filter((word) => word.startsWith(beginning) && word !== beginning && !word.endsWith(JOINED));
  return found.slice(0, MOST_BEGUN);
};
