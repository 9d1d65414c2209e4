// Dates of which a part may be unknown, and what wrongly written ones mean: the twin of generator/dates.py.
import {
  AROUND,
  DASH,
  DAY_FIRST,
  FIRST_YEAR,
  IN_WORDS,
  LAST_YEAR,
  MONTH_FIRST,
  OTHER_MONTHS,
  PARTIAL,
  YEAR_FIRST,
} from "./settings.js";
import { everywhere, stripped } from "./texts.js";

/** @typedef {{ text: string, first: string, last: string }} PartialDate from `first` to `last`: ISO texts, which sort */

const DASHES = everywhere(DASH);
const ALL_AROUND = everywhere(AROUND);

/** @param {string | number} number */
const two = (number) => String(number).padStart(2, "0");
/** @type {(year: number, month: number) => number} */
const daysIn = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null for anything else.
 * @type {(text: string) => PartialDate | null}
 */
export const readDate = (text) => {
  const match = PARTIAL.exec(text);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number);
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  if (!match[2]) return { text, first: `${year}-01-01`, last: `${year}-12-31` };
  if (month < 1 || month > 12) return null;
  const most = daysIn(year, month);
  if (!match[3]) return { text, first: `${text}-01`, last: `${text}-${two(most)}` };
  return day >= 1 && day <= most ? { text, first: text, last: text } : null;
};

/** @type {(one: PartialDate, other: PartialDate) => boolean} */
export const surelyBefore = (one, other) => one.last < other.first;
/** @type {(a: string, b: string) => number} */
const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
/** @type {(a: PartialDate, b: PartialDate) => number} */
export const compareDates = (a, b) => order(a.first, b.first) || order(a.last, b.last);

/**
 * A date as one writes it in a letter: `3 Mei 2019`, `Mei 2019` or `2019`.
 * @type {(text: string, months: string[]) => string}
 */
export const spoken = (text, months) => {
  const [year, month, day] = text.split("-");
  return [day && String(+day), month && months[+month - 1], year].filter(Boolean).join(" ");
};

/** @type {(name: string, months: string[]) => number | undefined} */
export const monthNumber = (name, months) => {
  const own = Object.fromEntries(months.map((month, number) => [month.toLowerCase(), number + 1]));
  const known = [...Object.entries(own), ...Object.entries(OTHER_MONTHS)];
  return known.find(([month]) => month.startsWith(name.toLowerCase()))?.[1];
};

/**
 * What a wrongly written date (`17-8-2025`, `Agustus 2025`) most likely means; "" if nobody knows.
 * @type {(typed: string, months: string[]) => string}
 */
export const meantDate = (typed, months) => {
  const text = stripped(typed).replace(DASHES, "-").replace(ALL_AROUND, "");
  const [, d1, m1, y1] = DAY_FIRST.exec(text) ?? [];
  const [, y2, m2, d2] = YEAR_FIRST.exec(text) ?? [];
  const [, m3, y3] = MONTH_FIRST.exec(text) ?? [];
  const [, d4, name, y4] = IN_WORDS.exec(text) ?? [];
  const year = y1 ?? y2 ?? y3 ?? y4;
  const day = d1 ?? d2 ?? d4;
  const month = m1 ?? m2 ?? m3 ?? (name && monthNumber(name, months));
  if (!year) return readDate(text)?.text ?? "";
  if (!month) return "";
  return readDate([year, two(month), ...(day ? [two(day)] : [])].join("-"))?.text ?? "";
};
