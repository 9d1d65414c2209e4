// What somebody typed, as words to look for.
import { words } from "./roots.js";
import { LONGEST_PHRASE } from "./settings.js";

/**
 * @typedef {object} Asked one word of a query
 * @property {string} word
 * @property {number} weight less for a word that leads to much, least for one of a request, which is not meant by itself
 * @property {boolean} exact whether it is to be taken as it is written, because it stands in quotation marks
 * @property {boolean} telling whether it says much by itself
 * @property {boolean} twice whether it is written once for two: ibu2
 *
 * @typedef {{ from: number, words: string[] }} Run words that follow one another, and where they begin
 */

const LONGEST_QUERY = 100;
const MOST_WORDS = 8;
export const REQUEST = 0.25;
const WIDE = 0.5;
const COUNT = /^\p{N}{1,2}$/u; // how many, not what: "2 tahun", "3 kilo"
const MALAY = /(?<=\p{L}{2}[^aeiou])e$/u;
const POSSESSIVE = /(?<=\p{L}{3})ny[ae]$/u;
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
 * The word and what it is for in Indonesian where it is said the Malay way, or with a possessive: dimane, caranya.
 * @type {(word: string) => string[]}
 */
const saidAs = (word) => {
  const bare = word.replace(POSSESSIVE, "");
  return [word, word.replace(MALAY, "a"), bare, bare.replace(MALAY, "a")];
};

/**
 * The places of words that stand in `list`, alone or several in one.
 * @type {(found: string[], list: Set<string>) => Set<number>}
 */
const placesIn = (found, list) => {
  const said = runs(found, 1).filter((run) => saidAs(run.words.join("")).some((word) => list.has(word)));
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
  const typed = words(short);
  const found = typed.map((word) => word.replace(TWICE, "$1"));
  const own = placesIn(found, index.sendiri);
  const requests = placesIn(found, index.permintaan);
  /** @type {(word: string) => boolean} */
  const isWide = (word) => index.luas.has(word) || COUNT.test(word);
  const meant = found.filter((word, at) => !own.has(at) && !requests.has(at) && !isWide(word));
  /** @type {(word: string, at: number) => number} */
  const weigh = (word, at) => {
    if (own.has(at)) return 0;
    if (requests.has(at)) return REQUEST;
    return isWide(word) ? WIDE : 1;
  };
  const every = found.map((word, at) => ({
    word,
    weight: weigh(word, at),
    exact: quoted.has(word),
    twice: word !== typed[at],
    telling: weigh(word, at) === 1,
  }));
  const left = every.filter(({ weight }) => weight > REQUEST);
  const said = left.length ? every.filter(({ weight }) => weight) : every.map((one) => ({ ...one, weight: 1 }));
  const counted =
    meant.length || !left.length ? said : said.map((one) => (one.weight === WIDE ? { ...one, weight: 1 } : one));
  return counted;
};

/**
 * The places of the words that are looked for one by one: of a long query, not those of a request, nor what comes last.
 * @type {(query: Asked[]) => number[]}
 */
export const singly = (query) => {
  const least = query.length > MOST_WORDS ? REQUEST : 0;
  return [...query.keys()].filter((at) => query[at].weight > least).slice(0, MOST_WORDS);
};
