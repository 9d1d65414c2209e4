// @ts-nocheck
// An innovation's data as the text of its file (the twin of generator/contributing/entry_text.py) and the faults of one entry (the
// rules of `katalog check` for what a form can make). No DOM. tests/site/test_form.py holds both to the program.
import { scanner } from "./personal.js";
import {
  ADDRESS, BARE, BARE_VALUE, DECIMAL, ENDS_BARE, FALSE_WORDS, GROUP, INNOVATIONS, LIST, PLAIN, SHOWN_LENGTH, SITE_ADDRESS, TAKEN, TEXT,
  TRUE_WORDS, WHOLE,
} from "./settings.js";
import {
  BANNED, MAIL, PHONE, addressFault, bared, compareDates, isGroup, isPrintable, isSlug, isVisible, lengthOf, meantDate, nearest,
  oneLine, paragraphs, readDate, spoken, stripped, surelyBefore,
} from "../reading/values.js";

/** Nothing to write: an empty group of empty values too, and `false`, which is what a missing mark means. */
export const isEmpty = (value) => {
  if (Array.isArray(value)) return value.every(isEmpty);
  if (isGroup(value)) return Object.values(value).every(isEmpty);
  return value === null || value === undefined || value === false || (typeof value === "string" && !stripped(value));
};

// Writing

const scalar = (value, kind) => {
  const text = String(value);
  if (typeof value === "boolean" || (BARE.includes(kind) && BARE_VALUE.test(text))) return text;
  const plain = PLAIN.test(text) && ENDS_BARE.test(text) && !TAKEN.includes(text.toLowerCase());
  return plain || ADDRESS.test(text) ? text : JSON.stringify(text);
};
const indented = (lines) => lines.map((line) => `  ${line}`);
const trimmed = (text) => bared(text, (sign) => sign === "\n");
const fitsBlock = (text) => /^[^ \t]/.test(trimmed(text)) && isPrintable(text.replaceAll("\n", ""));

const field = (key, value, shape) => {
  const inner = shape?.inner ?? [];
  if (isGroup(value)) {
    const keyed = () => Object.entries(value).flatMap(([word, item]) => [`${word}:`, ...indented(group(item, inner))]);
    return [`${key}:`, ...indented(shape?.keyed ? keyed() : group(value, inner))];
  }
  if (Array.isArray(value)) {
    return [`${key}:`, ...value.filter((item) => !isEmpty(item)).flatMap((item) => {
      if (!isGroup(item)) return [`  - ${scalar(item, shape?.kind)}`];
      return group(item, inner).map((line, number) => (number ? "    " : "  - ") + line);
    })];
  }
  if (shape?.kind === "prosa" && typeof value === "string" && fitsBlock(value))
    return [`${key}: |`, ...trimmed(value).split("\n").map((line) => (line ? `  ${line}` : ""))];
  return [`${key}: ${scalar(value, shape?.kind)}`];
};
const group = (data, shapes) => {
  const known = new Set(shapes.map(({ key }) => key));
  const written = shapes.filter(({ key }) => !isEmpty(data[key])).flatMap((shape) => field(shape.key, data[shape.key], shape));
  const rest = Object.entries(data).filter(([key, value]) => !known.has(key) && !isEmpty(value));
  return [...written, ...rest.flatMap(([key, value]) => field(scalar(key), value))];
};

/** The file of an entry given by official keys; keys that no shape knows come last, as they are. */
export const write = (data, shapes, comment) => [comment, ...group(data, shapes), ""].join("\n");

// Checking

