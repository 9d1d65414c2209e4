// @ts-nocheck
// Finds entries by words. generator/publishing/exports/search_index.py writes the files and says what is in them.
import { roots, words } from "./roots.js";

const base = new URL("../cari/", import.meta.url);
/** Letters of an entry's key. */
export const KEY = 5;
const PLACES = [4, 2, 1]; // weight of a word in the name, in the head, in the rest
const EXACT = 1, ROOT = 0.8, BEGUN = 0.6, MISSPELT = 0.5;
const LONGEST_QUERY = 100, MOST_WORDS = 8, MOST_BEGUN = 40, MOST_FILES = 3;

const fetched = new Map();
/** A file of the index, fetched once; a fetch that failed is tried again the next time. */
export const fetchJson = (name) => {
  if (!fetched.has(name))
    fetched.set(name, fetch(new URL(name, base)).then((answer) => {
      if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
      return answer.json();
    }).catch((error) => { fetched.delete(name); throw error; }));
  return fetched.get(name);
};
/** What a result shows of an entry. */
export const entry = (key) => fetchJson(`isi/${key}.json`);

let about;
/** The index's table of contents; fetched as soon as a search seems likely. */
export const start = () => (about ??= fetchJson("indeks.json").then((index) => ({
  ...index,
  kata: index.kata.split(" "),
  ejaan: index.ejaan.split(" "),
  dilewati: new Set(index.dilewati.split(" ")),
})).catch((error) => { about = undefined; throw error; }));

const fileOf = (starts, word) => starts.findLastIndex((begin) => begin <= word);
const file = (index, kind, at) => (at < 0 ? {} : fetchJson(`${kind}/${kind[0]}-${index[kind][at]}.json`));
/** What a file holds of `word`. Every object has a `constructor` that nobody wrote: only what is its own counts. */
const held = async (index, kind, word) => {
  const found = await file(index, kind, fileOf(index[kind], word));
  return Object.hasOwn(found, word) ? found[word] : undefined;
};

/** The entries of one word or root, or nothing. A root that only one word has points to that word. */
const entriesOf = async (index, word) => {
  const found = await held(index, "kata", word);
  return typeof found === "string" ? entriesOf(index, found) : found;
};

/** The words that begin so. Too few letters stand in too many files: then none. */
const begun = async (index, beginning) => {
  const first = Math.max(0, fileOf(index.kata, beginning));
  const last = fileOf(index.kata, beginning + "\uffff");
  if (beginning.length < 2 || last - first >= MOST_FILES) return [];
  const files = await Promise.all(Array.from({ length: last - first + 1 }, (_, at) => file(index, "kata", first + at)));
  return files.flatMap(Object.keys).filter((word) => word.startsWith(beginning) && word !== beginning).slice(0, MOST_BEGUN);
};

/** True if at most one letter is wrong, missing, too many, or swapped with its neighbour. */
export const near = (a, b) => {
  let from = 0, end = 0;
  while (from < a.length && a[from] === b[from]) from++;
  while (end < Math.min(a.length, b.length) - from && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [x, y] = [a.slice(from, a.length - end), b.slice(from, b.length - end)];
  return (x.length < 2 && y.length < 2) || (x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0]);
};

/** Words that the writer of `word` may have meant. */
const meant = async (index, word) => {
  if (word.length < 4) return [];
  const head = word.slice(0, 5);
  const items = new Set([head, ...[...head].map((_, at) => head.slice(0, at) + head.slice(at + 1))]);
  const files = await Promise.all([...items].map((item) => held(index, "ejaan", item)));
  return [...new Set(files.filter(Boolean).join(" ").split(" "))].filter((other) => near(word, other));
};

/** One word of the query: key of an entry -> how well it fits; the words that fitted, to be marked in the text. */
const look = async (index, word, open) => {
  const scores = new Map(), fitting = new Set();
  let common = false;
  const take = async (terms) => {
    const lists = await Promise.all(terms.map(([term]) => entriesOf(index, term)));
    lists.forEach((places, at) => {
      if (!places) return;
      const held = places.reduce((sum, keys) => sum + keys.length / KEY, 0);
      common ||= held >= index.terbanyak;
      fitting.add(terms[at][0]);
      places.forEach((keys, place) => {
        const score = terms[at][1] * PLACES[place] * Math.log(1 + index.jumlah / held);
        for (let i = 0; i < keys.length; i += KEY) {
          const key = keys.slice(i, i + KEY);
          if (!(scores.get(key) >= score)) scores.set(key, score);
        }
      });
    });
  };
  const family = (form, weight) => [...roots(form)].map((root) => [root, root === form ? weight : weight * ROOT]);
  await take(family(word, EXACT));
  if (open) await take((await begun(index, word)).map((form) => [form, BEGUN]));
  if (!scores.size) await take((await meant(index, word)).flatMap((form) => family(form, MISSPELT)));
  return { scores, fitting, common };
};

/**
 * The entries that hold the words of `text`, the best first; the last word may be unfinished.
 * `whole` is false if none holds all words: then those that hold most of them are given.
 */
export const search = async (text) => {
  const index = await start();
  const asked = words(text.slice(0, LONGEST_QUERY)).filter((word) => !index.dilewati.has(word)).slice(0, MOST_WORDS);
  const open = /[\p{L}\p{N}]$/u.test(text);
  const looks = await Promise.all(asked.map((word, at) => look(index, word, open && at === asked.length - 1)));
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
  const most = Math.max(0, ...[...totals.values()].map(({ fits }) => fits));
  const results = [...totals.values()].filter(({ fits }) => fits === most);
  results.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
  return {
    asked,
    keys: results.map(({ key }) => key),
    whole: most === asked.length,
    more: asked.length > 0 && common.length === asked.length,
    fitting: new Set(looks.flatMap(({ fitting }) => [...fitting])),
  };
};

const WINDOW = 150;
/** `text` as pieces [string, whether it fitted]. */
export const marked = (text, fitting) => {
  const pieces = [];
  let at = 0;
  for (const { 0: token, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    if (!fits(token, fitting)) continue;
    if (index > at) pieces.push([text.slice(at, index), false]);
    pieces.push([token, true]);
    at = index + token.length;
  }
  return at < text.length ? [...pieces, [text.slice(at), false]] : pieces;
};

const fits = (token, fitting) => {
  const [form] = words(token);
  if (!form || fitting.has(form)) return !!form;
  // Only a word that contains a root (but perhaps its first letter) can be of its family; the rest need no look.
  for (const root of fitting) if (root.length > 3 && form.includes(root.slice(1)) && roots(form).has(root)) return true;
  return false;
};

/** The passage of an entry to show: the summary if it holds a word, else where the texts first do. */
export const passage = (shown, fitting) => {
  for (const text of [shown.ringkasan, ...shown.teks]) {
    const pieces = marked(text, fitting);
    const first = pieces.findIndex(([, hit]) => hit);
    if (first < 0) continue;
    const before = first && pieces[0][0].length;
    const from = before > WINDOW / 2 ? text.indexOf(" ", before - WINDOW / 2) + 1 : 0;
    const to = from + WINDOW * 1.4 < text.length ? text.lastIndexOf(" ", from + WINDOW * 1.4) : text.length;
    const cut = text.slice(from, to > from ? to : from + WINDOW);
    return marked(`${from ? "… " : ""}${cut}${from + cut.length < text.length ? " …" : ""}`, fitting);
  }
  return [[shown.ringkasan, false]];
};
