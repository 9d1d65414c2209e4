// What people say in several words, in a longer query: also parted by others, and in another form of each word.
import { phrases } from "./index_files.js";
import { instead } from "./looks.js";
import { REQUEST } from "./query.js";
import { roots } from "./roots.js";
import { spoken } from "./spoken.js";

/**
 * @typedef {import("./index_files.js").Index} Index
 * @typedef {import("./query.js").Asked} Asked
 * @typedef {{ at: number[], words: string[], weight: number }} Said a phrase: where its words stand, and how sure it is
 */

const MOST_BETWEEN = 4; // words between one of a phrase and the next
const PARTED = 0.9; // by words that say nothing
const APART = 0.6; // by one that says something

/**
 * The forms of each word of a query, and where each of them stands.
 * @type {(index: Index, query: Asked[]) => Promise<Map<string, number[]>>}
 */
const formsIn = async (index, query) => {
  /** @type {Map<string, number[]>} */
  const found = new Map();
  const others = await Promise.all(query.map(({ word }) => instead(index, word)));
  query.forEach(({ word }, at) => {
    const every = [word, ...others[at]].flatMap((one) => [...roots(one)]);
    for (const form of new Set([...every, ...spoken(word)])) found.set(form, [...(found.get(form) ?? []), at]);
  });
  return found;
};

/**
 * Where the words of a phrase follow one another, each as soon after the one before as can be.
 * @type {(words: string[], forms: Map<string, number[]>) => number[] | undefined}
 */
const placesOf = (words, forms) => {
  for (const first of forms.get(words[0]) ?? []) {
    const at = [first];
    for (const word of words.slice(1)) {
      const before = at[at.length - 1];
      const next = forms.get(word)?.find((place) => place > before && place <= before + 1 + MOST_BETWEEN);
      if (next === undefined) break;
      at.push(next);
    }
    if (at.length === words.length) return at;
  }
  return undefined;
};

/**
 * How sure a phrase is, by what stands between its words: nothing if two words there say something.
 * @type {(at: number[], query: Asked[]) => number}
 */
const sureness = (at, query) => {
  const first = at[0];
  const between = query.slice(first, at[at.length - 1]).filter((_, place) => !at.includes(first + place));
  const saying = between.filter(({ weight }) => weight > REQUEST).length;
  if (!between.length) return 1;
  return [PARTED, APART][saying] ?? 0;
};

/**
 * The phrases of which all words stand in a query, in their order.
 * @type {(index: Index, query: Asked[]) => Promise<Said[]>}
 */
export const phrasesIn = async (index, query) => {
  if (query.length < 2) return [];
  const forms = await formsIn(index, query);
  const known = (await phrases()).filter((words) => words.every((word) => forms.has(word)));
  return known.flatMap((words) => {
    const at = placesOf(words, forms);
    const weight = at ? sureness(at, query) : 0;
    return at && weight ? [{ at, words, weight }] : [];
  });
};
