// The rules that a single field decides: the twin of generator/schema/fields.py and refusals.py.
import {
  addressFault,
  asSlug,
  isGroup,
  isSlug,
  isVisible,
  lengthOf,
  MAIL,
  meantDate,
  nearest,
  oneLine,
  PHONE,
  paragraphs,
  readDate,
  stripped,
} from "../reading/values.js";
import {
  DECIMAL,
  DEGREES_WRITTEN,
  FALSE_WORDS,
  FEW,
  FEW_WRITTEN,
  GROUP,
  LIST,
  MONEY_WRITTEN,
  TEXT,
  TRUE_WORDS,
  WHOLE,
  YEAR_WRITTEN,
} from "./settings.js";
import { short } from "./walk.js";

/**
 * @typedef {import("./subject.d.ts").Subject} Subject
 * @typedef {import("./subject.d.ts").Path} Path
 * @typedef {import("../reading/form_data.d.ts").Shape} Shape
 * @typedef {import("../reading/form_data.d.ts").Group} Group
 * @typedef {import("../reading/form_data.d.ts").Value} Value
 * @typedef {(found: string, shape: Shape, path: Path, subject: Omit<Subject, "sound">) => void} Rule
 */

/**
 * The words of a vocabulary.
 * @type {(name: string, context: Pick<import("./subject.d.ts").Context, "kata" | "perangkat_daerah">) => import("../reading/form_data.d.ts").Words}
 */
export const words = (name, { kata, perangkat_daerah: agencies }) => {
  if (name !== "perangkat_daerah") return kata[name];
  return Object.fromEntries(Object.entries(agencies).map(([slug, { nama }]) => [slug, nama]));
};

/** @type {(text: string, shape: Shape, path: Path, subject: Pick<Subject, "fault">) => boolean} */
const measured = (text, { limit = 0 }, path, { fault }) => {
  const length = lengthOf(text);
  if (length > limit) fault("I004", path, { panjang: length, batas: limit });
  return length <= limit;
};
/** @type {(found: string, shape: Shape, path: Path, subject: Pick<Subject, "fault">) => string} */
const line = (found, shape, path, subject) => {
  const text = oneLine(found);
  if (!measured(text, shape, path, subject)) return "";
  if (!isVisible(text)) subject.fault("I005", path);
  return isVisible(text) ? text : "";
};
/**
 * How a number of this kind is written.
 * @param {Shape} shape
 */
const written = ({ kind, high = 0 }) => {
  if (kind === "tahun") return YEAR_WRITTEN;
  return high <= FEW ? FEW_WRITTEN : MONEY_WRITTEN;
};
/** @type {Rule} */
const whole = (found, shape, path, { fault }) => {
  const { low = 0, high = 0 } = shape;
  const text = stripped(found);
  if (!WHOLE.test(text)) fault("I008", path, { nilai: found, tulisan: written(shape) });
  else if (+text < low || +text > high) fault("I009", path, { nilai: found, batas: `${low} sampai ${high}` });
};
/** @type {Rule} */
const decimal = (found, { low = 0, high = 0 }, path, { fault }) => {
  const text = stripped(found);
  if (!DECIMAL.test(text)) fault("I008", path, { nilai: found, tulisan: DEGREES_WRITTEN });
  else if (+text < low || +text > high) fault("I009", path, { nilai: found, batas: +text < low ? low : high });
};
/** @type {Rule} */
const date = (found, { kind }, path, { fault, context, dates }) => {
  const text = stripped(found);
  const read = readDate(text);
  if (!read) fault("I007", path, { nilai: text, maksud: meantDate(text, context.aturan.bulan) });
  else if (kind === "hari" && read.first !== read.last) fault("I017", path, { nilai: text });
  else dates.set(path.join("."), read);
};
/**
 * The one word for which people type `text`; "" if there is none, or more.
 * @type {(text: string, everyday: import("../reading/form_data.d.ts").Words | undefined) => string}
 */
