// @ts-nocheck
// An entry's file as somebody has it on the disk, faulty or not -> what the form can hold of it, and the text of the rest.
import { FALSE_WORDS, NULLS, TRUE_WORDS } from "./settings.js";
import { Lexer, isMap, isScalar, isSeq, parseAllDocuments } from "./vendor-yaml.js";

const MOST_BYTES = 512 * 1024;
const OPTIONS = { strict: false, uniqueKeys: false, schema: "failsafe", merge: false, logLevel: "silent", prettyErrors: false };
const SCALAR = "\x1f"; // before the text of a scalar among the lexer's tokens
const KEY = /^(?:"([^"]+)" *|'([^']+)' *|([\p{L}_][^:#{}[\]"']*)):(?=\s|$)/u;

/** Bytes of any of the encodings that editors write. */
const decoded = (bytes) => {
  const [first, second] = new Uint8Array(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
};

/** The text cut at each key of the outermost level, so that a slip in one part spoils no other. */
const cut = (text) => {
  const lines = text.split("\n"), filled = lines.filter((line) => line.trim() && !line.startsWith("#"));
  const margin = filled.reduce((least, line) => Math.min(least, line.search(/[^ ]/)), Infinity);
  const parts = [];
  for (const whole of lines) {
    const line = whole.slice(Math.min(margin, whole.search(/[^ ]|$/))), key = KEY.exec(line);
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(line)) parts.push({ mark: true, lines: line.trim().length > 3 ? [line.slice(3)] : [] });
    else if (key) parts.push({ key: key.slice(1).find(Boolean).trimEnd(), lines: [line] });
    else if (parts.length && (/^[ \t\]}-]/.test(line) || !line.trim() || line.startsWith("#"))) parts.at(-1).lines.push(line);
    else parts.push({ lines: [line] });
  }
  return parts;
};

