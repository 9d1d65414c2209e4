// How like two names are, letter by letter: the twin of `spelled_alike` in generator/catalogue/similarity.py.
import { words } from "../search/roots.js";
import { NAME_MAX, SPELLING } from "./settings.js";

/** @typedef {[slug: string, name: string, agency: string, ...others: string[]]} Known */

const MOST = 3;

/**
 * The longest run of signs that both have, the earliest in the first and then in the second: as Python's difflib.
 * @type {(one: string[], other: string[]) => { at: number, there: number, size: number }}
 */
const longest = (one, other) => {
  let best = { at: 0, there: 0, size: 0 };
  /** @type {number[]} */
  let before = [];
  for (const [at, sign] of one.entries()) {
    /** @type {number[]} */
    const runs = [];
    for (const [there, its] of other.entries()) {
      if (sign !== its) continue;
      runs[there] = (before[there - 1] ?? 0) + 1;
      if (runs[there] > best.size)
        best = { at: at - runs[there] + 1, there: there - runs[there] + 1, size: runs[there] };
    }
    before = runs;
  }
  return best;
};

/** @type {(one: string[], other: string[]) => number} */
const matches = (one, other) => {
  const { at, there, size } = longest(one, other);
  if (!size) return 0;
  const before = matches(one.slice(0, at), other.slice(0, there));
  return before + size + matches(one.slice(at + size), other.slice(there + size));
};

/**
 * From 0 to 1, without blanks, case and signs: `Si Lastri`, `SILASTRI`.
 * @type {(one: string, other: string) => number}
 */
export const spelledAlike = (one, other) => {
  const [first, second] = [one, other].map((name) => [...words(name).join("")].slice(0, NAME_MAX));
  if (!first.length || !second.length) return 0;
  return (2 * matches(first, second)) / (first.length + second.length);
};

/**
 * Whether all words of one name stand in the other, of which there are two at least.
 * @type {(one: string, other: string) => boolean}
 */
const holds = (one, other) => {
  const [first, second] = [one, other].map((name) => words(name));
  return first.length > 1 && first.every((word) => second.includes(word));
};

/**
 * The innovations that one of this name may repeat, those of the same agency first.
 * @type {(name: string, agency: string, known: Known[]) => Known[]}
 */
export const doublesOf = (name, agency, known) => {
  const found = known.flatMap((one) => {
    const [, its, , ...others] = one;
    const alike = Math.max(...[its, ...others].map((each) => spelledAlike(name, each)));
    const isPart = holds(name, its) || holds(its, name);
    return alike >= SPELLING || isPart ? [{ one, alike, isOwn: one[2] === agency }] : [];
  });
  found.sort((a, b) => Number(b.isOwn) - Number(a.isOwn) || b.alike - a.alike);
  return found.slice(0, MOST).map(({ one }) => one);
};

/**
 * Those of the same agency whose name differs by blanks, case and signs at most.
 * @type {(name: string, agency: string, known: Known[]) => Known[]}
 */
export const namesakesOf = (name, agency, known) =>
  known.filter(([, its, owner, ...others]) => {
    const names = owner === agency ? [its, ...others] : [];
    return names.some((each) => spelledAlike(name, each) === 1);
  });
