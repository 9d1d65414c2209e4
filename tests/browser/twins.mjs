// Answers of the browser's half. Standard input: {pair: [arguments]}; standard output: {pair: [answer]}.
import { readFileSync } from "node:fs";
import * as checks from "../../site_templates/browser/checks/settings.js";
import { isEmpty, write } from "../../site_templates/browser/checks/entry.js";
import { scanner } from "../../site_templates/browser/checks/personal.js";
import { spelledAlike } from "../../site_templates/browser/form/likeness.js";
import * as reading from "../../site_templates/browser/reading/settings.js";
import * as values from "../../site_templates/browser/reading/values.js";
import { roots, words } from "../../site_templates/browser/search/roots.js";
import * as search from "../../site_templates/browser/search/settings.js";

const { shapes, fields, comment, months, longest, vocabulary, taken, ask } = JSON.parse(readFileSync(0, "utf8"));
const { find, asRead } = scanner(shapes);
const { readDate } = values;

/** Code points that this edition of Unicode gives to no character, as [first, last]. */
const unassigned = () => {
  const runs = [];
  for (let code = 0; code <= 0x10ffff; code++)
    if (/\p{Cn}/u.test(String.fromCodePoint(code))) {
      if (runs.at(-1)?.[1] === code - 1) runs.at(-1)[1] = code;
      else runs.push([code, code]);
    }
  return runs;
};

const SHARED = { reading, checks, search };
/** What a pattern finds in a text: the program's own pattern, or one of the shapes of personal data. */
const matched = ([pattern, text]) => {
  const [room, name] = pattern.split("/"), own = SHARED[room]?.[name];
  const wanted = own ? new RegExp(own, `g${own.flags}`) : new RegExp(pattern, "giu");
  return [...text.matchAll(wanted)].map((found) => [...found].map((part) => part ?? null));
};

const PAIRS = {
  pattern: matched,
  unassigned,
  slug: (text) => values.asSlug(text, longest),
  written_date: (text) => {
    const read = values.writtenDate(text, months);
    return read && !Array.isArray(read) ? [read.date, read.whole] : read ?? [];
  },
  amount: (text) => {
    const { amounts, sure } = values.writtenAmount(text);
    return [amounts, sure];
  },
  names_alike: (text) => Math.round(1e9 * spelledAlike(text, "Pojok Baca (SIAP) digital")) / 1e9,
  proposed_slug: (text) => values.proposedSlug(text, "disdik", longest, (slug) => taken.includes(slug)),
  is_slug: (text) => values.isSlug(text, longest),
  words,
  roots: (text) => [...roots(text)].sort(),
  one_line: values.oneLine,
  paragraphs: values.paragraphs,
  stripped: values.stripped,
  length: values.lengthOf,
  visible: values.isVisible,
  printable: values.isPrintable,
  banned: (text) => [...text.matchAll(values.BANNED)].map(([found]) => found),
  mail: (text) => values.MAIL.test(text),
  phone: (text) => values.PHONE.test(text),
  date: (text) => { const read = readDate(text); return read && [read.text, read.first, read.last]; },
  date_meant: (text) => values.meantDate(text, months),
  date_spoken: (text) => readDate(text) && values.spoken(text, months),
  dates_compared: ([one, other]) => {
    const [a, b] = [readDate(one), readDate(other)];
    return a && b && [Math.sign(values.compareDates(a, b)), values.surelyBefore(a, b)];
  },
  address: values.addressFault,
  word_meant: (text) => values.nearest(text, vocabulary),
  personal: (text) => find(text).map(({ code, shown }) => [code, shown]),
  as_read: asRead,
  empty: isEmpty,
  entry: (data) => write(data, fields, comment),
};

const answers = Object.fromEntries(Object.entries(ask).map(([pair, asked]) => [pair, asked.map((argument) => PAIRS[pair](argument))]));
process.stdout.write(JSON.stringify(answers));