/** What is left of the data in the file: no empty values, every scalar a text. */
const present = (value) => {
  if (Array.isArray(value)) return value.filter((item) => !isEmpty(item)).map(present);
  if (!isGroup(value)) return String(value);
  return Object.fromEntries(Object.entries(value).filter(([, item]) => !isEmpty(item)).map(([key, item]) => [key, present(item)]));
};
const nodes = (value) => {
  if (Array.isArray(value)) return value.reduce((sum, item) => sum + nodes(item), 1);
  return isGroup(value) ? Object.values(value).reduce((sum, item) => sum + 1 + nodes(item), 1) : 1;
};
/** Every text in the data with its path. */
const texts = (value, path = []) => {
  if (Array.isArray(value)) return value.flatMap((item, number) => texts(item, [...path, number]));
  return isGroup(value) ? Object.entries(value).flatMap(([key, item]) => texts(item, [...path, key])) : [[path, value]];
};
const spokenPath = (path) =>
  typeof path.at(-1) === "number" ? `${spokenPath(path.slice(0, -1))} butir ${path.at(-1) + 1}` : path.at(-1) ?? "";
const short = (value) => {
  if (typeof value === "string") return value;
  return Array.isArray(value) ? `daftar berisi ${value.length} butir`
    : `${GROUP} ${Object.keys(value).slice(0, 4).join(", ") || "kosong"}`;
};
const yes = (value) => TRUE_WORDS.includes(stripped(value).toLowerCase());

/**
 * The faults of one entry: {code, path, values}; codes that begin with K are advice.
 *
 * `context` is what the form knows of the catalogue (isian.json) and of this entry: `agency`, `slug`, `today` (ISO),
 * `pictures` (names of the files in its folder), `known` (the slug by which it is published, "" for a new one).
 */
export const check = (data, shapes, context) => {
  const faults = [], entry = present(data);
  const fault = (code, path, values = {}) => { faults.push({ code, path, values: { kolom: spokenPath(path), ...values } }); };
  const subject = { entry, shapes, context, fault, dates: new Map() };
  file(subject, data);
  fields(entry, shapes, [], subject);
  const bad = new Set(faults.map(({ path }) => path[0]));
  subject.sound = (key) => (bad.has(key) ? undefined : entry[key]);
  hidden(subject);
  events(subject);
  content(subject);
  identity(subject);
  personal(subject);
  advice(subject);
  return faults;
};

const words = (name, { kata, perangkat_daerah: agencies }) =>
  name === "perangkat_daerah" ? Object.fromEntries(Object.entries(agencies).map(([slug, { nama }]) => [slug, nama])) : kata[name];

/** Where the entry is to lie, and how large its file is. */
const file = ({ context, fault, entry, shapes }, data) => {
  const { agency, slug, known, aturan, perangkat_daerah: agencies } = context;
  if (!agency) fault("I001", ["perangkat_daerah"]);
  else if (!Object.hasOwn(agencies, agency))
    fault("B005", ["perangkat_daerah"], { nilai: agency, maksud: nearest(agency, words("perangkat_daerah", context)) });
  const owner = Object.entries(agencies).find(([, { isian }]) => isian.includes(slug))?.[0];
  if (!slug) fault("I001", ["nama_berkas"]);
  else if (!isSlug(slug, aturan.slug_terpanjang)) fault("B003", ["nama_berkas"], { nilai: `${slug}.yml` });
  else if (aturan.slug_terlarang.includes(slug)) fault("B004", ["nama_berkas"], { nilai: slug });
  else if (owner && slug !== known) fault("B006", ["nama_berkas"], { nilai: slug, lain: `${INNOVATIONS}/${owner}/${slug}.yml` });
  else if (Object.hasOwn(context.alias, slug) && slug !== known) fault("B012", ["nama_berkas"], { nilai: slug, lain: context.alias[slug] });
  const size = new TextEncoder().encode(write(data, shapes, aturan.komentar)).length;
  if (size > aturan.bita) fault("B007", [], { nilai: size, batas: aturan.bita });
  if (nodes(entry) > aturan.nilai) fault("Y006", [], { batas: aturan.nilai });
};

