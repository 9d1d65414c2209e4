// Forms of a verb that people say and write in messages, and no dictionary has: "ngantri", "nyari", "masukin".
import { roots } from "./roots.js";

/** What a nasal sound before a word stands for, and the first letter of the word there. */
/** @type {[RegExp, string[]][]} */
const NASAL = [
  [/^nge(?=[a-z]{3})/, [""]],
  [/^ng(?=[aeiou])/, ["", "k", "h"]],
  [/^ny(?=[aeiou])/, ["c", "s"]],
  [/^n(?=[aeiou])/, ["t"]],
  [/^n(?=[cdj])/, [""]],
  [/^m(?=[aeiou])/, ["p"]],
  [/^m(?=b)/, [""]],
];
const MALAY = /(?<=[a-z]{2}[^aeiou])e$/; // "pajaknye", "kerete"
const DONE_FOR_ONE = /(?<=[a-z]{4})in$/; // "masukin", "bayarin"

/**
 * The words that a spoken form may come from.
 * @type {(word: string) => string[]}
 */
export const spoken = (word) => {
  const said = MALAY.test(word) ? [...roots(word), ...roots(word.replace(MALAY, "a"))] : [...roots(word)];
  const stems = said.flatMap((form) => [form, form.replace(DONE_FOR_ONE, "")]);
  const plain = stems.flatMap((stem) =>
    NASAL.flatMap(([sound, letters]) => (sound.test(stem) ? letters.map((letter) => stem.replace(sound, letter)) : [])),
  );
  return [...new Set([...stems, ...plain])].filter((form) => form !== word);
};
