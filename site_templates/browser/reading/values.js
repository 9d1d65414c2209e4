// @ts-nocheck
// The kinds of value that an entry holds: the twin of generator/schema/fields.py, generator/dates.py and generator/text/web_address.py; no DOM.

import {
  AROUND, BANNED as HIDDEN, BLANKS as BLANK, BULLETS, DASH, DAY_FIRST, FIRST_YEAR, FORBIDDEN, HOST, HOST_LABEL, IN_WORDS, LAST_PORT,
  LAST_YEAR, MAIL, MONTH_FIRST, NO_HOST, OTHER_MONTHS, PARTIAL, PARTS, PHONE, SLUG, YEAR_FIRST,
} from "./settings.js";

export { MAIL, PHONE };
const everywhere = (/** @type {RegExp} */ pattern) => new RegExp(pattern, `g${pattern.flags}`);
/** Characters that `katalog check` refuses: they do not show, or one program sees them and another does not. */
export const BANNED = everywhere(HIDDEN);
const BLANKS = everywhere(BLANK), ALL_BULLETS = everywhere(BULLETS), DASHES = everywhere(DASH), ALL_AROUND = everywhere(AROUND);
// Rupiah as people write them: Rp25.000.000,00
const AMOUNT = /^(?:Rp\.? ?)?[0-9]{1,3}(?:\.[0-9]{3})+(?:,(?:00|-))?$/i;
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

/** Without what `drops` names at both ends, or the end alone. Every sign is looked at once, which no pattern that ends in $ does. */
export const bared = (text, drops, { start = true } = {}) => {
  let from = 0, to = text.length;
  while (to && drops(text[to - 1])) to--;
  while (start && from < to && drops(text[from])) from++;
  return text.slice(from, to);
};
/** Without blanks at both ends, blanks as Python counts them. */
export const stripped = (text) => bared(text, (sign) => BLANK.test(sign));
/** Characters as people and Python count them. */
export const lengthOf = (text) => [...text].length;
export const isPrintable = (text) => !UNPRINTABLE.test(text);
export const isVisible = (text) => /[\p{L}\p{N}]/u.test(text);
const bullets = (text) => text.replace(ALL_BULLETS, "•");

export const oneLine = (text) => bullets(stripped(text.replace(BLANKS, " ")).normalize("NFC"));
export const paragraphs = (text) => {
  const lines = text.split("\n"), last = lines.pop();
  const ended = lines.map((line) => bared(line.replace(/\r$/, ""), (sign) => " \t\u00a0".includes(sign), { start: false }));
  const whole = [...ended, last].join("\n").replaceAll("\r", "");
  return bullets(stripped(whole.normalize("NFC").replace(/\u00a0/g, " ").replace(/\n{3,}/g, "\n\n")));
};

/** Typed or pasted text as it may be kept: what hides inside it is gone; dates and amounts in the form that files have. */
export const cleaned = (typed, kind, months) => {
  const text = typed.replace(/\r\n?|\u2028|\u2029|\x0b/g, "\n").replace(BANNED, "").replace(/\t/g, " ");
  if (kind === "prosa") return paragraphs(text);
  const line = oneLine(text);
  if (kind === "tanggal" || kind === "hari") return readDate(line) ? line : meantDate(line, months) || line;
  if (kind === "bilangan" && AMOUNT.test(line)) return line.replace(/,.*/, "").replace(/[^0-9]/g, "");
  if (kind === "desimal" && /^-?[0-9]+,[0-9]+$/.test(line)) return line.replace(",", ".");
  return kind === "surel" ? line.toLowerCase() : line;
};

export const isGroup = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
/** The data of an entry with every text cleaned; what no shape knows stays as it is. */
export const tidied = (data, shapes, months) => {
  const tidy = (value, shape) => {
    if (Array.isArray(value)) return value.map((item) => tidy(item, shape));
    if (typeof value === "string") return cleaned(value, shape.kind, months);
    if (!isGroup(value) || !shape.inner) return value;
    return shape.keyed ? Object.fromEntries(Object.entries(value).map(([word, item]) => [word, tidy(item, { inner: shape.inner })]))
      : tidied(value, shape.inner, months);
  };
  const known = new Map(shapes.map((shape) => [shape.key, shape]));
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, known.has(key) ? tidy(value, known.get(key)) : value]));
};

/** The words of a text in letters and digits of an address, joined by hyphens; any other sign parts words. */
const hyphened = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss")
  .replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