const fields = (values, shapes, path, subject) => {
  for (const shape of shapes) {
    const at = [...path, shape.key];
    if (!Object.hasOwn(values, shape.key)) {
      if (shape.required) subject.fault("I001", at);
    } else if (shape.keyed) keyed(values[shape.key], shape, at, subject);
    else if (shape.most) list(values[shape.key], shape, at, subject);
    else value(values[shape.key], shape, at, subject);
  }
  const known = Object.fromEntries(shapes.map(({ key }) => [key, key]));
  for (const key of Object.keys(values)) {
    if (Object.hasOwn(known, key)) continue;
    subject.fault("I002", [...path, key], { pilihan: Object.keys(known).join(", "), maksud: nearest(key, known) });
  }
};
const list = (values, shape, path, subject) => {
  if (!Array.isArray(values)) return subject.fault("I003", path, { jenis: LIST, nilai: short(values) });
  if (values.length > shape.most) subject.fault("I014", path, { batas: shape.most });
  values.forEach((item, number) => value(item, shape, [...path, number], subject));
};
const keyed = (values, shape, path, subject) => {
  if (!isGroup(values)) return subject.fault("I003", path, { jenis: GROUP, nilai: short(values) });
  if (Object.keys(values).length > shape.most) subject.fault("I014", path, { batas: shape.most });
  for (const [word, item] of Object.entries(values)) {
    KINDS.kata(word, shape, [...path, word], subject);
    value(item, shape, [...path, word], subject);
  }
};
const value = (found, shape, path, subject) => {
  if (shape.kind === "kelompok") {
    if (isGroup(found)) fields(found, shape.inner, path, subject);
    else subject.fault("I003", path, { jenis: GROUP, nilai: short(found) });
  } else if (typeof found !== "string") subject.fault("I003", path, { jenis: TEXT, nilai: short(found) });
  else KINDS[shape.kind](found, shape, path, subject);
};

const measured = (text, shape, path, { fault }) => {
  const length = lengthOf(text);
  if (length > shape.limit) fault("I004", path, { panjang: length, batas: shape.limit });
  return length <= shape.limit;
};
const line = (found, shape, path, subject) => {
  const text = oneLine(found);
  if (!measured(text, shape, path, subject)) return "";
  if (!isVisible(text)) subject.fault("I005", path);
  return isVisible(text) ? text : "";
};
const whole = (found, { low = 0, high = 0 }, path, { fault }) => {
  const text = stripped(found);
  if (!WHOLE.test(text)) fault("I008", path, { nilai: found });
  else if (+text < low || +text > high) fault("I009", path, { nilai: found, batas: `${low} sampai ${high}` });
};
const date = (found, shape, path, { fault, context, dates }) => {
  const text = stripped(found), read = readDate(text);
  if (!read) fault("I007", path, { nilai: text, maksud: meantDate(text, context.aturan.bulan) });
  else if (shape.kind === "hari" && read.first !== read.last) fault("I017", path, { nilai: text });
  else dates.set(path.join("."), read);
};
const matching = (pattern, code) => (found, shape, path, subject) => {
  const text = line(found, shape, path, subject);
  if (text && !pattern.test(text)) subject.fault(code, path, { nilai: text });
};
const KINDS = {
  baris: line,
  prosa: (found, shape, path, subject) => measured(paragraphs(found), shape, path, subject),
  kata: (found, { vocabulary }, path, { fault, context }) => {
    const known = words(vocabulary, context), text = stripped(found);
    if (Object.hasOwn(known, text)) return;
    fault("I006", path, { nilai: text, pilihan: Object.keys(known).join(", "), maksud: nearest(text, known) });
  },
  tanggal: date,
  hari: date,
  tahun: whole,
  bilangan: whole,
  desimal: (found, { low, high }, path, { fault }) => {
    const text = stripped(found);
    if (!DECIMAL.test(text)) fault("I008", path, { nilai: found });
    else if (+text < low || +text > high) fault("I009", path, { nilai: found, batas: +text < low ? low : high });
  },
  ya_tidak: (found, shape, path, { fault }) => {
    if (![...TRUE_WORDS, ...FALSE_WORDS].includes(stripped(found).toLowerCase())) fault("I015", path, { nilai: found });
  },
  url: (found, shape, path, subject) => {
    const text = line(found, shape, path, subject), why = text && addressFault(text);
    if (why) subject.fault("I010", path, { nilai: text, sebab: subject.context.aturan.alamat[why] });
  },
  surel: matching(MAIL, "I011"),
  telepon: matching(PHONE, "I012"),
  slug: (found, shape, path, { fault, context }) => {
    if (!isSlug(stripped(found), context.aturan.slug_terpanjang)) fault("I013", path, { nilai: stripped(found) });
  },
};

