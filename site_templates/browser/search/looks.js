// What one word of a query finds, or several that mean one thing.
import { begun, entry, keysOf, posting } from "./index_files.js";
import { roots } from "./roots.js";
import { JOINED, PAGE, SHORTEST_ROOT, WEIGHTS } from "./settings.js";
import { isReal, meant } from "./spelling.js";
import { spoken } from "./spoken.js";

/**
 * @typedef {import("./index_files.js").Index} Index
 * @typedef {[word: string, weight: number]} Term
 * @typedef {[score: number, share: number]} Hit the share of a word that it covers: all of it, if the document says it
 *
 * @typedef {object} Look
 * @property {Map<string, Hit>} scores key of a document -> how well it fits
 * @property {Map<string, string>} through key of a document that does not say it -> the affair or district it belongs to
 * @property {Set<string>} saying keys of documents that say it themselves
 * @property {Set<string>} named keys of documents of which it is the whole name
 * @property {Map<string, string>} offices keys of agencies whose name says an affair -> that affair
 * @property {Map<string, string[]>} led the affairs and districts that people mean by it -> what belongs to each
 * @property {Set<string>} fitting the words that fitted, to be marked in the text
 * @property {Set<string>} instead the words that were looked for because nothing says the one that was typed
 * @property {boolean} sure whether people say it so: several words that mean one thing
 * @property {boolean} common whether the index lists only the most telling of its documents
 */

const PLACES = [6, 4, 2, 1]; // weight of a word that is the whole name, of one in the names, in the head, in the rest
const WHOLE = 0;
const ALSO_PLACE = PLACES.length + 1; // after what says a word and what people say it of: the words it stands for
const PAGE_NAMED = 0.8; // of a page that is called so, beside an agency or an affair
const BODY = 0.3; // of a word somewhere in a page of prose
const BODY_SHARE = 0.5;
const SAID = 0.4; // of an affair or a district for which people say it
const SAID_TOGETHER = 0.8; // in several words, which mean one thing
const ONLY_SAID = 1.5; // where no text says it
const THROUGH = 0.3; // of what belongs to that one
const THROUGH_SHARE = 0.7;
const OFFICE = 0.2; // of an agency whose name says the affair
const ORDERED = 0.999; // from one to the next, in the order in which they belong to it
const EXACT = 1;
const ALSO = 0.95;
const ROOT = 0.8;
const BEGUN = 0.6;
const MISSPELT = 0.5;

/** @returns {Look} */
const nothing = () => ({
  scores: new Map(),
  through: new Map(),
  saying: new Set(),
  named: new Set(),
  offices: new Map(),
  led: new Map(),
  fitting: new Set(),
  instead: new Set(),
  sure: false,
  common: false,
});

/** @type {(index: Index, form: string, weight: number) => Term[]} */
const family = (index, form, weight) => {
  const every = index.tanpa_akar.has(form) || form.endsWith(JOINED) ? [form] : [...roots(form)];
  return every.map((root) => [root, root === form ? weight : weight * ROOT]);
};

/** @type {(key: string) => number} */
const kindWeight = (key) => WEIGHTS[Object.hasOwn(WEIGHTS, key[0]) ? key[0] : ""];
/** @type {(key: string, place: number) => boolean} */
const isBody = (key, place) => key.startsWith(PAGE) && place === PLACES.length - 1;
/** @type {(key: string, place: number) => number} */
const placeWeight = (key, place) => {
  if (place === WHOLE) return PLACES[WHOLE] * (key.startsWith(PAGE) ? PAGE_NAMED : 1);
  return isBody(key, place) ? BODY : PLACES[place] * kindWeight(key);
};

/** @type {(found: Look, key: string, score: number, share?: number) => void} */
const raise = ({ scores }, key, score, share = 1) => {
  const [best, most] = scores.get(key) ?? [-1, 0];
  scores.set(key, [Math.max(score, best), Math.max(share, most)]);
};

/**
 * Adds an affair or a district of which people say a word, and what belongs to it.
 * @type {(found: Look, index: Index, lead: string, weight: number, said?: number) => Promise<void>}
 */
const takeMembers = async (found, index, lead, weight, said = SAID) => {
  const rare = Math.log(1 + index.jumlah);
  raise(found, lead, weight * (found.scores.size ? said : ONLY_SAID) * rare);
  const { anggota = "", dinas = "" } = await entry(lead);
  const members = keysOf(anggota);
  found.led.set(lead, members);
  for (const key of members) {
    if (!found.scores.has(key)) found.through.set(key, lead);
    raise(found, key, weight * THROUGH * rare * ORDERED ** found.through.size, THROUGH_SHARE);
  }
  for (const key of keysOf(dinas)) {
    found.offices.set(key, lead);
    if (!found.scores.has(key)) found.through.set(key, lead);
    raise(found, key, weight * OFFICE * rare, THROUGH_SHARE);
  }
};

