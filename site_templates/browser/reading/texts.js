// Lines and prose as files keep them: the twin of the texts of generator/schema/fields.py.
import { BLANKS as BLANK, BULLETS, BANNED as HIDDEN } from "./settings.js";

/** @param {RegExp} pattern */
export const everywhere = (pattern) => new RegExp(pattern, `g${pattern.flags}`);
/** Characters that `katalog check` refuses: they do not show, or one program sees them and another does not. */
export const BANNED = everywhere(HIDDEN);
const BLANKS = everywhere(BLANK);
const ALL_BULLETS = everywhere(BULLETS);
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

/**
 * Without what `drops` names at both ends, or the end alone. Every sign is looked at once, which no pattern that ends
 * in $ does.
 * @param {string} text
 * @param {(sign: string) => boolean} drops
 */
export const bared = (text, drops, { start = true } = {}) => {
  let from = 0;
  let to = text.length;
  while (to && drops(text[to - 1])) to--;
  while (start && from < to && drops(text[from])) from++;
  return text.slice(from, to);
};

/** @param {string} text */
export const hasBlank = (text) => BLANK.test(text);
/**
 * Without blanks at both ends, blanks as Python counts them.
 * @param {string} text
 */
export const stripped = (text) => bared(text, hasBlank);
/**
 * Characters as people and Python count them.
 * @param {string} text
 */
export const lengthOf = (text) => [...text].length;
/** @param {string} text */
export const isPrintable = (text) => !UNPRINTABLE.test(text);
/** @param {string} text */
export const isVisible = (text) => /[\p{L}\p{N}]/u.test(text);

/** @param {string} text */
const bullets = (text) => text.replace(ALL_BULLETS, "•");
/** @param {string} text */
export const oneLine = (text) => bullets(stripped(text.replace(BLANKS, " ")).normalize("NFC"));

/** @param {string} sign */
const endsNoLine = (sign) => " \t\u00a0".includes(sign);
/** @param {string} text */
export const paragraphs = (text) => {
  const lines = text.split("\n");
  const last = lines.splice(-1);
  const ended = lines.map((line) => bared(line.replace(/\r$/, ""), endsNoLine, { start: false }));
  const whole = [...ended, ...last].join("\n").replaceAll("\r", "");
  const plain = whole.normalize("NFC").replace(/\u00a0/g, " ");
  return bullets(stripped(plain.replace(/\n{3,}/g, "\n\n")));
};
