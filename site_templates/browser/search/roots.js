/* The roots an Indonesian word may have: the same function as generator/text/word_roots.py, whose comments give the reasons.
   Both are held to tests/roots.yml. Source: Tata Bahasa Baku Bahasa Indonesia (meN-/peN- nasal substitution). */

import {
  EXCEPTIONS,
  KE,
  MAX_LETTERS,
  PARTICLE,
  POSSESSIVE,
  PREFIXES,
  SHORT_ROOTS,
  SHORTEST_ROOT,
  SUFFIXES,
} from "./settings.js";

/** @typedef {readonly (readonly [RegExp, string])[]} Prefixes what may stand before a root, and its first letter there */
/** @type {Prefixes} */
const SUFFIXED = [...PREFIXES, [KE, ""]];

/** @type {(text: string) => string} */
const plainLetters = (text) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "");
/** @type {(word: string) => string} */
const fold = (word) => plainLetters([...word.slice(0, 2 * MAX_LETTERS)].slice(0, MAX_LETTERS).join(""));

/** @type {(stem: string, prefixes: Prefixes, found: Set<string>, more: number) => void} */
const strip = (stem, prefixes, found, more) => {
  found.add(stem);
  if (more)
    for (const [prefix, letter] of prefixes)
      if (prefix.test(stem)) strip(stem.replace(prefix, letter), prefixes, found, more - 1);
};

/** @type {(form: string) => string[]} */
const readings = (form) => {
  if (!/^[a-z]+$/.test(form)) return form ? [form] : [];
  /** @type {Set<string>} */
  const stems = new Set();
  for (const bare of [form, form.replace(PARTICLE, "")])
    for (const stem of [bare, bare.replace(POSSESSIVE, "")]) {
      strip(stem, PREFIXES, stems, 2);
      for (const suffix of SUFFIXES)
        if (stem.endsWith(suffix)) strip(stem.slice(0, -suffix.length), SUFFIXED, stems, 2);
    }
  const kept = [...stems].filter((stem) => Object.hasOwn(EXCEPTIONS, stem)).map((stem) => EXCEPTIONS[stem]);
  if (kept.length) return [form, ...kept];
  return [form, ...[...stems].filter((stem) => stem.length >= SHORTEST_ROOT || SHORT_ROOTS.includes(stem))];
};

/**
 * The word itself, folded, and every root it may have. Two words match when their sets meet.
 * @type {(word: string) => Set<string>}
 */
export const roots = (word) => {
  const form = fold(word);
  const at = form.indexOf("-");
  /** @type {string[][]} */
  const [left, right] = at < 0 ? [[], []] : [readings(form.slice(0, at)), readings(form.slice(at + 1))];
  return new Set([...readings(form), ...(left.some((root) => right.includes(root)) ? [...left, ...right] : [])]);
};

const APOSTROPHE = /([\p{L}\p{N}])['\u2018\u2019\u02bc`](?=[\p{L}\p{N}])/gu;
/**
 * The words of a text in order, folded: letters and digits; a hyphen parts, an apostrophe does not.
 * @type {(text: string) => string[]}
 */
export const words = (text) => {
  const found =
    plainLetters(text)
      .replace(APOSTROPHE, "$1")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return found.map((word) => [...word].slice(0, MAX_LETTERS).join(""));
};
