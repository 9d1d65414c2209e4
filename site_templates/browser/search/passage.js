// What of an entry's texts is quoted, and which of its words are marked.
import { roots, words } from "./roots.js";

/** @typedef {[text: string, fitted: boolean]} Piece */

const WINDOW = 150;

/** @type {(token: string, fitting: Set<string>) => boolean} */
const fits = (token, fitting) => {
  const [form] = words(token);
  if (!form || fitting.has(form)) return !!form;
  // Only a word that contains a root (but perhaps its first letter) can be of its family; the rest need no look.
  for (const root of fitting) if (root.length > 3 && form.includes(root.slice(1)) && roots(form).has(root)) return true;
  return false;
};

/** @type {(text: string, fitting: Set<string>) => Piece[]} */
export const marked = (text, fitting) => {
  /** @type {Piece[]} */
  const pieces = [];
  let at = 0;
  for (const { 0: token, index } of text.matchAll(
    /[\p{L}\p{N}\p{M}]+(?:['\u2018\u2019\u02bc`][\p{L}\p{N}\p{M}]+)*/gu,
  )) {
    if (!fits(token, fitting)) continue;
    if (index > at) pieces.push([text.slice(at, index), false]);
    pieces.push([token, true]);
    at = index + token.length;
  }
  return at < text.length ? [...pieces, [text.slice(at), false]] : pieces;
};

/**
 * A window of `text` with `before` characters before what fitted.
 * @type {(text: string, before: number) => string}
 */
const around = (text, before) => {
  const from = before > WINDOW / 2 ? text.indexOf(" ", before - WINDOW / 2) + 1 : 0;
  const to = from + WINDOW * 1.4 < text.length ? text.lastIndexOf(" ", from + WINDOW * 1.4) : text.length;
  const cut = text.slice(from, to > from ? to : from + WINDOW);
  return `${from ? "… " : ""}${cut}${from + cut.length < text.length ? " …" : ""}`;
};

/**
 * The passage of an entry to show: the summary if it holds a word, else where the texts first do.
 * @type {(shown: import("./index_files.js").Shown, fitting: Set<string>) => Piece[]}
 */
export const passage = (shown, fitting) => {
  for (const text of [shown.ringkasan, ...shown.teks]) {
    const pieces = marked(text, fitting);
    const first = pieces.findIndex(([, hit]) => hit);
    if (first >= 0) return marked(around(text, first && pieces[0][0].length), fitting);
  }
  return [[shown.ringkasan, false]];
};
