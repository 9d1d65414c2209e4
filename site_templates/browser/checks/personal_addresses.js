// Private mail, and what web addresses name as a person's.
import { MAIL_BEFORE, MAIL_BEHIND, WORDS_BEFORE } from "./settings.js";

/**
 * @typedef {import("./personal_numbers.js").Finding} Finding
 * @typedef {import("./personal_shapes.js").Patterns} Patterns
 */

const LONG = /[0-9]{8,}/g;
const PERCENT = /%([0-7][0-9A-Fa-f])/g;

/**
 * An address with its escapes (`%2B`) as the signs that they stand for, as long as it was.
 * @param {string} address
 */
export const decoded = (address) =>
  address.replace(PERCENT, (_, code) => `  ${String.fromCharCode(parseInt(code, 16))}`);

/**
 * As many blanks as an address has characters, but for what it names as a person's.
 * @type {(address: string, patterns: Patterns) => string}
 */
export const blanked = (address, { named }) => {
  let put = "";
  for (const { 0: whole, 1: value, index } of address.matchAll(named))
    put = put.padEnd(index + whole.length - value.length) + decoded(value);
  return put.padEnd(address.length);
};

/**
 * The domain behind an `@`. What stands behind a gap may be the name by which a chat program calls an office.
 * @type {(behind: string, gap: string, patterns: Patterns) => RegExpExecArray | null}
 */
const domainOf = (behind, gap, { tight, loose, provider }) =>
  (gap ? null : tight.exec(behind)) ??
  (!gap || /^[ \t\n]/.test(behind) ? loose.exec(behind) : null) ??
  provider.exec(behind);

/** @type {(text: string, patterns: Patterns) => Finding[]} */
export const mailsIn = (text, patterns) =>
  [...text.matchAll(/@/g)].flatMap(({ index: at }) => {
    const left = patterns.name.exec(text.slice(Math.max(0, at - MAIL_BEFORE), at));
    const domain = left && domainOf(text.slice(at + 1, at + MAIL_BEHIND), left[2], patterns);
    if (!domain || patterns.offices.some((office) => `.${domain[2].toLowerCase()}`.endsWith(office))) return [];
    return [{ code: "P004", start: at - left[0].length, end: at + 1 + domain[0].length, digits: "" }];
  });

/**
 * Numbers of any country by which an address opens a chat.
 * @type {(text: string, patterns: Patterns) => Finding[]}
 */
export const chatsIn = (text, { chat }) => {
  const found = [...text.matchAll(LONG)];
  const opening = found.filter(({ index }) => chat.test(text.slice(Math.max(0, index - WORDS_BEFORE), index)));
  return opening.map(({ 0: digits, index }) => ({ code: "P003", start: index, end: index + digits.length, digits }));
};
