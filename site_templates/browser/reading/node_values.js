// The values of a part of a file, as the shapes of an entry have them; what has no place is lost.
import { ANSWER_NOISE, FALSE_WORDS, NULLS, TRUE_WORDS } from "./settings.js";
import { nearest } from "./values.js";
import { isMap, isScalar, isSeq } from "./vendor-yaml.js";

/**
 * @typedef {import("./form_data.d.ts").Shape} Shape
 * @typedef {import("./form_data.d.ts").Words} Words
 * @typedef {import("./form_data.d.ts").Group} Group
 * @typedef {import("./form_data.d.ts").Value} Value
 * @typedef {import("yaml").ParsedNode} Node
 * @typedef {{ key: unknown, value: unknown }} Pair
 *
 * @typedef {object} Here where something stands
 * @property {string} whole the text in which nodes know their ranges
 * @property {string} label what people call the place; "" is the outermost level
 * @property {(why: string, text: string) => undefined} lose
 * @property {(vocabulary?: string) => Words} words
 * @property {(text: string, vocabulary?: string) => string} called the word that people call so; "" if there is none
 */

/**
 * The text from the first of the nodes to the last.
 * @type {(nodes: unknown[], whole: string) => string}
 */
const source = (nodes, whole) => {
  const ends = nodes.flatMap((node) => (node ? /** @type {Node} */ (node).range.slice(0, 2) : []));
  return whole.slice(Math.min(...ends), Math.max(...ends)).trim();
};

/**
 * The tag or anchor that ends at `end`, with the blanks behind it; found from its end, for a file may have thousands.
 * @type {(whole: string, end: number) => string}
 */
const markBefore = (whole, end) => {
  let from = end;
  while (from && /\s/.test(whole[from - 1])) from--;
  while (from && /\S/.test(whole[from - 1])) from--;
  return "&!".includes(whole[from]) ? whole.slice(from, end) : "";
};
/** @type {(node: unknown, whole: string) => string} */
const textOf = (node, whole) => {
  if (!isScalar(node)) return source([node], whole);
  if (!node.tag && !node.anchor) return String(node.value);
  return `${markBefore(whole, /** @type {Node} */ (node).range[0])}${source([node], whole)}`.trim();
};

/** @param {unknown} node */
const isNull = (node) => isScalar(node) && NULLS.includes(String(node.value));
/** @param {unknown} node */
const isNothing = (node) => !node || (isNull(node) && isScalar(node) && node.type === "PLAIN" && !node.tag);

/** @type {(found: string, here: Here) => true | undefined} */
const yes = (found, { label, lose }) => {
  const word = found.trim().toLowerCase();
  if (TRUE_WORDS.includes(word)) return true;
  return FALSE_WORDS.includes(word) ? undefined : lose(`${label}: "${found}" bukan ya atau tidak.`, found);
};
/** @type {(found: string, known: Words) => string} */
const meant = (found, known) => (Object.hasOwn(known, found) ? found : nearest(found, known));

/**
 * The word that a text means: as it stands, as people call it, or without what is said around it (`Urusan Kesehatan`).
 * @type {(text: string, vocabulary: string | undefined, here: Here) => string}
 */
const wordOf = (text, vocabulary, { words, called }) => {
  const known = words(vocabulary);
  const bare = text.split(/\s+/).filter((word) => !ANSWER_NOISE.includes(word.toLowerCase()));
  return meant(text.trim(), known) || called(text, vocabulary) || (bare.length ? meant(bare.join(" "), known) : "");
};

/** @type {(shape: Shape) => string} */
const columns = ({ inner = [] }) => inner.map(({ label }) => label).join(", ");