/** Characters that do not show. */
const hidden = ({ entry, fault }) => {
  for (const [path, text] of texts(entry)) {
    const counts = new Map();
    for (const [char] of text.matchAll(BANNED)) counts.set(char, (counts.get(char) ?? 0) + 1);
    for (const [char, count] of counts)
      fault("B009", path, { nilai: `U+${char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`, jumlah: count });
  }
};

/** No date in the future, none in an impossible order, no stop without a reason. */
const events = ({ sound, dates, fault, context: { today, aturan } }) => {
  const future = (path, read) => {
    if (read && read.first > today) fault("A001", path, { nilai: read.text, hari_ini: spoken(today, aturan.bulan) });
  };
  const happened = (sound("riwayat") ?? []).map((event, number) => ({
    ...event, kind: stripped(event.peristiwa), path: ["riwayat", number, "tanggal"], date: dates.get(`riwayat.${number}.tanggal`),
  }));
  happened.forEach((event, number) => {
    future(event.path, event.date);
    if (event.kind === aturan.berhenti && !event.alasan) fault("A003", ["riwayat", number, "alasan"]);
  });
  if (sound("diperiksa")) future(["diperiksa"], dates.get("diperiksa"));
  const withdrawn = sound("ditarik") && dates.get("ditarik.tanggal");
  future(["ditarik", "tanggal"], withdrawn);

  const clash = (event, other) => fault("A002", event.path, {
    nilai: spoken(event.date.text, aturan.bulan), peristiwa: event.kind,
    lain: other.kind, tanggal_lain: spoken(other.date.text, aturan.bulan),
  });
  const endings = happened.filter(({ kind }) => aturan.berakhir.includes(kind));
  const endedBetween = (one, other) => endings.some(({ date: end }) => surelyBefore(one.date, end) && surelyBefore(end, other.date));
  const first = new Map();
  for (const event of happened)
    if (aturan.urutan.includes(event.kind) && !(first.has(event.kind) && compareDates(event.date, first.get(event.kind).date) >= 0))
      first.set(event.kind, event);
  const inOrder = aturan.urutan.filter((kind) => first.has(kind)).map((kind) => first.get(kind));
  inOrder.forEach((event, position) => {
    for (const other of inOrder.slice(0, position))
      if (surelyBefore(event.date, other.date) && !endedBetween(event, other)) clash(event, other);
  });
  const beforeAll = (event, others) => {
    if (others.length && others.every((other) => surelyBefore(event.date, other.date)))
      clash(event, others.reduce((least, other) => (compareDates(other.date, least.date) < 0 ? other : least)));
  };
  endings.forEach((event) => beforeAll(event, [...first.values()]));
  if (withdrawn) beforeAll({ kind: "ditarik", path: ["ditarik", "tanggal"], date: withdrawn }, happened);
};

