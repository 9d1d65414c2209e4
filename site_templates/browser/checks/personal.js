// Numbers and addresses that point to a person: the twin of generator/text/personal_data.py. tests/twins.py and
// tests/site/test_form.py hold both together. Which shapes they have comes with the form's data.
import { blanked, chatsIn, decoded, mailsIn } from "./personal_addresses.js";
import { numbersIn } from "./personal_numbers.js";
import { patternsOf } from "./personal_shapes.js";
import { reader } from "./readings.js";

/**
 * @typedef {import("./personal_numbers.js").Finding} Finding
 * @typedef {import("./readings.js").Reading} Reading
 *
 * @typedef {object} Told
 * @property {string} code of the problem
 * @property {string} key the same wherever the same is found again
 * @property {string} shown what may be shown of it
 */

const HINT = /[0-9@&]|\P{ASCII}/u;

/**
 * By place, the longest first.
 * @type {(one: Finding, other: Finding) => number}
 */
const compared = (one, other) => one.start - other.start || other.end - one.end || one.code.localeCompare(other.code);

/**
 * Without parts of one that is told already, and the same in the other reading.
 * @param {Finding[]} found
 */
const apart = (found) => {
  /** @type {Map<string, number>} */
  const reach = new Map();
  return [...found].sort(compared).filter(({ code, start, end }) => {
    if (start < (reach.get(code) ?? 0) || end <= Math.max(0, ...reach.values())) return false;
    reach.set(code, end);
    return true;
  });
};

/**
 * What finds personal data of these shapes (`data_pribadi` of the form's data).
 * @param {import("./personal_shapes.js").Shapes} shapes
 */
export const scanner = (shapes) => {
  const patterns = patternsOf(shapes);
  const { written, shown } = reader(shapes, patterns);
  /**
   * `text` as readers of a page see it: links without targets, no emphasis, lines joined, digits and signs plain.
   * @param {string} text
   */
  const asRead = (text) => shown(written(text)).text;
  /**
   * What one reading holds, at its places in what was typed.
   * @type {(reading: Reading) => Finding[]}
   */
  const foundIn = ({ text, places }) => {
    const whole = text.replace(patterns.address, decoded);
    const own = text.replace(patterns.address, (address) => blanked(address, patterns));
    const found = [...numbersIn(own, patterns), ...chatsIn(whole, patterns), ...mailsIn(whole, patterns)];
    return found.map((one) => ({ ...one, start: places[one.start], end: places[one.end] }));
  };
  /** @param {string} mail */
  const domainOf = (mail) =>
    decoded(asRead(mail))
      .split("@")
      .slice(-1)[0]
      .replace(/^[^\p{L}\p{N}]+/u, "");
  /**
   * NIK, NIP, mobiles and private mail in `text`.
   * @type {(text: string) => Told[]}
   */
  const find = (text) => {
    if (!HINT.test(text)) return [];
    const typed = written(text);
    return apart([...foundIn(typed), ...foundIn(shown(typed))]).map(({ code, start, end, digits }) => {
      if (digits) return { code, key: `${code} ${digits}`, shown: `${digits.slice(0, 2)}… (${digits.length} angka)` };
      const mail = text.slice(start, end);
      return { code, key: `${code} ${mail}`, shown: `…@${domainOf(mail)}` };
    });
  };
  return { find, asRead };
};
