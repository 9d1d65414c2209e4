// A file cut into parts and each part read as YAML, mended where no doubt is left.
import { Lexer, parseAllDocuments } from "./vendor-yaml.js";

/**
 * @typedef {object} Part the lines under a key of the outermost level
 * @property {string} [key]
 * @property {boolean} [mark] whether a line `---` begins it
 * @property {string[]} lines
 *
 * @typedef {object} Parsed
 * @property {unknown} contents
 * @property {boolean} faulty
 */

/** @type {import("yaml").ParseOptions & import("yaml").DocumentOptions & import("yaml").SchemaOptions} */
const OPTIONS = {
  strict: false,
  uniqueKeys: false,
  schema: "failsafe",
  merge: false,
  logLevel: "silent",
  prettyErrors: false,
};
const SCALAR = "\x1f"; // before the text of a scalar among the lexer's tokens
const KEY = /^(?:"([^"]+)" *|'([^']+)' *|([\p{L}_][^:#{}[\]"']*)):(?=\s|$)/u;
const MARK = /^(?:---|\.\.\.)(?:\s|$)/;
/** What stands before a plain value, and the value; signs that end a line elsewhere (U+2028) are signs of it. */
const VALUE = /^((?:- )*[\p{L}_][\p{L}\w -]*: +)([^"'|>[{#\s].*)$/su;

/** @param {string} line */
const isFilled = (line) => line.trim() && !line.startsWith("#");
/** @param {string} line */
const belongsAbove = (line) => /^[ \t\]}-]/.test(line) || !isFilled(line);

/**
 * The text cut at each key of the outermost level, so that a slip in one part spoils no other.
 * @param {string} text
 */
export const cut = (text) => {
  const lines = text.split("\n");
  const margin = lines.filter(isFilled).reduce((least, line) => Math.min(least, line.search(/[^ ]/)), Infinity);
  /** @type {Part[]} */
  const parts = [];
  for (const whole of lines) {
    const line = whole.slice(Math.min(margin, whole.search(/[^ ]|$/)));
    const key = KEY.exec(line);
    if (MARK.test(line)) parts.push({ mark: true, lines: line.trim().length > 3 ? [line.slice(3)] : [] });
    else if (key) parts.push({ key: key.slice(1).find(Boolean)?.trimEnd(), lines: [line] });
    else if (parts.length && belongsAbove(line)) parts[parts.length - 1].lines.push(line);
    else parts.push({ lines: [line] });
  }
  return parts;
};

/** @type {(line: string, prose: boolean) => string} */
const mendedLine = (line, prose) => {
  const rest = line.slice(line.search(/[^ \t]|$/));
  const margin = line.slice(0, line.length - rest.length).replaceAll("\t", "  ");
  const [, start, value] = VALUE.exec(rest) ?? [];
  const wrong = value && !prose && /: |:$|^[@`%&*!]/.test(value);
  return margin + (wrong ? start + JSON.stringify(value.trimEnd()) : rest);
};
/**
 * Without slips that can be mended without a doubt: tabs before a line, values whose signs mean something to YAML.
 * @param {string} text
 */
const mended = (text) => {
  const lines = text.split("\n");
  const prose = /[|>][-+0-9]*\s*$/.test(lines[0]);
  return lines.map((line) => mendedLine(line, prose)).join("\n");
};

/** @type {(text: string) => Parsed} */
export const parsed = (text) => {
  try {
    const [first] = parseAllDocuments(text, OPTIONS);
    return first ? { contents: first.contents, faulty: first.errors.length > 0 } : { contents: null, faulty: false };
  } catch {
    return { contents: null, faulty: true }; // nested too deep
  }
};

/**
 * A part read as it is, or mended, whichever can be read whole; `text` is what was read.
 * @type {(text: string) => Parsed & { text: string }}
 */
export const read = (text) => {
  const plain = { ...parsed(text), text };
  if (!plain.faulty) return plain;
  const mend = mended(text);
  const second = { ...parsed(mend), text: mend };
  return second.faulty ? plain : second;
};

/** @param {string} text */
export const comments = (text) =>
  [...new Lexer().lex(text)].filter((token, at, all) => token.startsWith("#") && all[at - 1] !== SCALAR);
