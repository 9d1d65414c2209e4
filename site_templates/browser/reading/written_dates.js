// Dates as offices write them: the twin of generator/contributing/answers/written_dates.py.
import { meantDate, monthNumber, readDate } from "./dates.js";
import { caseless } from "./folding.js";
import {
  ABOUT,
  BARE_YEAR,
  BEFORE,
  BEHIND,
  NOW,
  PART_OF_YEAR,
  PARTS_NAMED,
  PIVOT,
  ROMAN_MONTHS,
  SCHOOL_YEAR,
  SECOND_TERMS,
  TERM_OF_YEAR,
  TWO_MONTHS,
  UNTIL,
  WITHIN,
  YEAR_BEFORE,
  YEAR_NAMED,
  YEAR_OF_PART,
  ZEROS,
} from "./settings.js";
import { bared, lengthOf, oneLine, stripped } from "./texts.js";

/** @typedef {{ date: string, whole: boolean }} WrittenDate `whole` is false where the words say more than it can hold */
/** @typedef {WrittenDate | string[] | null} Read the date, or those that may be meant, or none */

const YEAR = "([0-9]{4})";
const LEADING = new RegExp(`^(?:${BEFORE})+`, "u");
const TRAILING = new RegExp(`(?<=[0-9])${BEHIND}$`, "u");
const OF_PART = "(?:tahun |th\\.? ?|thn\\.? ?|t\\.?a\\.? ?)?";
const PART = new RegExp(`^${PART_OF_YEAR}[ ,/'\u2019\u2018\`-]*${OF_PART}${YEAR_OF_PART}$`, "u");
const PART_BEHIND = new RegExp(`^${YEAR}[ ,/-]*${PART_OF_YEAR}$`, "u");
const SCHOOL = new RegExp(`^${SCHOOL_YEAR}$`, "u");
const TERM = new RegExp(`^${TERM_OF_YEAR}$`, "u");
const NAMED_YEAR = new RegExp(YEAR_NAMED, "u");
const NAMED_PARTS = new RegExp(`^${PARTS_NAMED}$`, "u");
const YEAR_FIRST = new RegExp(`^${YEAR_BEFORE}$`, "u");
const BOTH_MONTHS = new RegExp(`^${TWO_MONTHS}$`, "u");
const LESS = new RegExp(`^${WITHIN} `, "u");
const UNSURE = new RegExp(`^${ABOUT} ?|\\?$|(?<=[0-9]{4})-?an$`, "u");
const BETWEEN = new RegExp(UNTIL, "gu");
const OPEN = new RegExp(`^(.{4,40}?)${UNTIL}${NOW}$`, "u");
const SHORT_YEAR = /^([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{2})$/u;
const NUMERIC = /^([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})$/u;
const WORDS = /^(?:([0-9]{1,2})[ /.-]*)?([a-z]{3,9})\.?(?:[ ,/.'\u2019-]+|(?=[0-9]{4}$))([0-9]{4}|[0-9]{2})$/u;
const MONTH_DAY = /^([a-z]{3,9})\.? ([0-9]{1,2}), ?([0-9]{4})$/u;
const ROMAN = /^([0-9]{1,2})[-/ .]([ivx]{1,4})[-/ .]([0-9]{4})$/u;
const PACKED = /^((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])$/u;
const ZEROED = new RegExp(`^${ZEROS}$`, "u");
const BARE = new RegExp(`^${BARE_YEAR}$`, "u");
const TWO_YEARS = new RegExp(`^${YEAR} ?[/-] ?${YEAR}$`, "u");
const LONGEST = 80;
const MONTHS = 12;
const DAYS = 31;

/** @param {string} text */
const plainOf = (text) => {
  const line = caseless(oneLine(text)).replace(/[\u2010-\u2014\u2212]/gu, "-");
  const bare = lengthOf(line) <= LONGEST ? bared(line.replace(TRAILING, ""), (sign) => " .,;:".includes(sign)) : line;
  if (PART.test(bare) || SCHOOL.test(bare) || NAMED_PARTS.test(bare)) return bare;
  return stripped(bare.replace(LEADING, "")).replace(NAMED_YEAR, " ");
};

/** @type {(year: string, month?: string | number, day?: string) => string} */
const dated = (year, month = "", day = "") => {
  const parts = [month, day].filter(Boolean).map((part) => String(part).padStart(2, "0"));
  return readDate([year, ...parts].join("-"))?.text ?? "";
};

/** @param {string} year */
const century = (year) => (year.length > 2 ? year : `${Number(year) >= PIVOT ? "19" : "20"}${year}`);

/** @type {(plain: string, months: string[]) => string} */
const single = (plain, months) => {
  const known = meantDate(plain, months);
  if (known) return known;
  const [, filled] = ZEROED.exec(plain) ?? [];
  if (filled) {
    const [sure, month, day] = filled.split("-");
    return dated(sure, month, day);
  }
  const [, bare] = BARE.exec(plain) ?? [];
  if (bare) return dated(century(bare));
  const [, one, other, year] = NUMERIC.exec(plain) ?? [];
  if (year) return dated(year, one, other);
  const [, day, name, itsYear] = WORDS.exec(plain) ?? [];
  const worded = itsYear && named(itsYear, name, day, months);
  if (worded) return worded; // else `VIII` may be a number
  const [, first, then, last] = MONTH_DAY.exec(plain) ?? [];
  if (last) return named(last, first, then, months);
  const [, unit, roman, ofYear] = ROMAN.exec(plain) ?? [];
  if (ofYear && ROMAN_MONTHS.includes(roman)) return dated(ofYear, ROMAN_MONTHS.indexOf(roman) + 1, unit);
  const [, dayNamed, monthNamed, yearNamed] = NAMED_PARTS.exec(plain) ?? [];
  if (yearNamed) return named(yearNamed, monthNamed, dayNamed, months);
  const [, leading, called, bareName, dayBehind] = YEAR_FIRST.exec(plain) ?? [];
  if (leading) return named(leading, called ?? bareName, dayBehind, months);
  const packed = PACKED.exec(plain);
  return packed ? dated(packed[1], packed[2], packed[3]) : "";
};

/** @type {(year: string, name: string, day: string | undefined, months: string[]) => string} */
const named = (year, name, day, months) => {
  const month = /^[0-9]/u.test(name) ? name : monthNumber(name, months);
  return month ? dated(century(year), month, day) : "";
};

/** @type {(plain: string) => Read} */
const short = (plain) => {
  const [, day, , month, year] = SHORT_YEAR.exec(plain) ?? [];
  if (!year) return null;
  if (Number(year) <= MONTHS || Number(day) > DAYS)
    return [dated(century(year), month, day), dated(century(day), month, year)].filter(Boolean);
  const date = dated(century(year), month, day);
  return date ? { date, whole: true } : null;
};

/** @type {(date: string) => Read} */
const partly = (date) => (date ? { date, whole: false } : null);

/**
 * Half a school year: `Semester Genap 2025` may be that of 2024/2025 or that of 2025/2026.
 * @type {(plain: string) => Read}
 */
const term = (plain) => {
  const [, half, begun, ended] = SCHOOL.exec(plain) ?? [];
  if (begun && Number(ended) === Number(begun) + 1) return partly(dated(SECOND_TERMS.includes(half) ? ended : begun));
  const [, named, year] = TERM.exec(plain) ?? [];
  if (!year) return null;
  if (!SECOND_TERMS.includes(named)) return partly(dated(year));
  const both = [dated(year), dated(String(Number(year) + 1))].filter(Boolean);
  return both.length ? both : null;
};

/** @type {(plain: string, months: string[]) => Read} */
const part = (plain, months) => {
  const [, year] = PART.exec(plain) ?? PART_BEHIND.exec(plain) ?? [];
  if (year) return partly(dated(century(year)));
  const [less] = LESS.exec(plain) ?? [];
  if (less) {
    const within = plain.slice(less.length).replace(LEADING, "");
    return partly(single(within, months)) ?? part(within, months);
  }
  const [, one, other, ofBoth] = BOTH_MONTHS.exec(plain) ?? [];
  if (ofBoth) return partly(monthNumber(one, months) && monthNumber(other, months) ? dated(ofBoth) : "");
  const [, open] = OPEN.exec(plain) ?? [];
  return open ? partly(single(stripped(open), months)) : null;
};

/**
 * The two ends of what is written as a span; the first may leave out what the last one says.
 * @type {(plain: string, months: string[]) => [string, string][]}
 */
const ends = (plain, months) =>
  [...plain.matchAll(BETWEEN)].flatMap((sign) => {
    const left = stripped(plain.slice(0, sign.index));
    const right = stripped(plain.slice(sign.index + sign[0].length));
    const last = left && single(right.replace(LEADING, ""), months);
    if (!last) return [];
    const words = right.split(" ");
    const tails = words.map((_, at) => `${left} ${words.slice(at + 1).join(" ")}`);
    const candidates = [left, ...tails, `${left} ${last.slice(0, 4)}`];
    const first = candidates.map((one) => single(one, months)).find(Boolean);
    return first && first <= last ? [/** @type {[string, string]} */ ([first, last])] : [];
  });

/** @type {(plain: string, months: string[]) => Read} */
const range = (plain, months) => {
  const [, ...years] = TWO_YEARS.exec(plain) ?? [];
  if (years.length) return years.every((year) => dated(year)) ? years : null;
  const [found] = ends(plain, months);
  if (!found) return null;
  const [first, last] = found;
  if (first.slice(0, 4) !== last.slice(0, 4)) return found;
  const whole = ["", "-01"].includes(first.slice(4, 7)) && ["", "-12"].includes(last.slice(4, 7));
  return partly(whole || !last.slice(4) ? first.slice(0, 4) : first.slice(0, 7));
};

/** @type {(text: string, months: string[]) => Read} */
export const writtenDate = (text, months) => {
  const plain = plainOf(text);
  if (lengthOf(plain) > LONGEST) return null;
  const [about] = UNSURE.exec(plain) ?? [];
  if (about !== undefined) {
    const rest = writtenDate(stripped(plain.replace(about, () => "")), months);
    return rest && !Array.isArray(rest) ? [rest.date] : null;
  }
  const date = single(plain, months);
  if (date) return { date, whole: true };
  return short(plain) ?? term(plain) ?? part(plain, months) ?? range(plain, months);
};
