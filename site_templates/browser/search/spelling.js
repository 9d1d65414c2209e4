// Words that somebody may have meant who made one slip.
import { held } from "./index_files.js";
import { REAL, SPELLING_LETTERS, SPELLING_SHORTEST } from "./settings.js";

/**
 * True if at most one letter is wrong, missing, too many, or swapped with its neighbour.
 * @type {(a: string, b: string) => boolean}
 */
export const near = (a, b) => {
  let from = 0;
  let end = 0;
  while (from < a.length && a[from] === b[from]) from++;
  while (end < Math.min(a.length, b.length) - from && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [x, y] = [a.slice(from, a.length - end), b.slice(from, b.length - end)];
  return (x.length < 2 && y.length < 2) || (x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0]);
};

/** @type {(index: import("./index_files.js").Index, item: string) => Promise<string[]>} */
const alike = async (index, item) => (await held(index, "ejaan", item))?.split(" ") ?? [];

/**
 * Whether it is a word though nothing says it: then it is not taken for another.
 * @type {(index: import("./index_files.js").Index, word: string) => Promise<boolean>}
 */
export const isReal = async (index, word) =>
  index.tanpa_akar.has(word) || (await alike(index, word.slice(0, SPELLING_LETTERS))).includes(`${REAL}${word}`);

/**
 * Words that the writer of `word` may have meant; none if it is a word itself.
 * @type {(index: import("./index_files.js").Index, word: string) => Promise<string[]>}
 */
export const meant = async (index, word) => {
  if (word.length < SPELLING_SHORTEST || (await isReal(index, word))) return [];
  const head = word.slice(0, SPELLING_LETTERS);
  const items = new Set([head, ...[...head].map((_, at) => head.slice(0, at) + head.slice(at + 1))]);
  const others = new Set((await Promise.all([...items].map((item) => alike(index, item)))).flat());
  return [...others].filter((other) => near(word, other));
};
