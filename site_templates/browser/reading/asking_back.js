// What was typed, read back: as it was understood, or what it may mean, to choose from.
import { spokenAmount, writtenAmount } from "./amounts.js";
import { readDate, spoken } from "./dates.js";
import { caseless } from "./folding.js";
import { UNTIL } from "./settings.js";
import { oneLine } from "./texts.js";
import { writtenDate } from "./written_dates.js";

/**
 * @typedef {object} ReadBack
 * @property {string} said
 * @property {[value: string, label: string][]} options
 * @property {string} [rest] what was written, where it says more than any option can hold
 */

const UNSURE = "Belum pasti. Maksudnya yang mana?";
const SPAN = new RegExp(UNTIL, "u");
const NUMBERS = /^\d+([-/.])\d+\1\d+$/; // the order of its parts is asked, no word of it

/** @type {(text: string, months: string[]) => ReadBack} */
export const dateBack = (text, months) => {
  if (readDate(text)) return { said: `Dibaca: ${spoken(text, months)}`, options: [] };
  const read = writtenDate(text, months);
  if (!read) return { said: "", options: [] };
  const found = Array.isArray(read) ? read : [read.date];
  const [first] = found;
  const year = first.slice(0, 4);
  // The beginning of a span within one year, or the whole of that year.
  const isWithin = found.length === 1 && first !== year && SPAN.test(caseless(text));
  const dates = isWithin ? [first, year] : found;
  const plain = oneLine(text);
  return {
    said: UNSURE,
    options: dates.map((date) => [date, spoken(date, months)]),
    rest: NUMBERS.test(plain) ? "" : plain,
  };
};

/** @type {(text: string) => ReadBack} */
export const amountBack = (text) => {
  const said = spokenAmount(text.trim());
  if (said) return { said, options: [] };
  const { amounts } = writtenAmount(text);
  const options = amounts.map((digits) => /** @type {[string, string]} */ ([digits, spokenAmount(digits)]));
  return { said: options.length ? UNSURE : "", options };
};
