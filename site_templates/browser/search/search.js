// Finds documents by words and ranks them.
import { phrases, start, unplaced } from "./index_files.js";
import { look, lookAlike, lookJoined, standsFor } from "./looks.js";
import { phrasesIn } from "./phrases.js";
import { asked, REQUEST, runs, singly } from "./query.js";
import { AGENCY, HINT } from "./settings.js";

export { entry, fetchJson, keysOf, start } from "./index_files.js";
export { marked, passage } from "./passage.js";
export { near } from "./spelling.js";

/**
 * @typedef {import("./index_files.js").Index} Index
 * @typedef {import("./index_files.js").Shown} Shown
 * @typedef {import("./looks.js").Look} Look
 * @typedef {import("./looks.js").Hit} Hit
 * @typedef {import("./query.js").Asked} Asked
 * @typedef {{ at: number[], look: Look }} Part what was found of one word of a query, or of several
 *
 * @typedef {object} Total what all words of a query find of one document
 * @property {string} key
 * @property {number} fits how many of the words it fits in some way
 * @property {number} covered how many it says, where one that it only fits counts less
 * @property {number} score
 * @property {number} placed how many of those that it says name a place
 *
 * @typedef {object} Found
 * @property {string[]} asked the words that were looked for
 * @property {string[]} keys of documents, the best first
 * @property {string[]} hints keys of what only answers
 * @property {boolean} whole false if nothing holds all words: then what holds most of them is given
 * @property {boolean} weak whether no result says as much as half of what was meant, the places left aside
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
const ASKED = 3; // of an agency, where somebody asks for one
const NARROWS = 0.3; // of the name of a place, beside what is looked for there
const ALONE = 0.5;
const SLIGHTLY = 1e-6; // so that those that were lifted keep their order
const NEARLY = 0.8; // of what the affair says
const ONLY_PLACE = 0.3; // of what is only the place where something else is looked for
const MUCH_BETTER = 2; // what says less, but in its name, than what only mentions all
const HALF = 0.5;
const QUARTER = 0.25;
const FEW = 3; // who gets no more is also shown what fits less well

/**
 * The looks at every word, and at every run of words that stand for one thing.
 * @type {(index: Index, query: Asked[], open: boolean) => Promise<Part[]>}
 */
const parted = async (index, query, open) => {
  const said = query.map(({ word }) => word);
  const plain = await Promise.all(said.map((word) => standsFor(index, word)));
  const joined = [
    ...runs(said, 2),
    ...runs(plain, 2).filter(({ from, words }) => words.some((word, at) => word !== said[from + at])),
  ].map(({ from, words }) => ({ at: words.map((_, place) => from + place), words, weight: 1 }));
  const doubled = [...query.keys()].filter((at) => query[at].twice);
  const twice = doubled.map((at) => ({ at: [at], words: [said[at], said[at]], weight: 1 }));
  const long = [...joined, ...twice, ...(await phrasesIn(index, query))].map(async ({ at, words, weight }) => {
    return { at, look: await lookJoined(index, words, weight) };
  });
  const single = singly(query).map(async (at) => {
    return { at: [at], look: await look(index, query[at], open && at === query.length - 1) };
  });
  const parts = (await Promise.all([...long, ...single])).filter(({ look: { scores } }) => scores.size);
  // Words that mean one thing together are meant, though each alone may say little.
  for (const { at } of parts) if (at.length > 1) for (const place of at) query[place].weight = 1;
  const known = new Set(parts.flatMap(({ at }) => at));
  const unknown = singly(query).filter((at) => !known.has(at) && !query[at].exact && query[at].weight === 1);
  const alike = unknown.map(async (at) => ({ at: [at], look: await lookAlike(index, query[at].word) }));
  return [...parts, ...(await Promise.all(alike))];
};

/** @type {(parts: Part[]) => Set<number>} where words stand that mean one thing together */
const together = (parts) => new Set(parts.flatMap(({ at, look: { sure } }) => (at.length > 1 && sure ? at : [])));

/**
 * What each word finds: the best of all looks that cover it. A word that means something together with others is hardly
 * meant alone: "keluarga" of "kartu keluarga".
 * @type {(query: Asked[], parts: Part[]) => Map<string, Hit>[]}
 */
