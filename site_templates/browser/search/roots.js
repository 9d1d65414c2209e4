/* The roots an Indonesian word may have: the same function as generator/text/word_roots.py, whose comments give the reasons.
   Both are held to tests/roots.yml. Source: Tata Bahasa Baku Bahasa Indonesia (meN-/peN- nasal substitution). */

import { EXCEPTIONS, KE, MAX_LETTERS, PARTICLE, POSSESSIVE, PREFIXES, SHORTEST_ROOT, SHORT_ROOTS, SUFFIXES } from "./settings.js";

const SUFFIXED = [...PREFIXES, /** @type {const} */ ([KE, ""])];

const plainLetters = (text) => text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "");
const fold = (word) => plainLetters([...word.slice(0, 2 * MAX_LETTERS)].slice(0, MAX_LETTERS).join(""));

const strip = (stem, prefixes, found, more) => {
  found.add(stem);
  if (more)
    for (const [prefix, letter] of prefixes)
      if (prefix.test(stem)) strip(stem.replace(prefix, letter), prefixes, found, more - 1);
};

const readings = (form) => {
  if (!/^[a-z]+$/.test(form)) return form ? [form] : [];
  const stems = new Set();
  for (const bare of [form, form.replace(PARTICLE, "")])
    for (const stem of [bare, bare.replace(POSSESSIVE, "")]) {
      strip(stem, PREFIXES, stems, 2);
      for (const suffix of SUFFIXES)
        if (stem.endsWith(suffix)) strip(stem.slice(0, -suffix.length), SUFFIXED, stems, 2);
    }
  const kept = [...stems].filter((stem) => Object.hasOwn(EXCEPTIONS, stem)).map((stem) => EXCEPTIONS[stem]);
  return [form, ...(kept.length ? kept : [...stems].filter((stem) => stem.length >= SHORTEST_ROOT || SHORT_ROOTS.includes(stem)))];
};

/** The word itself, folded, and every root it may have, as a Set. Two words match when their sets meet. */
export function roots(word) {
  const form = fold(word);
  const at = form.indexOf("-");
  const [left, right] = at < 0 ? [[], []] : [readings(form.slice(0, at)), readings(form.slice(at + 1))];
  return new Set([...readings(form), ...(left.some((root) => right.includes(root)) ? [...left, ...right] : [])]);
}

/** The words of a text in order, folded: letters and digits; a hyphen parts. */
export const words = (text) => (plainLetters(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => [...word].slice(0, MAX_LETTERS).join(""));
