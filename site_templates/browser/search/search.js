// Finds documents by words and ranks them.
import { start, unplaced } from "./index_files.js";
import { look, lookAlike, lookJoined, standsFor } from "./looks.js";
import { asked, REQUEST, runs } from "./query.js";
import { HINT } from "./settings.js";

export { entry, fetchJson, keysOf, start } from "./index_files.js";
export { marked, passage } from "./passage.js";
export { near } from "./spelling.js";

/**
 * @typedef {import("./index_files.js").Index} Index
 * @typedef {import("./index_files.js").Shown} Shown
 * @typedef {import("./looks.js").Look} Look
 * @typedef {import("./looks.js").Hit} Hit
 * @typedef {import("./query.js").Asked} Asked
 * @typedef {{ from: number, length: number, look: Look }} Part what was found of the words of a query from one on
 *
 * @typedef {object} Total what all words of a query find of one document
 * @property {string} key
 * @property {number} fits how many of the words it fits in some way
 * @property {number} covered how many it says, where one that it only fits counts less
 * @property {number} score
 *
 * @typedef {object} Found
 * @property {string[]} asked the words that were looked for
 * @property {string[]} keys of documents, the best first
 * @property {string[]} hints keys of what only answers
 * @property {boolean} whole false if nothing holds all words: then what holds most of them is given
 * @property {boolean} more whether there are more documents than are listed
 * @property {Set<string>} fitting
 * @property {Map<string, string>} through key of a document that says none of the words -> what it was found through
 * @property {[typed: string, taken: string[]][]} corrected words of which nothing was found, and what was taken instead
 * @property {Set<string>} placeless innovations that fit but for the place, which is not recorded
 */

/** @type {(asked: Asked) => boolean} whether it is more than a word of a request */
const counts = ({ weight }) => weight > REQUEST;

/** @type {(total: Total) => boolean} whether it is a result, not only an answer; words of a request alone make none */
const isShown = ({ key, fits }) => fits > 0 && !key.startsWith(HINT);

const BEFORE = 1.001; // times the score of the affair or district
const LEAST = 0.15; // of the best score, where nothing holds all words
const FEW = 3; // who gets no more is also shown what fits less well

/**
 * The looks at every word, and at every run of words that stand for one thing.
 * @type {(index: Index, query: Asked[], open: boolean) => Promise<Part[]>}
 */
const parted = async (index, query, open) => {
  const said = query.map(({ word }) => word);
  const plain = await Promise.all(said.map((word) => standsFor(index, word)));
  const together = [
    ...runs(said, 2),
    ...runs(plain, 2).filter(({ from, words }) => words.some((word, at) => word !== said[from + at])),
  ];
  const long = together.map(async ({ from, words }) => {
    return { from, length: words.length, look: await lookJoined(index, words) };
  });
  const single = query.map(async (one, from) => {
    return { from, length: 1, look: await look(index, one, open && from === query.length - 1) };
  });
  const parts = (await Promise.all([...long, ...single])).filter(({ look: { scores } }) => scores.size);
  // Words that mean one thing together are meant, though each alone may say little.
  for (const { from, length } of parts)
    if (length > 1) for (let at = from; at < from + length; at++) query[at].weight = 1;
  const known = new Set(parts.flatMap(({ from, length }) => Array.from({ length }, (_, at) => from + at)));
  const unknown = [...query.keys()].filter((at) => !known.has(at) && !query[at].exact && query[at].weight === 1);
  const alike = unknown.map(async (from) => ({ from, length: 1, look: await lookAlike(index, query[from].word) }));
  return [...parts, ...(await Promise.all(alike))];
};

/**
 * What each word finds: the best of all looks that cover it.
 * @type {(query: Asked[], parts: Part[]) => Map<string, Hit>[]}
 */
const byWord = (query, parts) =>
  query.map((_, at) => {
    /** @type {Map<string, Hit>} */
    const best = new Map();
    for (const {
      from,
      length,
      look: { scores },
    } of parts)
      if (from <= at && at < from + length)
        for (const [key, [score, share]] of scores) {
          const [before, most] = best.get(key) ?? [0, 0];
          best.set(key, [Math.max(score, before), Math.max(share, most)]);
        }
    return best;
  });

/**
 * Whether a word names a place that is a district's own or lies in one.
 * @type {(index: Index, scores: Map<string, Hit>) => boolean}
 */
const isPlace = (index, scores) => [...scores.keys()].some((key) => index.tempat.has(key));

/**
 * @param {Index} index
 * @param {Asked[]} query
 * @param {Part[]} parts
 */