/**
 * Adds what one term finds, and what the words find that stand for it.
 * @type {(found: Look, index: Index, term: Term, more?: boolean) => Promise<void>}
 */
const takeTerm = async (found, index, [word, weight], more = true) => {
  const places = await posting(index, word);
  if (!places) return;
  const texts = places.slice(0, PLACES.length);
  const held = texts.reduce((sum, keys) => sum + keysOf(keys).length, 0);
  found.common ||= held >= index.terbanyak;
  found.fitting.add(word);
  texts.forEach((keys, place) => {
    for (const key of keysOf(keys)) {
      const share = isBody(key, place) ? BODY_SHARE : 1;
      raise(found, key, weight * placeWeight(key, place) * Math.log(1 + index.jumlah / held), share);
      found.through.delete(key);
      found.saying.add(key);
      if (place === WHOLE) found.named.add(key);
    }
  });
  const [leads = "", others = ""] = places.slice(PLACES.length);
  const said = word.endsWith(JOINED) ? SAID_TOGETHER : SAID;
  for (const lead of keysOf(leads)) await takeMembers(found, index, lead, weight, said);
  if (!more || !others) return;
  for (const other of others.split(" "))
    for (const term of family(index, other, weight * ALSO)) await takeTerm(found, index, term, false);
};

/**
 * Adds what one of these terms finds.
 * @type {(found: Look, index: Index, terms: Term[]) => Promise<void>}
 */
const take = async (found, index, terms) => {
  for (const term of terms) await takeTerm(found, index, term);
};

/**
 * One word of a query; an `open` one may be unfinished, an exact one is that word alone.
 * @type {(index: Index, asked: import("./query.js").Asked, open: boolean) => Promise<Look>}
 */
export const look = async (index, { word, exact }, open) => {
  const found = nothing();
  await take(found, index, exact ? [[word, EXACT]] : [...family(index, word, EXACT), [word + JOINED, EXACT]]);
  if (!open || exact || (found.scores.size ? word.length < SHORTEST_ROOT : await isReal(index, word))) return found;
  const longer = await begun(index, word);
  await take(
    found,
    index,
    longer.map((form) => [form, BEGUN]),
  );
  return found;
};

/**
 * The one word that another is written for, as "jln" for "jalan"; or the word itself.
 * @type {(index: Index, word: string) => Promise<string>}
 */
export const standsFor = async (index, word) => {
  const places = (await posting(index, word)) ?? [];
  const [other, ...more] = (places[ALSO_PLACE] ?? "").split(" ").filter(Boolean);
  return other && !more.length && !other.endsWith(JOINED) && !places.slice(0, ALSO_PLACE).some(Boolean) ? other : word;
};

/**
 * The single words that another is written for.
 * @type {(index: Index, word: string) => Promise<string[]>}
 */
export const instead = async (index, word) => {
  const places = (await posting(index, word)) ?? [];
  return (places[ALSO_PLACE] ?? "").split(" ").filter((other) => other && !other.endsWith(JOINED));
};

/**
 * Several words in one, which mean one thing.
 * @type {(index: Index, words: string[], weight?: number) => Promise<Look>}
 */
export const lookJoined = async (index, words, weight = EXACT) => {
  const found = nothing();
  const together = words.join("");
  await take(found, index, [
    [together + JOINED, weight],
    [together, weight],
  ]);
  found.sure = weight === EXACT && [...found.scores.values()].some(([, share]) => share === 1);
  if (found.scores.size) for (const word of words) found.fitting.add(word);
  return found;
};

/**
 * What a word comes from that is no word of the dictionary but a spoken form, else words that its writer may have
 * meant; of the word itself nothing was found.
 * @type {(index: Index, word: string) => Promise<Look>}
 */
export const lookAlike = async (index, word) => {
  const found = nothing();
  if ((await isReal(index, word)) || (await posting(index, word))) return found;
  const own = roots(word);
  const forms = spoken(word);
  for (const form of forms) await take(found, index, [[form, ROOT]]);
  const real = await Promise.all(forms.filter((form) => !own.has(form)).map((form) => isReal(index, form)));
  if (found.scores.size || real.some(Boolean)) return found;
  for (const form of await meant(index, word)) {
    const before = found.scores.size;
    await take(found, index, family(index, form, MISSPELT));
    if (found.scores.size > before) found.instead.add(form);
  }
  return found;
};