/** Repeats in lists, half-filled groups, pictures that do not match their list. */
const content = ({ entry, sound, fault, context }) => {
  const repeats = (path, values, shown = (item) => item) => values?.forEach((item, number) => {
    if (values.indexOf(item) < number) fault("I016", [...path, number], { nilai: shown(item) });
  });
  const bare = (values) => values?.map(stripped);
  repeats(["urusan"], bare(sound("urusan")));
  repeats(["riwayat"], sound("riwayat")?.map((event) => `${stripped(event.peristiwa)} ${stripped(event.tanggal)}`));
  repeats(["usulan_penyusun"], bare(sound("usulan_penyusun")));
  repeats(["lokasi", "kecamatan"], bare(sound("lokasi")?.kecamatan));
  (sound("kolaborator") ?? []).forEach((partner, number) => {
    const agency = partner.perangkat_daerah;
    if (!agency === !partner.nama) fault("A005", ["kolaborator", number]);
    else if (agency && stripped(agency) === context.agency) fault("A006", ["kolaborator", number], { nilai: stripped(agency) });
  });
  (sound("hasil") ?? []).forEach((result, number) => {
    if (!result.sebelum && !result.sesudah) fault("A007", ["hasil", number], { nilai: result.ukuran });
  });
  bare(sound("usulan_penyusun"))?.forEach((name, number) => {
    if (!Object.hasOwn(entry, name)) fault("A009", ["usulan_penyusun", number], { nilai: name });
  });
  const named = (sound("gambar") ?? []).map(({ berkas }) => oneLine(berkas));
  named.forEach((name, number) => {
    if (!context.pictures.includes(name)) fault("B014", ["gambar", number, "berkas"], { nilai: name, folder: `${context.slug}/` });
  });
  for (const name of context.pictures) if (!named.includes(name)) fault("B015", ["gambar"], { nilai: name });
};

/** An old name must lead to this entry and to nothing else. */
const identity = ({ sound, fault, context }) => {
  const { aturan, perangkat_daerah: agencies, alias: taken, slug, known } = context;
  const aliases = (sound("alias") ?? []).map(stripped);
  aliases.forEach((alias, number) => {
    const owner = Object.entries(agencies).find(([, { isian }]) => isian.includes(alias))?.[0];
    const path = ["alias", number], elsewhere = Object.hasOwn(taken, alias) && !taken[alias].endsWith(`/${known}.yml`);
    if (owner || alias === slug) fault("B012", path, { nilai: alias, lain: `${INNOVATIONS}/${owner ?? context.agency}/${alias}.yml` });
    else if (aturan.slug_terlarang.includes(alias)) fault("B012", path, { nilai: alias, lain: SITE_ADDRESS });
    else if (elsewhere) fault("B012", path, { nilai: alias, lain: taken[alias] });
    else if (aliases.indexOf(alias) < number) fault("B012", path, { nilai: alias, lain: `${INNOVATIONS}/${context.agency}/${slug}.yml` });
  });
};

/** The contact's phone if it is marked as a service number and is one mobile and nothing else. */
const isService = ({ kontak }, find) => {
  if (!isGroup(kontak) || typeof kontak.layanan !== "string" || typeof kontak.telepon !== "string" || !yes(kontak.layanan)) return false;
  const found = find(kontak.telepon);
  return found.length === 1 && found[0].key === `P003 ${kontak.telepon.replace(/[^0-9]/g, "")}` && !/\p{L}/u.test(kontak.telepon);
};

/** Personal data, looked for in every value and once more in the text of the whole file; the service number is excused. */
const personal = ({ entry, fault, context, shapes }) => {
  const { find } = scanner(context.data_pribadi), service = isService(entry, find), seen = new Set();
  for (const [path, text] of texts(entry)) {
    const place = path.join(".");
    if (service && place === "kontak.telepon") continue;
    for (const { code, key, shown } of find(text)) {
      if (!seen.has(`${key} ${place}`)) fault(code, path, { nilai: shown });
      seen.add(key).add(`${key} ${place}`);
    }
  }
  for (const { code, shown } of find(`${INNOVATIONS}/${context.agency}/${context.slug}.yml`)) fault(code, ["nama_berkas"], { nilai: shown });
  const open = service ? { ...entry, kontak: { ...entry.kontak, telepon: "x" } } : entry;
  for (const { code, key, shown } of find(write(open, shapes, context.aturan.komentar))) if (!seen.has(key)) fault(code, [], { nilai: shown });
};