const totalled = async (index, query, parts) => {
  /** @type {Map<string, Total>} */
  const totals = new Map();
  const best = byWord(query, parts);
  best.forEach((scores, at) => {
    const { weight } = query[at];
    for (const [key, [score, share]] of scores) {
      const total = totals.get(key) ?? { key, fits: 0, covered: 0, score: 0 };
      if (counts(query[at])) {
        total.fits++;
        total.covered += weight * share;
      }
      total.score += weight * score;
      totals.set(key, total);
    }
  });
  const places = [...query.keys()].filter((at) => counts(query[at]) && isPlace(index, best[at]));
  const open = places.length && places.length < query.length ? await unplaced() : new Set();
  /** @type {Set<string>} */
  const placeless = new Set();
  // Of a word that nearly all hold only the most telling are listed; the others hold it too.
  const common = parts.filter(({ length, look: { common: many } }) => length === 1 && many);
  for (const total of totals.values()) {
    const held = common.filter(({ from }) => counts(query[from]) && !best[from].has(total.key)).map(({ from }) => from);
    const lacking = open.has(total.key) ? places.filter((at) => !best[at].has(total.key)) : [];
    if (lacking.length) placeless.add(total.key);
    total.fits += held.length + lacking.length;
    for (const at of [...held, ...lacking]) total.covered += query[at].weight;
  }
  return { totals: [...totals.values()], placeless };
};

/**
 * Puts what says the words before the affair or the district to which only people's words led.
 * @type {(query: Asked[], parts: Part[], totals: Total[]) => void}
 */
const putSayingFirst = (query, parts, totals) => {
  /** @type {(at: number, key: string) => boolean} */
  const says = (at, key) =>
    parts.some(({ from, length, look: { saying } }) => from <= at && at < from + length && saying.has(key));
  const scores = new Map(totals.map((total) => [total.key, total]));
  for (const { from, length, look } of parts) {
    const meant = Array.from({ length }, (_, at) => from + at).filter((at) => query[at].weight === 1);
    for (const [lead, members] of meant.length ? look.led : []) {
      const least = look.saying.has(lead) ? 0 : (scores.get(lead)?.score ?? 0);
      for (const total of members.flatMap((key) => scores.get(key) ?? []))
        if (meant.every((at) => says(at, total.key))) total.score = Math.max(total.score, least * BEFORE);
    }
  }
};

/** @type {(parts: Part[]) => Map<string, string>} */
const ledThrough = (parts) => {
  const saying = new Set(
    parts.flatMap(({ look: { scores, through } }) => [...scores.keys()].filter((key) => !through.has(key))),
  );
  return new Map(parts.flatMap(({ look: { through } }) => [...through].filter(([key]) => !saying.has(key))));
};

/**
 * What the words of a query find of each document.
 * @type {(index: Index, query: Asked[], open: boolean) => Promise<{ query: Asked[], parts: Part[], totals: Total[], placeless: Set<string> }>}
 */
const lookedFor = async (index, query, open) => {
  const parts = await parted(index, query, open);
  const found = await totalled(index, query, parts);
  const least = query.some(({ weight }) => weight < 1) && !found.totals.some(isShown);
  // Where what was meant finds nothing, the words of the request may: "dinas mana yang belum bikin inovasi".
  if (least)
    return lookedFor(
      index,
      query.map((one) => ({ ...one, weight: 1 })),
      open,
    );
  return { query, parts, ...found };
};

/**
 * The documents that hold the words of `text`; the last word may be unfinished.
 * @type {(text: string) => Promise<Found>}
 */
export const search = async (text) => {
  const index = await start();
  const open = /[\p{L}\p{N}]$/u.test(text);
  const { query, parts, totals, placeless } = await lookedFor(index, asked(text, index), open);
  const meaning = query.filter(counts);
  const all = meaning.reduce((sum, { weight }) => sum + weight, 0);
  const real = totals.filter(isShown);
  for (const total of real) total.score *= (total.covered / all) ** 2;
  putSayingFirst(query, parts, real);
  const best = Math.max(0, ...real.map(({ score }) => score));
  const whole = real.some(({ covered }) => covered === all);
  real.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
  const fitting = real.filter(({ fits, score }) => (whole ? fits === meaning.length : score > best * LEAST));
  const results = [...new Set([...fitting, ...real])].slice(0, Math.max(FEW, fitting.length));
  return {
    asked: query.map(({ word }) => word),
    keys: results.map(({ key }) => key),
    hints: totals.filter(({ key, fits }) => key.startsWith(HINT) && fits).map(({ key }) => key),
    whole: whole || !results.length,
    more: parts.length > 0 && parts.every(({ look: { common } }) => common),
    fitting: new Set(parts.flatMap(({ look: { fitting } }) => [...fitting])),
    through: ledThrough(parts),
    corrected: parts.flatMap(({ from, look }) => (look.instead.size ? [[query[from].word, [...look.instead]]] : [])),
    placeless,
  };
};