/** @type {(node: unknown, shape: Shape, here: Here) => Value} */
const single = (node, shape, here) => {
  if (isNothing(node)) return undefined;
  if (shape.kind === "kelompok") {
    if (isMap(node)) return group(node.items, shape.inner ?? [], here);
    return here.lose(`${here.label}: harus berisi kolom ${columns(shape)}.`, source([node], here.whole));
  }
  const found = textOf(node, here.whole);
  if (shape.kind === "ya_tidak") return yes(found, here);
  if (shape.kind !== "kata") return found;
  const word = wordOf(found, shape.vocabulary, here);
  return word || here.lose(`${here.label}: bukan pilihan yang tersedia.`, found);
};

/** @type {(node: unknown, shape: Shape, here: Here) => Value} */
const keyed = (node, shape, here) => {
  const { label, lose, whole } = here;
  if (!node || isNull(node)) return undefined;
  if (!isMap(node))
    return lose(
      `${label}: harus berisi beberapa kolom, masing-masing bernama pilihan yang tersedia.`,
      source([node], whole),
    );
  const known = here.words(shape.vocabulary);
  /** @type {Group} */
  const found = {};
  for (const pair of node.items) {
    const word = isScalar(pair.key) ? meant(String(pair.key.value), known) : "";
    if (!word) lose(`${label}: bukan pilihan yang tersedia.`, source([pair.key, pair.value], whole));
    else if (Object.hasOwn(found, word))
      lose(`${label}: ${known[word]} ditulis lebih dari satu kali.`, source([pair.key, pair.value], whole));
    else found[word] = single(pair.value, { ...shape, keyed: false }, { ...here, label: known[word] }) ?? {};
  }
  return found;
};

/**
 * The words of choice in one line, parted by semicolons or lines; null unless it is several and each is known.
 * @type {(node: unknown, shape: Shape, here: Here) => string[] | null}
 */
const several = (node, { kind, vocabulary }, here) => {
  if (kind !== "kata" || !isScalar(node)) return null;
  const pieces = textOf(node, here.whole)
    .split(/[\n;]/)
    .map((piece) => piece.trim())
    .filter(Boolean);
  const found = pieces.map((piece) => wordOf(piece, vocabulary, here));
  return pieces.length > 1 && found.every(Boolean) ? [...new Set(found)] : null;
};

/** @type {(node: unknown, shape: Shape, here: Here) => Value} */
const contentOf = (node, shape, here) => {
  if (shape.keyed) return keyed(node, shape, here);
  if (!shape.most) return single(node, shape, here);
  const words = several(node, shape, here);
  if (words) return words;
  const items = isSeq(node) ? node.items : [node];
  const values = items.map((item, number) => single(item, shape, { ...here, label: `${here.label} ${number + 1}` }));
  return values.filter((item) => item !== undefined);
};

/** @type {WeakMap<Shape[], Words>} */
const labels = new WeakMap();
/**
 * The shape that a key or a label names.
 * @type {(key: string, shapes: Shape[]) => Shape | undefined}
 */
export const shapeOf = (key, shapes) => {
  const names = labels.get(shapes) ?? Object.fromEntries(shapes.map(({ key, label }) => [key, label]));
  labels.set(shapes, names);
  const own = key && meant(key, names);
  return shapes.find((shape) => shape.key === own);
};

/**
 * The values of pairs under the keys of their shapes, put `into` a group.
 * @type {(pairs: Pair[], shapes: Shape[], here: Here, into?: Group) => Group}
 */
export const group = (pairs, shapes, here, into = {}) => {
  for (const pair of pairs) {
    const key = isScalar(pair.key) ? String(pair.key.value) : "";
    const shape = shapeOf(key, shapes);
    const label = [here.label, shape?.label ?? key].filter(Boolean).join(", ");
    if (!shape) here.lose(`Kolom "${key}" tidak dikenal di sini.`, source([pair.key, pair.value], here.whole));
    else if (Object.hasOwn(into, shape.key))
      here.lose(`Kolom "${shape.label}" ditulis lebih dari satu kali.`, source([pair.key, pair.value], here.whole));
    else if (pair.value) {
      const found = contentOf(pair.value, shape, { ...here, label });
      if (found !== undefined) into[shape.key] = found;
    }
  }
  return into;
};
