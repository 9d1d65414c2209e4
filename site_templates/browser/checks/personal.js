// @ts-nocheck
// Numbers and addresses that point to a person: the twin of generator/text/personal_data.py, held to it by
// tests/site/test_form.py. Which shapes they have comes with the form's data.

import { MAIL_BEFORE, MAIL_BEHIND, WORDS_BEFORE } from "./settings.js";

const DIGITS = /[0-9]+/g, LONG = /[0-9]{8,}/g, HINT = /[0-9@&]|[^\x00-\x7f]/, SPOKEN = /[\p{L}\p{N}]/u, WORD_BEFORE = /[\p{L}\p{N}]+$/u, NOT_ASCII = /[^\x00-\x7f]/gu;
const INVISIBLE = /^[\p{M}\p{Cf}]/u, DASH = /^[\p{Pd}\u2212]/u, PERCENT = /%([0-7][0-9A-Fa-f])/g;

const digitsOf = (text) => text.replace(/[^0-9]/g, "");
/** An address with its escapes (`%2B`) as the signs that they stand for, as long as it was. */
const decoded = (address) => address.replace(PERCENT, (_, code) => `  ${String.fromCharCode(parseInt(code, 16))}`);

/** A decimal digit of any script as ASCII: Unicode keeps each script's ten in one run. */
const decimal = (char) => {
  let before = 0;
  for (let code = char.codePointAt(0) - 1; /\p{Nd}/u.test(String.fromCodePoint(code)); code--) before++;
  return String(before % 10);
};

/** A text as somebody reads it, and of each of its characters (and of its end) the place in what was typed. */
const reading = (text, places) => ({
  text,
  places,
  /** The same with every match put otherwise. */
  but(pattern, instead) {
    let put = "", at = 0;
    const moved = [];
    const keep = (end) => {
      put += text.slice(at, end);
      for (; at < end; at++) moved.push(places[at]);
    };
    for (const match of text.matchAll(pattern)) {
      keep(match.index);
      const piece = instead(match);
      put += piece;
      for (let more = piece.length; more > 0; more--) moved.push(places[match.index]);
      at = match.index + match[0].length;
    }
    keep(text.length);
    moved.push(places[text.length]);
    return reading(put, moved);
  },
});