/** What an honest short entry still lacks; of a withdrawn one nothing is wanted. */
const advice = ({ entry, sound, dates, fault, context: { agency, aturan, today, perangkat_daerah: agencies } }) => {
  if (sound("ditarik")) return;
  const missing = aturan.dicari.filter((key) => !Object.hasOwn(entry, key) && !(key === "kontak" && agencies[agency]?.kontak));
  if (missing.length) fault("K001", [], { kolom: missing.join(", "), jumlah: missing.length });
  if (sound("usulan_penyusun")) fault("K002", ["usulan_penyusun"], { kolom: sound("usulan_penyusun").join(", ") });
  const checked = sound("diperiksa") && dates.get("diperiksa");
  if (!entry.diperiksa) fault("K003", ["diperiksa"]);
  else if (checked) {
    const [year, month, day] = checked.first.split("-").map(Number), [thisYear, thisMonth, thisDay] = today.split("-").map(Number);
    const late = (thisYear - year) * 12 + thisMonth - month - aturan.bulan_periksa;
    if (late > 0 || (late === 0 && thisDay > day)) fault("K004", ["diperiksa"], { nilai: checked.text });
  }
  const length = sound("ringkasan") && lengthOf(oneLine(sound("ringkasan")));
  if (length > aturan.ringkasan) fault("K005", ["ringkasan"], { panjang: length, batas: aturan.ringkasan });
};

/** A fault in words: the sentence and the cure that the site has for its code, filled in. */
export const said = ({ code, values }, sentences) => {
  const { pesan, perbaikan, perbaikan_maksud: meant } = sentences[code];
  const filled = (text) => text.replace(/\{(\w+)\}/g, (_, name) => {
    const shown = String(values[name] ?? "");
    return lengthOf(shown) <= SHOWN_LENGTH ? shown : `${[...shown].slice(0, SHOWN_LENGTH - 1).join("")}…`;
  });
  return [pesan, values.maksud && meant ? meant : perbaikan].map(filled);
};

/** The closed years for which `data` has an event that the published entry `before` has not: their results stand. */
export const closedYears = (data, before, { ditutup: { tahun: years } }) => {
  const events = ({ riwayat }) => (riwayat ?? []).map(({ peristiwa, tanggal }) => [peristiwa, stripped(tanggal ?? "")]);
  const known = new Set(events(before).map(String));
  const added = events(data).filter((event) => !known.has(String(event)));
  return Object.keys(years).filter((year) => added.some(([kind, date]) => date.startsWith(year) && years[year].includes(kind)));
};

/** How the entry changes the standing of those it counts for: {agency, before, after, counted, reason}. */
export const effects = (data, context) => {
  const { kepatuhan, perangkat_daerah: agencies, agency, known, today } = context;
  if (!kepatuhan || kepatuhan.ditutup) return [];
  const year = String(kepatuhan.tahun);
  const counted = isEmpty(data.ditarik) && (data.riwayat ?? []).some(({ peristiwa, tanggal }) => {
    const read = readDate(stripped(tanggal ?? ""));
    return read && kepatuhan.peristiwa.includes(peristiwa) && read.text.startsWith(year) && read.first <= today;
  });
  const partners = kepatuhan.kolaborasi ? (data.kolaborator ?? []).map((partner) => partner.perangkat_daerah) : [];
  return [...new Set([agency, ...partners])].filter((slug) => agencies[slug]?.status).map((slug) => {
    const { status, dihitung, alasan } = agencies[slug];
    if (alasan) return { agency: slug, before: status, after: status, counted, reason: alasan };
    const others = dihitung.filter((one) => one !== known);
    const enough = others.length + (counted ? 1 : 0) >= kepatuhan.minimum;
    return { agency: slug, before: status, after: enough ? "memenuhi" : status === "memenuhi" ? "belum" : status, counted };
  });
};