const typed = (text, everyday = {}) => {
  const key = asSlug(text, Number.POSITIVE_INFINITY);
  return Object.hasOwn(everyday, key) ? everyday[key] : "";
};
/** @type {Rule} */
const word = (found, { vocabulary = "" }, path, { fault, context }) => {
  const known = words(vocabulary, context);
  const text = stripped(found);
  if (Object.hasOwn(known, text)) return;
  const maksud = typed(text, context.sehari_hari[vocabulary]) || nearest(text, known);
  fault("I006", path, { nilai: text, pilihan: Object.keys(known).join(", "), maksud });
};
/** @type {(pattern: RegExp, code: string) => Rule} */
const matching = (pattern, code) => (found, shape, path, subject) => {
  const text = line(found, shape, path, subject);
  if (text && !pattern.test(text)) subject.fault(code, path, { nilai: text });
};
/** @type {Record<string, Rule>} */
const KINDS = {
  baris: line,
  prosa: (found, shape, path, subject) => measured(paragraphs(found), shape, path, subject),
  kata: word,
  tanggal: date,
  hari: date,
  tahun: whole,
  bilangan: whole,
  desimal: decimal,
  ya_tidak: (found, _, path, { fault }) => {
    if (![...TRUE_WORDS, ...FALSE_WORDS].includes(stripped(found).toLowerCase())) fault("I015", path, { nilai: found });
  },
  url: (found, shape, path, subject) => {
    const text = line(found, shape, path, subject);
    const why = text && addressFault(text);
    if (why) subject.fault("I010", path, { nilai: text, sebab: subject.context.aturan.alamat[why] });
  },
  surel: matching(MAIL, "I011"),
  telepon: matching(PHONE, "I012"),
  slug: (found, _, path, { fault, context }) => {
    const text = stripped(found);
    if (!isSlug(text, context.aturan.slug_terpanjang)) fault("I013", path, { nilai: text });
  },
};

/** @type {(found: Value, shape: Shape, path: Path, subject: Omit<Subject, "sound">) => void} */
const single = (found, shape, path, subject) => {
  if (shape.kind === "kelompok") {
    if (isGroup(found)) checkFields(found, shape.inner ?? [], path, subject);
    else subject.fault("I003", path, { jenis: GROUP, nilai: short(found) });
  } else if (typeof found !== "string") subject.fault("I003", path, { jenis: TEXT, nilai: short(found) });
  else KINDS[shape.kind](found, shape, path, subject);
};
/** @type {(values: Value, shape: Shape, path: Path, subject: Omit<Subject, "sound">) => void} */
const list = (values, shape, path, subject) => {
  if (!Array.isArray(values)) return subject.fault("I003", path, { jenis: LIST, nilai: short(values) });
  const { most = 0 } = shape;
  if (values.length > most) subject.fault("I014", path, { batas: most });
  values.forEach((item, number) => {
    single(item, shape, [...path, number], subject);
  });
};
/** @type {(values: Value, shape: Shape, path: Path, subject: Omit<Subject, "sound">) => void} */
const keyed = (values, shape, path, subject) => {
  if (!isGroup(values)) return subject.fault("I003", path, { jenis: GROUP, nilai: short(values) });
  const { most = 0 } = shape;
  if (Object.keys(values).length > most) subject.fault("I014", path, { batas: most });
  for (const [key, item] of Object.entries(values)) {
    word(key, shape, [...path, key], subject);
    single(item, shape, [...path, key], subject);
  }
};
/** @type {(found: Value, shape: Shape, path: Path, subject: Omit<Subject, "sound">) => void} */
const checkField = (found, shape, path, subject) => {
  if (shape.keyed) keyed(found, shape, path, subject);
  else if (shape.most) list(found, shape, path, subject);
  else single(found, shape, path, subject);
};

/**
 * Every field of a group, what is missing, and keys that no shape knows.
 * @type {(values: Group, shapes: Shape[], path: Path, subject: Omit<Subject, "sound">) => void}
 */
export const checkFields = (values, shapes, path, subject) => {
  for (const shape of shapes) {
    const at = [...path, shape.key];
    if (Object.hasOwn(values, shape.key)) checkField(values[shape.key], shape, at, subject);
    else if (shape.required) subject.fault("I001", at);
  }
  const known = Object.fromEntries(shapes.map(({ key }) => [key, key]));
  for (const key of Object.keys(values).filter((key) => !Object.hasOwn(known, key)))
    subject.fault("I002", [...path, key], { pilihan: Object.keys(known).join(", "), maksud: nearest(key, known) });
};