const byWord = (query, parts) => {
  const joined = together(parts);
  return query.map((_, place) => {
    /** @type {Map<string, Hit>} */
    const best = new Map();
    for (const {
      at,
      look: { scores },
    } of parts)
      if (at.includes(place))
        for (const [key, [score, share]] of scores) {
          const [before, most] = best.get(key) ?? [0, 0];
          const alone = at.length === 1 && joined.has(place) ? ALONE : 1;
          best.set(key, [Math.max(score * alone, before), Math.max(share, most)]);
        }
    return best;
  });
};

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
  const places = [...query.keys()].filter((at) => counts(query[at]) && isPlace(index, best[at]));
  // Where something else is looked for, a place only narrows it.
  if (query.some((one, at) => one.weight === 1 && best[at].size && !places.includes(at)))
    for (const at of places) query[at].weight *= NARROWS;
  best.forEach((scores, at) => {
    const { weight } = query[at];
    for (const [key, [score, share]] of scores) {
      const total = totals.get(key) ?? { key, fits: 0, covered: 0, score: 0, placed: 0 };
      if (counts(query[at])) {
        total.fits++;
        total.covered += weight * share;
        if (places.includes(at)) total.placed += weight * share;
      }
      total.score += weight * score;
      totals.set(key, total);
    }
  });
  const open = places.length && places.length < query.length ? await unplaced() : new Set();
  /** @type {Set<string>} */
  const placeless = new Set();
  // Of a word that nearly all hold only the most telling are listed; the others hold it too.
  const common = parts.filter(({ at, look: { common: many } }) => at.length === 1 && many).map(({ at }) => at[0]);
  for (const total of totals.values()) {
    const held = common.filter((at) => counts(query[at]) && !best[at].has(total.key));
    const lacking = open.has(total.key) ? places.filter((at) => !best[at].has(total.key)) : [];
    if (lacking.length) placeless.add(total.key);
    total.fits += held.length + lacking.length;
    for (const at of [...held, ...lacking]) total.covered += query[at].weight;
  }
  const placed = places.reduce((sum, at) => sum + query[at].weight, 0);
  return { totals: [...totals.values()], placeless, placed };
};

/**
 * Puts what says the words before the affair or the district to which only people's words led.
 * @type {(query: Asked[], parts: Part[], totals: Total[]) => void}
 */
const putSayingFirst = (query, parts, totals) => {
  /** @type {(at: number, key: string) => boolean} */
  const says = (place, key) => parts.some(({ at, look: { saying } }) => at.includes(place) && saying.has(key));
  const scores = new Map(totals.map((total) => [total.key, total]));
  const joined = together(parts);
  /** @type {(part: Part, members: string[]) => boolean} whether it tells one from another, which a word of a phrase may not */
  const isTelling = ({ at, look: { saying } }, members) =>
    at.some((place) => query[place].telling) &&
    (at.length > 1 || !joined.has(at[0]) || members.filter((key) => saying.has(key)).length === 1);
  /**
   * Whether it says a telling word itself, and is meant by the others too.
   * @type {(total: Total, lead: string, members: string[]) => boolean}
   */
  const fitsAsWell = ({ key, covered }, lead, members) =>
    covered >= NEARLY * (scores.get(lead)?.covered ?? 0) &&
    parts.some((part) => part.look.saying.has(key) && isTelling(part, members));
  for (const { look } of parts) {
    for (const [lead, members] of look.led) {
      const leading = parts.filter((part) => part.look.led.has(lead)).flatMap(({ at }) => at);
      const meant = [...new Set(leading)].filter((at) => query[at].weight === 1);
      if (!meant.length) continue;
      const least = look.saying.has(lead) ? 0 : (scores.get(lead)?.score ?? 0);
      for (const total of members.flatMap((key) => scores.get(key) ?? []))
        if (meant.every((at) => says(at, total.key)) || fitsAsWell(total, lead, members))
          total.score = Math.max(total.score, least * BEFORE + total.score * SLIGHTLY);
    }
  }
};

/**
 * Puts the agencies whose name says an affair before it, where somebody asks for an office.
 * @type {(parts: Part[], totals: Total[]) => void}
 */
const putOfficesFirst = (parts, totals) => {
  const scores = new Map(totals.map((total) => [total.key, total]));
  for (const { look } of parts)
    for (const [key, lead] of look.offices) {
      const office = scores.get(key);
      if (office) office.score = Math.max(office.score, (scores.get(lead)?.score ?? 0) * BEFORE);
    }
  for (const total of totals) if (total.key.startsWith(AGENCY)) total.score *= ASKED;
};