/** Slips that can be mended without a doubt: tabs before a line, values whose signs mean something to YAML. */
const mended = (text) => {
  const lines = text.split("\n"), prose = /[|>][-+0-9]*\s*$/.test(lines[0]);
  return lines.map((line) => mendedLine(line, prose)).join("\n");
};
const mendedLine = (line, prose) => {
  const [, tabs, rest] = /^([ \t]*)(.*)$/.exec(line), indent = tabs.replaceAll("\t", "  ");
  const [, start, value] = /^((?:- )*[\p{L}_][\p{L}\w -]*: +)([^"'|>[{#\s].*)$/u.exec(rest) ?? [];
  const wrong = value && !prose && /: |:$|^[@`%&*!]/.test(value);
  return indent + (wrong ? start + JSON.stringify(value.trimEnd()) : rest);
};

const parsed = (text) => {
  try {
    const [first] = parseAllDocuments(text, OPTIONS);
    return first ? { contents: first.contents, faulty: first.errors.length > 0 } : { contents: null, faulty: false };
  } catch { // nested too deep
    return { contents: null, faulty: true };
  }
};
/** A part read as it is, or mended, whichever can be read whole. */
const read = (text) => {
  const plain = { ...parsed(text), text };
  if (!plain.faulty) return plain;
  const mend = mended(text), second = { ...parsed(mend), text: mend };
  return second.faulty ? plain : second;
};

const comments = (text) => {
  const found = [];
  try {
    let before = "";
    for (const token of new Lexer().lex(text)) {
      if (token.startsWith("#") && before !== SCALAR) found.push(token);
      before = token;
    }
  } catch { /* what cannot be read is listed whole */ }
  return found;
};

/**
 * `file` as {data, slug, lost}: what has a place in the form, and {why, text} of all that has none; or {refused}, a
 * sentence, of what is no entry at all.
 */
export const open = async (file, shapes, form) => {
  if (file.size > MOST_BYTES)
    return { refused: `Berkas itu lebih dari ${MOST_BYTES / 1024} KB, terlalu besar untuk satu inovasi. Salin isinya ke formulir.` };
  const text = decoded(await file.arrayBuffer());
  if (text.includes("\0"))
    return { refused: "Berkas itu bukan berkas teks. Pilih berkas .yml yang diunduh dari formulir ini, atau salin isinya ke formulir." };
  if (!text.trim()) return { refused: "Berkas itu kosong." };
  const found = placed(text, shapes, form);
  if (!Object.keys(found.data).length)
    return { refused: "Tidak ada kolom isian yang dikenali di berkas itu. Salin isinya ke kolom yang sesuai." };
  return { ...found, slug: slugOf(file.name, form) };
};
/** The name that a file had before browsers and desktops named its copies. */
const slugOf = (name, { tools, aturan }) => {
  const own = name.replace(/\.[^.]*$/, "").replace(/ ?\(\d+\)$| - (?:Copy|Salin(?:an)?)$/i, "").replace(/^(?:Salinan|Copy)(?: dari| of)? /i, "");
  return tools.asSlug(own, aturan.slug_terpanjang);
};

/** The text of a file in its places; see `open`. */
export const placed = (text, shapes, form) => {
  const { tools, words } = form, lost = [], data = {};
  const lose = (why, what) => { if (what.trim()) lost.push({ why, text: what.trim() }); };
  const source = (node, whole) => whole.slice(node.range[0], node.range[1]).trim();

  const textOf = (node, whole) => {
    if (!isScalar(node)) return source(node, whole);
    if (!node.tag && !node.anchor) return node.value;
    return `${mark(whole, node.range[0])}${source(node, whole)}`.trim();
  };
  const single = (node, shape, whole, label) => {
    if (!node || (isScalar(node) && node.type === "PLAIN" && NULLS.includes(node.value) && !node.tag)) return undefined;
    if (shape.kind === "kelompok") {
      if (isMap(node)) return group(node.items, shape.inner, whole, label);
      return lose(`${label}: harus berisi kelompok kolom.`, source(node, whole));
    }
    const found = textOf(node, whole);
    if (shape.kind === "ya_tidak") {
      const word = found.trim().toLowerCase();
      if (TRUE_WORDS.includes(word)) return true;
      return FALSE_WORDS.includes(word) ? undefined : lose(`${label}: "${found}" bukan ya atau tidak.`, found);
    }
    if (shape.kind !== "kata") return found;
    const known = words(shape.vocabulary), word = found.trim();
    const meant = Object.hasOwn(known, word) ? word : tools.nearest(word, known);
    return meant || lose(`${label}: bukan pilihan yang tersedia.`, found);
  };
  const value = (node, shape, whole, label) => {
    if (shape.keyed) {
      if (!node || NULLS.includes(node.value)) return undefined;
      if (!isMap(node)) return lose(`${label}: harus berisi kelompok kolom.`, source(node, whole));
      const known = words(shape.vocabulary), found = {};
      for (const { key, value: item } of node.items) {
        const word = isScalar(key) && (Object.hasOwn(known, key.value) ? key.value : tools.nearest(String(key.value), known));
        if (!word) lose(`${label}: bukan pilihan yang tersedia.`, pair({ key, value: item }, whole));
        else if (Object.hasOwn(found, word)) lose(`${label}: ${known[word]} ditulis lebih dari satu kali.`, pair({ key, value: item }, whole));
        else found[word] = single(item, { ...shape, keyed: false }, whole, known[word]) ?? {};
      }
      return found;
    }
    if (!shape.most) return single(node, shape, whole, label);
    const items = isSeq(node) ? node.items : [node];
    return items.map((item, number) => single(item, shape, whole, `${label} ${number + 1}`)).filter((item) => item !== undefined);
  };
  /** The tag or anchor that ends at `end`, with the blanks behind it; found from its end, for a file may have thousands. */
  const mark = (whole, end) => {
    let from = end;
    while (from && /\s/.test(whole[from - 1])) from--;
    while (from && /\S/.test(whole[from - 1])) from--;
    return "&!".includes(whole[from]) ? whole.slice(from, end) : "";
  };
  const pair = ({ key, value: item }, whole) => whole.slice(key?.range?.[0] ?? item?.range?.[0] ?? 0, item?.range?.[1] ?? key?.range?.[1]);
  const labels = new Map();
  const shapeOf = (key, known) => {
    if (!labels.has(known)) labels.set(known, Object.fromEntries(known.map((shape) => [shape.key, shape.label])));
    const names = labels.get(known);
    return known.find((shape) => shape.key === (Object.hasOwn(names, key) ? key : tools.nearest(key, names)));
  };
  const group = (pairs, known, whole, label, into = {}) => {
    for (const each of pairs) {
      const key = isScalar(each.key) ? String(each.key.value) : "", shape = key && shapeOf(key, known);
      const name = label ? `${label}, ${shape?.label ?? key}` : shape?.label;
      if (!shape) lose(`Kolom "${key}" tidak dikenal di sini.`, pair(each, whole));
      else if (Object.hasOwn(into, shape.key)) lose(`Kolom "${shape.label}" ditulis lebih dari satu kali.`, pair(each, whole));
      else {
        const found = each.value && value(each.value, shape, whole, name);
        if (found !== undefined && found !== null) into[shape.key] = found;
      }
    }
    return into;
  };

  const parts = cut(text.replace(/\r\n?/g, "\n").replace(/^\ufeff/, ""));
  const begun = parts.findIndex(({ key }) => key);
  const second = parts.findIndex((each, number) => each.mark && begun >= 0 && begun < number);
  const first = second < 0 ? parts : parts.slice(0, second);
  if (second >= 0) lose("Bagian kedua berkas, sesudah baris ---.", parts.slice(second).flatMap(({ lines }) => lines).join("\n"));
  const remarks = [];
  if (first.some(({ key }) => key && shapeOf(key, shapes))) {
    for (const { key, lines } of first) part(key, lines.join("\n"));
  } else {
    const whole = text.replace(/\r\n?/g, "\n"), { contents } = parsed(whole);
    const pairs = isMap(contents) ? contents.items : isSeq(contents) ? contents.items.filter(isMap).flatMap(({ items }) => items) : [];
    group(pairs, shapes, whole, "", data);
    if (!pairs.length) lose("Isi berkas tidak terbaca sebagai isian.", whole);
  }
  if (remarks.length) lose("Catatan dalam berkas, sesudah tanda #.", remarks.join("\n"));
  return { data, lost };

  function part(key, raw) {
    const shape = key && shapeOf(key, shapes), { contents, faulty, text: whole } = read(raw);
    const plain = shape && !shape.inner && !shape.most;
    for (const comment of comments(whole)) if (!known(comment)) remarks.push(comment);
    if (faulty && plain && !Object.hasOwn(data, shape.key))
      data[shape.key] = raw.slice(raw.indexOf(":") + 1).replace(/^ *[|>][-+0-9]*\n/, "").trim().replace(/^(["'])(?![^]*\1$)/, "");
    else if (isMap(contents) && (shape || contents.items.length)) {
      group(contents.items, shapes, whole, "", data);
      if (faulty) lose(`${shape?.label ?? key ?? "Berkas"}: tidak terbaca seluruhnya.`, raw);
    } else lose("Baris ini tidak terbaca.", raw.split("\n").filter((line) => !line.startsWith("#")).join("\n"));
  }
  /** Whether a comment only repeats what the program itself writes into files. */
  function known(comment) {
    return comment.includes("yaml-language-server") || /^#[ -]*(?:[a-z_][a-z_-]*:(?: *-)?)?$/.test(comment)
      || shapes.some(({ label, help }) => comment.startsWith(`# ${label}`) && comment.endsWith(help));
  }
};