export const isSlug = (text, longest) => text.length <= longest && SLUG.test(text);
/** A slug made of a name; "" if it holds no letter of the Latin alphabet. */
export const asSlug = (name, longest) => {
  const whole = hyphened(name);
  return whole.length <= longest ? whole : whole.slice(0, longest + 1).replace(/-[^-]*$/, "").slice(0, longest);
};

const two = (number) => String(number).padStart(2, "0");
const daysIn = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` as the days from `first` to `last` (ISO texts, which sort); null for anything else. */
export const readDate = (text) => {
  const match = PARTIAL.exec(text);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map((part) => part && +part);
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  if (month === undefined) return { text, first: `${year}-01-01`, last: `${year}-12-31` };
  if (month < 1 || month > 12) return null;
  const most = daysIn(year, month);
  if (day === undefined) return { text, first: `${text}-01`, last: `${text}-${two(most)}` };
  return day >= 1 && day <= most ? { text, first: text, last: text } : null;
};
export const surelyBefore = (one, other) => one.last < other.first;
const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
export const compareDates = (a, b) => order(a.first, b.first) || order(a.last, b.last);

/** A date as one writes it in a letter: `3 Mei 2019`, `Mei 2019` or `2019`. */
export const spoken = (text, months) => {
  const [year, month, day] = text.split("-");
  return [day && String(+day), month && months[+month - 1], year].filter(Boolean).join(" ");
};

const monthNumber = (name, months) => {
  const known = [...months.map((month, number) => [month.toLowerCase(), number + 1]), ...Object.entries(OTHER_MONTHS)];
  return known.find(([month]) => month.startsWith(name.toLowerCase()))?.[1];
};
/** What a wrongly written date (`17-8-2025`, `Agustus 2025`) most likely means; "" if nobody knows. */
export const meantDate = (typed, months) => {
  const text = stripped(typed).replace(DASHES, "-").replace(ALL_AROUND, "");
  const [, d1, m1, y1] = DAY_FIRST.exec(text) ?? [];
  const [, y2, m2, d2] = YEAR_FIRST.exec(text) ?? [];
  const [, m3, y3] = MONTH_FIRST.exec(text) ?? [];
  const [, d4, name, y4] = IN_WORDS.exec(text) ?? [];
  const year = y1 ?? y2 ?? y3 ?? y4, day = d1 ?? d2 ?? d4;
  const month = m1 ?? m2 ?? m3 ?? (name && monthNumber(name, months));
  if (!year) return readDate(text)?.text ?? "";
  if (!month) return "";
  return readDate([year, two(month), ...(day ? [two(day)] : [])].join("-"))?.text ?? "";
};

/** Why an address must not become a link, as a key of the causes that the site knows; "" if it may. */
export const addressFault = (address) => {
  if (!isPrintable(address) || FORBIDDEN.test(address) || BLANK.test(address)) return "tanda";
  const [, scheme = "", authority = ""] = PARTS.exec(address);
  const named = authority.slice(authority.lastIndexOf("@") + 1);
  const [, host = "", port = ""] = HOST.exec(named) ?? [];
  if ((named && !host) || +port > LAST_PORT) return "susunan";
  if (!/^https?$/i.test(scheme)) return "awal";
  if (authority.includes("@")) return "pengguna";
  if (host.startsWith("[")) return "ip";
  const labels = host.toLowerCase().split(".");
  if (labels.length === 4 && labels.every((label) => /^(?:0|[1-9][0-9]{0,2})$/.test(label) && +label < 256)) return "ip";
  return labels.length < 2 || NO_HOST.test(labels.at(-1)) || !labels.every((label) => HOST_LABEL.test(label)) ? "nama" : "";
};

/** Words, slug -> label, by every spelling; kept for as long as the words are. */
const spelt = new WeakMap();
const spellings = (words) => {
  if (!spelt.has(words))
    spelt.set(words, new Map([...Object.entries(words).map(([slug, label]) => [hyphened(label), slug]),
      ...Object.keys(words).map((slug) => [slug, slug])]));
  return spelt.get(words);
};
/** The word that was surely meant, by its spelling or its label; "" if none or several may be. */
export const nearest = (value, words) => {
  const wanted = hyphened(value), known = spellings(words);
  if (known.has(wanted)) return known.get(wanted);
  const parts = [...new Set(wanted.split("-"))];
  const holds = (all) => parts.every((part) => all.includes(part));
  const holding = new Set([...known].filter(([word]) => holds(word.split("-"))).map(([, slug]) => slug));
  return wanted && holding.size === 1 ? [...holding][0] : "";
};
