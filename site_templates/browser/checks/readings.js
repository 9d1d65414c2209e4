// A text as it is written and as a page shows it, digits and signs in plain ASCII, every character with its place: the
// twin of generator/text/readings.py.
import { LETTERS } from "./settings.js";

/**
 * @typedef {object} Reading a text as somebody reads it
 * @property {string} text
 * @property {number[]} places of each of its characters, and of its end, in what was typed
 */

const INVISIBLE = /^[\p{M}\p{Cf}]/u;
const DASH = /^[\p{Pd}\u2212]/u;
const NOT_ASCII = /\P{ASCII}/gu;

/** @param {string} char */
const codeOf = (char) => char.codePointAt(0) ?? 0;

/**
 * A decimal digit of any script as ASCII: Unicode keeps each script's ten in one run.
 * @param {string} char
 */
const decimal = (char) => {
  let before = 0;
  for (let code = codeOf(char) - 1; /\p{Nd}/u.test(String.fromCodePoint(code)); code--) before++;
  return String(before % 10);
};

/**
 * The same with every match put otherwise.
 * @type {(reading: Reading, pattern: RegExp, instead: (match: RegExpMatchArray) => string) => Reading}
 */
const but = ({ text, places }, pattern, instead) => {
  /** @type {number[]} */
  const moved = [];
  let put = "";
  let at = 0;
  /** @param {number} end */
  const keep = (end) => {
    put += text.slice(at, end);
    for (; at < end; at++) moved.push(places[at]);
  };
  for (const match of text.matchAll(pattern)) {
    keep(match.index);
    const piece = instead(match);
    put += piece;
    for (let more = piece.length; more > 0; more--) moved.push(places[match.index]);
    at = match.index + match[0].length;
  }
  keep(text.length);
  moved.push(places[text.length]);
  return { text: put, places: moved };
};

/**
 * What a letter or a number in a circle stands for, where Unicode itself does not say so.
 * @param {import("./personal_shapes.js").Shapes} shapes
 * @returns {Map<string, string>}
 */
const meanings = ({ bulatan }) => {
  const meant = new Map(Object.entries(LETTERS));
  for (const [first, last, number] of bulatan)
    for (let code = codeOf(first); code <= codeOf(last); code++)
      meant.set(String.fromCodePoint(code), String(number + code - codeOf(first)));
  return meant;
};

/**
 * `written`: a text as it is written; `shown`: the same as a page shows it: links without targets, no emphasis, lines
 * joined.
 * @param {import("./personal_shapes.js").Shapes} shapes
 * @param {import("./personal_shapes.js").Patterns} patterns
 */
export const reader = (shapes, { empty, shown }) => {
  const meant = meanings(shapes);
  /**
   * A character as ASCII if it is a digit or a sign of another shape, as nothing if it does not show.
   * @param {string} char
   */
  const plain = (char) => {
    if (char <= "\x7f") return char;
    if (INVISIBLE.test(char) || empty.test(char)) return "";
    if (/\p{Nd}/u.test(char)) return decimal(char);
    if (DASH.test(char)) return "-";
    if ("\u3002\uff61".includes(char)) return "."; // a stop that browsers take for the dot of an address (UTS 46)
    const simple = meant.get(char) ?? char.normalize("NFKC");
    const ascii = /^\p{ASCII}*$/u.test(simple);
    if (ascii && simple.length === 1) return simple;
    return (ascii && !/[A-Za-z]/.test(simple) && simple.replace(/[^0-9]/g, "")) || char;
  };
  /** @param {RegExpMatchArray} match of `tampil` */
  const asShown = ([mark, decimals, hexadecimals, reference, list]) => {
    if (decimals || hexadecimals) {
      const code = decimals ? parseInt(decimals, 10) : parseInt(hexadecimals, 16);
      return code <= 0x10ffff ? plain(String.fromCodePoint(code)) : " ";
    }
    if (reference) return Object.hasOwn(shapes.rujukan, reference) ? shapes.rujukan[reference] : " ";
    if (mark[0] === "]" || mark[0] === "*") return "";
    return mark.includes("\n") ? " " : ` ${list ?? ""}`;
  };
  return {
    /** @param {string} text */
    written: (text) => {
      const places = Array.from({ length: text.length + 1 }, (_, place) => place);
      return but({ text, places }, NOT_ASCII, ([char]) => plain(char));
    },
    /** @param {Reading} written */
    shown: (written) => but(written, shown, asShown),
  };
};