/** `find` and `asRead` by these shapes (`data_pribadi` of the form's data). */
export const scanner = (shapes) => {
  const pattern = (shape, flags = "giu") => new RegExp(shape, flags);
  const [honestly, list, figure, beginning, dotted, shown, address, named] =
    ["wajar", "senarai", "angka", "awal", "bertitik", "tampil", "alamat", "disebut"].map((part) => pattern(shapes[part]));
  const [name, tight, loose, provider] = ["nama", "rapat", "renggang", "penyedia"].map((part) => pattern(shapes.surel[part], "iu"));
  const chat = pattern(shapes.obrolan, "iu"), empty = pattern(`^${shapes.hampa}`, "u");
  const kinds = shapes.nomor.map(({ kode, panjang: [least, most], pola, daftar, setelah, kecuali, pasti }) => ({
    code: kode, least, most, sure: pasti, begins: pattern(`(?=${pola})`), right: pattern(`^(?:${pola})$`, "u"),
    listed: daftar && pattern(`^(?:${daftar})$`, "u"), after: setelah && pattern(`^(?:${setelah})$`, "iu"), unless: kecuali && pattern(kecuali, "iu"),
  }));
  const fewest = Math.min(...kinds.map(({ least }) => least));
  const meant = new Map([...Object.entries(shapes.huruf), ...shapes.bulatan.flatMap(([first, last, number]) =>
    Array.from({ length: last.codePointAt(0) - first.codePointAt(0) + 1 },
      (_, more) => [String.fromCodePoint(first.codePointAt(0) + more), String(number + more)]))]);

  /** A character as ASCII if it is a digit or a sign of another shape, as nothing if it does not show. */
  const plain = (char) => {
    if (char <= "\x7f") return char;
    if (INVISIBLE.test(char) || empty.test(char)) return "";
    if (/\p{Nd}/u.test(char)) return decimal(char);
    if (DASH.test(char)) return "-";
    if ("\u3002\uff61".includes(char)) return "."; // a stop that browsers take for the dot of an address (UTS 46)
    const simple = meant.get(char) ?? char.normalize("NFKC"), ascii = /^[\x00-\x7f]*$/.test(simple);
    if (ascii && simple.length === 1) return simple;
    return (ascii && !/[A-Za-z]/.test(simple) && digitsOf(simple)) || char;
  };
  const written = (text) => {
    const places = Array.from({ length: text.length + 1 }, (_, place) => place);
    return reading(text, places).but(NOT_ASCII, ([char]) => plain(char));
  };
  /** What a page shows of a mark of `tampil`. */
  const asShown = ([mark, decimals, hexadecimals, reference, list]) => {
    if (decimals || hexadecimals) {
      const code = decimals ? parseInt(decimals, 10) : parseInt(hexadecimals, 16);
      return code <= 0x10ffff ? plain(String.fromCodePoint(code)) : " ";
    }
    if (reference) return Object.hasOwn(shapes.rujukan, reference) ? shapes.rujukan[reference] : " ";
    if (mark[0] === "]" || mark[0] === "*") return "";
    return mark.includes("\n") ? " " : ` ${list ?? ""}`;
  };

  /** As many blanks as an address has characters, but for what it names as a person's. */
  const blanked = (found) => {
    let put = "";
    for (const { 0: whole, 1: value, index } of found.matchAll(named))
      put = put.padEnd(index + whole.length - value.length) + decoded(value);
    return put.padEnd(found.length);
  };

  /** Groups of digits with few signs and no letter between them. */
  const nearGroups = (text) => {
    const runs = [];
    let end = -1;
    for (const { 0: group, index } of text.matchAll(DIGITS)) {
      const gap = end < 0 ? "" : text.slice(end, index);
      if (end < 0 || gap.length > 2 * shapes.sela || [...gap].length > shapes.sela || SPOKEN.test(gap)) runs.push([]);
      end = index + group.length;
      runs.at(-1).push([index, end]);
    }
    return runs;
  };
  /** A run of groups in `text`: its digits; how many digits stand before a group -> which group; what the groups are part of. */
  const runOf = (text, groups) => {
    const edges = new Map([[0, 0]]);
    let digits = "", marks;
    groups.forEach(([start, end], number) => {
      digits += text.slice(start, end);
      edges.set(digits.length, number + 1);
    });
    /** Where the groups begin of each match; the two characters behind the run tell a share. */
    const parts = (wanted) => {
      const from = Math.max(0, groups[0][0] - 2);
      return [...text.slice(from, groups.at(-1)[1] + 2).matchAll(wanted)].map(({ 0: match, index }) =>
        [...match.matchAll(DIGITS)].map((group) => from + index + group.index));
    };
    const marked = () => {
      if (marks) return marks;
      const written = parts(honestly);
      return (marks = {
        honest: new Set([...written, ...parts(list)].flat()),
        figures: new Set(parts(figure).flat()),
        others: new Set([...written.flatMap((starts) => starts.slice(1)), ...parts(beginning).map(([start]) => start)]),
        coded: new Map(parts(dotted).flatMap((starts) => starts.map((start, number) => [start, [number, starts.length - number - 1]]))),
      });
    };
    return { text, groups, edges, digits, marked };
  };
  /** Whether a code with dots begins well before these groups, or begins among them and ends behind them. */
  const cutsACode = ({ groups, marked }, first, last) => {
    const { coded } = marked();
    const [head] = coded.get(groups[first][0]) ?? [0, 0], [within, tail] = coded.get(groups[last - 1][0]) ?? [0, 0];
    return head > 1 || tail > 1 || (tail === 1 && within < last - 1 - first);
  };
  /** Whether these groups are honest writings, or a list of such for the most part and of plain figures. */
  const isHonest = ({ text, groups, marked }, kind, first, last) => {
    const { honest, figures } = marked(), starts = groups.slice(first, last).map(([start]) => start);
    const known = starts.filter((start) => honest.has(start)).length;
    return known === starts.length || (2 * known >= starts.length - 1 && starts.every((start) => honest.has(start) || figures.has(start))
      && Boolean(kind.listed?.test(text.slice(starts[0], groups[last - 1][1]))));
  };
  /** Whether the groups from `first` to before `last`, or what stands before them, tell of another number. */
  const excused = (run, kind, first, last) => {
    const { text, groups } = run, start = groups[first][0], end = groups[last - 1][1];
    const before = text.slice(Math.max(0, start - WORDS_BEFORE), start), word = WORD_BEFORE.exec(before);
    if (kind.after && word && !kind.after.test(word[0])) return true;
    if (kind.sure && before.endsWith(kind.sure)) return false;
    if (kind.unless?.test(before + text.slice(start, end))) return true;
    return run.marked().others.has(start) || cutsACode(run, first, last) || isHonest(run, kind, first, last);
  };
  /** How many digits stand before the end of the longest number that begins behind `begin` digits; 0 if none does. */
  const endOf = (run, { most, least, right, ...kind }, begin) => {
    for (let end = begin + most; end >= begin + least; end--)
      if (run.edges.has(end) && right.test(run.digits.slice(begin, end)) && !excused(run, kind, run.edges.get(begin), run.edges.get(end)))
        return end;
    return 0;
  };
  /** Every stretch of whole groups that is a number of this kind; they may overlap. */
  const ofKind = (run, kind) => {
    const { edges, groups, digits } = run;
    return [...digits.matchAll(kind.begins)].flatMap(({ index: begin }) => {
      const end = edges.has(begin) && endOf(run, kind, begin);
      if (!end) return [];
      return [{ code: kind.code, start: groups[edges.get(begin)][0], end: groups[edges.get(end) - 1][1], digits: digits.slice(begin, end) }];
    });
  };
  const numbers = (text) => nearGroups(text).filter((groups) => groups.at(-1)[1] - groups[0][0] >= fewest)
    .flatMap((groups) => {
      const run = runOf(text, groups);
      return kinds.flatMap((kind) => ofKind(run, kind));
    });

  /** The domain behind an `@`. What stands behind a gap may be the name by which a chat program calls an office. */
  const domainOf = (behind, gap) =>
    (!gap && tight.exec(behind)) || ((!gap || /^[ \t\n]/.test(behind)) && loose.exec(behind)) || provider.exec(behind);
  const mails = (text) => {
    const found = [];
    for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
      const left = name.exec(text.slice(Math.max(0, at - MAIL_BEFORE), at));
      const domain = left && domainOf(text.slice(at + 1, at + MAIL_BEHIND), left[2]);
      if (domain && !shapes.surel.lembaga.some((office) => `.${domain[2].toLowerCase()}`.endsWith(office)))
        found.push({ code: "P004", start: at - left[0].length, end: at + 1 + domain[0].length, digits: "" });
    }
    return found;
  };

  /** Numbers of any country by which an address opens a chat. */
  const chats = (text) => [...text.matchAll(LONG)].filter(({ index }) => chat.test(text.slice(Math.max(0, index - WORDS_BEFORE), index)))
    .map(({ 0: digits, index }) => ({ code: "P003", start: index, end: index + digits.length, digits }));

  /** What one reading holds, at its places in what was typed. */
  const foundIn = ({ text, places }) => {
    const whole = text.replace(address, decoded);
    return [...numbers(text.replace(address, blanked)), ...chats(whole), ...mails(whole)]
      .map((one) => ({ ...one, start: places[one.start], end: places[one.end] }));
  };
  /** `text` as readers of a page see it: links without targets, no emphasis, lines joined, digits and signs plain. */
  const asRead = (text) => written(text).but(shown, asShown).text;
  /** NIK, NIP, mobiles and private mail in `text`: {code, key, shown}; `key` is the same wherever the same is found again. */
  const find = (text) => {
    if (!HINT.test(text)) return [];
    const typed = written(text), reach = new Map();
    const sorted = [...foundIn(typed), ...foundIn(typed.but(shown, asShown))]
      .sort((one, other) => one.start - other.start || other.end - one.end || (one.code < other.code ? -1 : +(one.code > other.code)));
    return sorted.flatMap(({ code, start, end, digits }) => {
      // A part of one that is told already, or the same in the other reading.
      if (start < (reach.get(code) ?? 0) || end <= Math.max(0, ...reach.values())) return [];
      reach.set(code, end);
      const mail = digits ? "" : text.slice(start, end);
      const domain = decoded(asRead(mail)).split("@").pop().replace(/^[^\p{L}\p{N}]+/u, "");
      return [{
        code, key: `${code} ${digits || mail}`,
        shown: mail ? `…@${domain}` : `${digits.slice(0, 2)}… (${digits.length} angka)`,
      }];
    });
  };
  return { find, asRead };
};
