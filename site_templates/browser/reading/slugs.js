// Names of files and addresses, and the words of a vocabulary that somebody may have meant.
import { SHORTEST_NAME, SLUG } from "./settings.js";

/** @typedef {import("./form_data.d.ts").Words} Words */

/**
 * The words of a text in letters and digits of an address, joined by hyphens; any other sign parts words.
 * @param {string} text
 */
const hyphened = (text) => {
  const bare = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");
  return bare.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
};

/**
 * A name as it is compared with others: case, accents and signs aside.
 * @param {string} name
 */
export const compared = (name) => hyphened(name.replaceAll("&", " dan "));

/** @type {(text: string, longest: number) => boolean} */
export const isSlug = (text, longest) => text.length <= longest && SLUG.test(text);

/**
 * A slug made of a name; "" if it holds no letter of the Latin alphabet.
 * @type {(name: string, longest: number) => string}
 */
export const asSlug = (name, longest) => {
  const whole = hyphened(name);
  if (whole.length <= longest) return whole;
  const words = whole.slice(0, longest + 1).replace(/-[^-]*$/, "");
  return words.slice(0, longest);
};

/**
 * The address that a name itself suggests: `SIAP (Sistem Antrean)` -> `siap`.
 * @type {(name: string, longest: number) => string}
 */
export const shortSlug = (name, longest) => {
  const before = asSlug(name.split("(")[0], longest);
  return before.length >= SHORTEST_NAME ? before : asSlug(name, longest);
};

/**
 * Addresses for an innovation of this name, the best first: the twin of generator/contributing/names.py.
 * @type {(name: string, agency: string, longest: number) => string[]}
 */
export const addressesOf = (name, agency, longest) =>
  [shortSlug(name, longest), asSlug(name, longest)].flatMap((slug) =>
    slug ? [slug, asSlug(`${slug} ${agency}`, longest)] : [],
  );

/**
 * A free address for an innovation of this name; "" if none is to be had.
 * @type {(name: string, agency: string, longest: number, isTaken: (slug: string) => boolean) => string}
 */
export const proposedSlug = (name, agency, longest, isTaken) =>
  addressesOf(name, agency, longest).find((slug) => !isTaken(slug)) ?? "";

/**
 * Slugs by every spelling, kept for as long as the words are.
 * @type {WeakMap<Words, Map<string, string>>}
 */
const spelt = new WeakMap();
/** @param {Words} words */
const spellings = (words) => {
  const made = spelt.get(words) ?? new Map();
  if (made.size) return made;
  for (const [slug, label] of Object.entries(words)) made.set(hyphened(label), slug);
  for (const slug of Object.keys(words)) made.set(slug, slug);
  spelt.set(words, made);
  return made;
};

/**
 * The word that was surely meant, by its spelling or its label; "" if none or several may be.
 * @type {(value: string, words: Words) => string}
 */
export const nearest = (value, words) => {
  const wanted = hyphened(value);
  const known = spellings(words);
  const exact = known.get(wanted);
  if (exact !== undefined) return exact;
  const parts = [...new Set(wanted.split("-"))];
  /** @param {string[]} all */
  const holds = (all) => parts.every((part) => all.includes(part));
  const holding = new Set([...known].filter(([word]) => holds(word.split("-"))).map(([, slug]) => slug));
  return wanted && holding.size === 1 ? [...holding][0] : "";
};
