// The file of an entry: where it is to lie, how large it is, and what in it does not show.
import { BANNED, isSlug, nearest } from "../reading/values.js";
import { write } from "./entry_text.js";
import { words } from "./fields.js";
import { INNOVATIONS } from "./settings.js";
import { nodes, texts } from "./walk.js";

/** @typedef {import("./subject.d.ts").Subject} Subject */

/**
 * Whose folder holds an entry of this name.
 * @type {(slug: string, context: Pick<import("./subject.d.ts").Context, "perangkat_daerah">) => string | undefined}
 */
export const ownerOf = (slug, { perangkat_daerah: agencies }) =>
  Object.entries(agencies).find(([, { isian }]) => isian.includes(slug))?.[0];

/**
 * Whether no new entry may have this address.
 * @type {(slug: string, context: Pick<import("./subject.d.ts").Context, "perangkat_daerah" | "alias" | "aturan">) => boolean}
 */
export const isTaken = (slug, context) =>
  context.aturan.slug_terlarang.includes(slug) || !!ownerOf(slug, context) || Object.hasOwn(context.alias, slug);

/** @param {Pick<Subject, "context" | "fault">} subject */
const checkName = ({ context, fault }) => {
  const { slug, known, aturan, alias } = context;
  const owner = ownerOf(slug, context);
  const path = ["nama_berkas"];
  if (!slug) fault("I001", path);
  else if (!isSlug(slug, aturan.slug_terpanjang)) fault("B003", path, { nilai: `${slug}.yml` });
  else if (aturan.slug_terlarang.includes(slug)) fault("B004", path, { nilai: slug });
  else if (slug === known) return;
  else if (owner) fault("B006", path, { nilai: slug, lain: `${INNOVATIONS}/${owner}/${slug}.yml` });
  else if (Object.hasOwn(alias, slug)) fault("B012", path, { nilai: slug, lain: alias[slug] });
};

/**
 * The place and the size of the file that `data` makes.
 * @type {(subject: Omit<Subject, "sound">, data: import("../reading/form_data.d.ts").Group) => void}
 */
export const checkFile = (subject, data) => {
  const { context, fault, entry, shapes } = subject;
  const { agency, aturan } = context;
  const agencies = words("perangkat_daerah", context);
  if (!agency) fault("I001", ["perangkat_daerah"]);
  else if (!Object.hasOwn(agencies, agency))
    fault("B005", ["perangkat_daerah"], { nilai: agency, maksud: nearest(agency, agencies) });
  checkName(subject);
  const size = new TextEncoder().encode(write(data, shapes, aturan.komentar)).length;
  if (size > aturan.bita) fault("B007", [], { nilai: size, batas: aturan.bita });
  if (nodes(entry) > aturan.nilai) fault("Y006", [], { batas: aturan.nilai });
};

/** @param {string} char */
const named = (char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
/**
 * Characters that do not show.
 * @param {Subject} subject
 */
export const checkHidden = ({ entry, fault }) => {
  for (const [path, text] of texts(entry)) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const [char] of text.matchAll(BANNED)) counts.set(char, (counts.get(char) ?? 0) + 1);
    for (const [char, count] of counts) fault("B009", path, { nilai: named(char), jumlah: count });
  }
};
