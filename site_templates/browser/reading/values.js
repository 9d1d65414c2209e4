// @ts-nocheck
// The kinds of value that an entry holds: the twin of generator/schema/fields.py, generator/dates.py and generator/text/web_address.py; no DOM.

/** Characters that `katalog check` refuses: they do not show, or one program sees them and another does not. */
export const BANNED = new RegExp(
  "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u00ad\\u200b\\u200e\\u200f\\u2028\\u2029\\u202a-\\u202e" +
  "\\u061c\\u115f\\u1160\\u180e\\u2060-\\u206f\\u2800\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb\\ufffe\\uffff\\ue000-\\ue004" +
  "\\ud800-\\udfff\\u{e0000}-\\u{e01ef}]|\\r(?!\\n)", "gu");
const BLANK = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const IS_BLANK = new RegExp(BLANK), BLANKS = new RegExp(`${BLANK}+`, "g");
const BULLETS = /[\uf0b7\uf0a7\uf076\uf0d8]/g;
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
export const stripped = (text) => bared(text, (sign) => IS_BLANK.test(sign));
/** Characters as people and Python count them. */
export const lengthOf = (text) => [...text].length;
export const isPrintable = (text) => !UNPRINTABLE.test(text);
export const isVisible = (text) => /[\p{L}\p{N}]/u.test(text);
const bullets = (text) => text.replace(BULLETS, "•");

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

export const isSlug = (text, longest) => text.length <= longest && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
/** A slug made of a name; "" if it holds no letter of the Latin alphabet. */
export const asSlug = (name, longest) => {
  const whole = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return whole.length <= longest ? whole : whole.slice(0, longest + 1).replace(/-[^-]*$/, "").slice(0, longest);
};

export const MAIL = /^[A-Za-z0-9._%+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}$/;
export const PHONE = /^\+?[0-9(][0-9 ().-]{1,20}[0-9](?: ?ext\.? ?[0-9]{1,5})?$/i;

const FIRST_YEAR = 1945, LAST_YEAR = 2100;
const two = (number) => String(number).padStart(2, "0");
const daysIn = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` as the days from `first` to `last` (ISO texts, which sort); null for anything else. */
export const readDate = (text) => {
  const match = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/.exec(text);
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

// What letters put before and between the parts of a date.
const AROUND = /^(?:Senin|Selasa|Rabu|Kamis|Jum['\u2019]?at|Sabtu|Minggu|Ahad)[, ] *(?=[0-9]{1,2}[^0-9])|^(?:Tahun|TA) +|(?<=[A-Za-z0-9])[.,](?= |$)/gi;
const OTHER_MONTHS = {
  january: 1, pebruari: 2, february: 2, march: 3, may: 5, june: 6, july: 7,
  august: 8, agt: 8, agst: 8, october: 10, nopember: 11, december: 12,
};
const monthNumber = (name, months) => {
  const known = [...months.map((month, number) => [month.toLowerCase(), number + 1]), ...Object.entries(OTHER_MONTHS)];
  return known.find(([month]) => month.startsWith(name.toLowerCase()))?.[1];
};
/** What a wrongly written date (`17-8-2025`, `Agustus 2025`) most likely means; "" if nobody knows. */
export const meantDate = (typed, months) => {
  const text = stripped(typed).replace(/(?:(?<! ) +)?[-\u2013] */g, "-").replace(AROUND, "");
  const [, d1, m1, y1] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text) ?? [];
  const [, y2, m2, d2] = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(text) ?? [];
  const [, m3, y3] = /^(\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  const [, d4, name, y4] = /^(?:(\d{1,2})[\s-]*)?([A-Za-z]{3,9})[\s-]+(\d{4})$/.exec(text) ?? [];
  const year = y1 ?? y2 ?? y3 ?? y4, day = d1 ?? d2 ?? d4;
  const month = m1 ?? m2 ?? m3 ?? (name && monthNumber(name, months));
  if (!year) return readDate(text)?.text ?? "";
  if (!month) return "";
  return readDate([year, two(month), ...(day ? [two(day)] : [])].join("-"))?.text ?? "";
};

const NO_HOST = /^(?:[0-9]+|0x[0-9a-f]*|localhost|local|internal)$/;
const HOST_LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;
/** Why an address must not become a link, as a key of the causes that the site knows; "" if it may. */
export const addressFault = (address) => {
  if (!isPrintable(address) || /[\s<>"\\`{}|^]/.test(address)) return "tanda";
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]*):(.*)$/i.exec(address) ?? [, "", address];
  const host = rest.startsWith("//") ? /^[^/?#]*/.exec(rest.slice(2))[0] : "";
  const name = host.slice(host.lastIndexOf("@") + 1);
  const [, before, , port] = /^([^:]*)(:(.*))?$/.exec(name);
  if (/[[\]]/.test(host) || (port && !(/^[0-9]+$/.test(port) && +port <= 65535))) return "susunan";
  if (!/^https?$/i.test(scheme)) return "awal";
  if (host.includes("@")) return "pengguna";
  const labels = before.toLowerCase().split(".");
  if (labels.length === 4 && labels.every((label) => /^(?:0|[1-9][0-9]{0,2})$/.test(label) && +label < 256)) return "ip";
  return labels.length < 2 || NO_HOST.test(labels.at(-1)) || !labels.every((label) => HOST_LABEL.test(label)) ? "nama" : "";
};

const folded = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
/** Words, slug -> label, by every spelling; kept for as long as the words are. */
const spelt = new WeakMap();
const spellings = (words) => {
  if (!spelt.has(words))
    spelt.set(words, new Map([...Object.entries(words).map(([slug, label]) => [folded(label), slug]),
      ...Object.keys(words).map((slug) => [slug, slug])]));
  return spelt.get(words);
};
/** The word that was surely meant, by its spelling or its label; "" if none or several may be. */
export const nearest = (value, words) => {
  const wanted = folded(value), known = spellings(words);
  if (known.has(wanted)) return known.get(wanted);
  const parts = [...new Set(wanted.split("-"))];
  const holds = (all) => parts.every((part) => all.includes(part));
  const holding = new Set([...known].filter(([word]) => holds(word.split("-"))).map(([, slug]) => slug));
  return wanted && holding.size === 1 ? [...holding][0] : "";
};
