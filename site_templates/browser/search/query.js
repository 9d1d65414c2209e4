// What somebody typed, as words to look for.
import { words } from "./roots.js";
import { LONGEST_PHRASE } from "./settings.js";

/**
 * @typedef {object} Asked one word of a query
 * @property {string} word
 * @property {number} weight less for a word that leads to much, least for one of a request, which is not meant by itself
 * @property {boolean} exact whether it is to be taken as it is written, because it stands in quotation marks
 *
 * @typedef {{ from: number, words: string[] }} Run words that follow one another, and where they begin
 */

const LONGEST_QUERY = 100;
const MOST_WORDS = 8;
export const REQUEST = 0.25;
const WIDE = 0.5;
const TWICE = /^(\p{L}{3,})2$/u; // how messages write ibu-ibu: ibu2

/**
 * Every run of words of at least `least`, the longest first.
 * @type {(found: string[], least: number) => Run[]}
 */
export const runs = (found, least) => {
  const all = [];
  for (let length = LONGEST_PHRASE; length >= least; length--)
    for (let from = 0; from + length <= found.length; from++)
      all.push({ from, words: found.slice(from, from + length) });
  return all;
};

/**
 * The places of words that stand in `list`, alone or several in one.
 * @type {(found: string[], list: Set<string>) => Set<number>}
 */
const placesIn = (found, list) => {
  const said = runs(found, 1).filter((run) => list.has(run.words.join("")));
  return new Set(said.flatMap(({ from, words: { length } }) => Array.from({ length }, (_, at) => from + at)));
};

/**
 * The words of `text`. The region's own names fall away, and words that are not meant by themselves weigh little, while
 * another is left.
 * @type {(text: string, index: import("./index_files.js").Index) => Asked[]}
 */
export const asked = (text, index) => {
  const short = text.slice(0, LONGEST_QUERY);
  const quoted = new Set([...short.matchAll(/["“]([^"“”]*)["”]/g)].flatMap(([, inside]) => words(inside)));
  const found = words(short).map((word) => word.replace(TWICE, "$1"));
  const own = placesIn(found, index.sendiri);
  const requests = placesIn(found, index.permintaan);
  const meant = found.filter((word, at) => !own.has(at) && !requests.has(at) && !index.luas.has(word));
  /** @type {(word: string, at: number) => number} */
  const weigh = (word, at) => {
    if (own.has(at)) return 0;
    if (requests.has(at)) return REQUEST;
    return index.luas.has(word) ? WIDE : 1;
  };
  const every = found.map((word, at) => ({ word, weight: weigh(word, at), exact: quoted.has(word) }));
  const left = every.filter(({ weight }) => weight > REQUEST);
  const said = left.length ? every.filter(({ weight }) => weight) : every.map((one) => ({ ...one, weight: 1 }));
  const counted =
    meant.length || !left.length ? said : said.map((one) => (one.weight === WIDE ? { ...one, weight: 1 } : one));
  const least = counted.length > MOST_WORDS ? REQUEST : 0;
  return counted.filter(({ weight }) => weight > least).slice(0, MOST_WORDS);
};