/** @type {(parts: Part[]) => Map<string, string>} */
const ledThrough = (parts) => {
  const saying = new Set(
    parts.flatMap(({ look: { scores, through } }) => [...scores.keys()].filter((key) => !through.has(key))),
  );
  return new Map(parts.flatMap(({ look: { through } }) => [...through].filter(([key]) => !saying.has(key))));
};

/**
 * Whether no result answers: each of the first says no more than half of what is meant beside the places, and none is
 * called by it: by more than a quarter of it where nothing at all says one of the words.
 * @type {(results: Total[], parts: Part[], placed: number, all: number) => boolean}
 */
const isWeak = (results, parts, placed, all) => {
  const rest = all - placed;
  const least = parts.some(({ look }) => !look.scores.size) ? rest * QUARTER : 0;
  /** @type {(total: Total) => boolean} */
  const answers = ({ key, covered, placed: here }) =>
    covered - here > rest * HALF || (covered - here > least && parts.some(({ look }) => look.named.has(key)));
  return rest > 0 && !results.slice(0, FEW).some(answers);
};

/**
 * What the words of a query find of each document.
 * @type {(index: Index, query: Asked[], open: boolean) => Promise<{ query: Asked[], parts: Part[], totals: Total[], placeless: Set<string>, placed: number, vain: boolean }>}
 */
const lookedFor = async (index, query, open) => {
  const parts = await parted(index, query, open);
  const found = await totalled(index, query, parts);
  const least = query.some(({ weight }) => weight < 1) && !found.totals.some(isShown);
  // Where what was meant finds nothing, the words of the request may: "dinas mana yang belum bikin inovasi".
  if (!least) return { query, parts, vain: false, ...found };
  const again = await lookedFor(
    index,
    query.map((one) => ({ ...one, weight: 1 })),
    open,
  );
  return { ...again, vain: query.some(({ telling }) => telling) };
};

/**
 * The documents that hold the words of `text`; the last word may be unfinished.
 * @type {(text: string) => Promise<Found>}
 */
export const search = async (text) => {
  // Needed for several words; fetched meanwhile.
  if (/\S\s+\S/.test(text)) phrases().catch(() => undefined); // told to whoever waits for it
  const index = await start();
  const open = /[\p{L}\p{N}]$/u.test(text);
  const { query, parts, totals, placeless, placed, vain } = await lookedFor(index, asked(text, index), open);
  const meaning = query.filter(counts);
  const all = meaning.reduce((sum, { weight }) => sum + weight, 0);
  const real = totals.filter(isShown);
  const elsewhere = real.some(({ covered, placed: here }) => covered > here);
  for (const total of real) {
    total.score *= (total.covered / all) ** 2;
    if (elsewhere && placed < all && total.covered <= total.placed) total.score *= ONLY_PLACE;
  }
  putSayingFirst(query, parts, real);
  if (query.some(({ word }) => index.kantor.has(word))) putOfficesFirst(parts, real);
  const best = Math.max(0, ...real.map(({ score }) => score));
  const whole = real.some(({ covered }) => covered === all);
  real.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
  const bestWhole = Math.max(0, ...real.map(({ fits, score }) => (fits === meaning.length ? score : 0)));
  /** @type {(total: Total) => boolean} */
  const isFitting = ({ fits, score }) =>
    whole ? fits === meaning.length || score > bestWhole * MUCH_BETTER : score > best * LEAST;
  const fitting = real.filter(isFitting);
  const results = [...new Set([...fitting, ...real])].slice(0, Math.max(FEW, fitting.length));
  return {
    asked: query.map(({ word }) => word),
    keys: results.map(({ key }) => key),
    hints: totals.filter(({ key, fits }) => key.startsWith(HINT) && fits).map(({ key }) => key),
    whole: whole || !results.length,
    weak: vain || isWeak(results, parts, placed, all),
    more: parts.length > 0 && parts.every(({ look: { common } }) => common),
    fitting: new Set(parts.flatMap(({ look: { fitting } }) => [...fitting])),
    through: ledThrough(parts),
    corrected: parts.flatMap(({ at, look }) => (look.instead.size ? [[query[at[0]].word, [...look.instead]]] : [])),
    placeless,
  };
};
