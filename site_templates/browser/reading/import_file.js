// An entry's file as somebody has it on the disk, faulty or not -> what the form can hold of it, and the text of the rest.
import { decoded } from "./file_text.js";
import { group, shapeOf } from "./node_values.js";
import { agencyCalled, asSlug, compared } from "./values.js";
import { isMap, isSeq } from "./vendor-yaml.js";
import { comments, cut, parsed, read } from "./yaml_parts.js";

/**
 * @typedef {import("./form_data.d.ts").Shape} Shape
 * @typedef {import("./form_data.d.ts").Words} Words
 * @typedef {import("./form_data.d.ts").Group} Group
 * @typedef {import("./node_values.js").Here} Here
 *
 * @typedef {object} Form
 * @property {(vocabulary?: string) => Words} words
 * @property {{ slug_terpanjang: number }} aturan
 * @property {Record<string, Words>} sehari_hari
 * @property {import("./agencies.js").Agencies} perangkat_daerah
 * @property {{ wilayah: string }} [pengaturan]
 *
 * @typedef {object} Placed
 * @property {Group} data what has a place in the form
 * @property {{ why: string, text: string }[]} lost all that has none
 */

/**
 * What people call a word of choice, or an agency: "BAPENDA".
 * @type {(form: Form) => Here["called"]}
 */
const calling =
  ({ sehari_hari: everyday, perangkat_daerah: agencies, pengaturan }) =>
  (text, vocabulary = "") => {
    if (vocabulary === "perangkat_daerah") return agencyCalled(text, agencies, pengaturan?.wilayah);
    const key = compared(text);
    return Object.hasOwn(everyday, vocabulary) && Object.hasOwn(everyday[vocabulary], key)
      ? everyday[vocabulary][key]
      : "";
  };

const MOST_BYTES = 512 * 1024;

/**
 * The name that a file had before browsers and desktops named its copies.
 * @type {(name: string, form: Form) => string}
 */
const slugOf = (name, { aturan }) => {
  const copied = name.replace(/\.[^.]*$/, "").replace(/ ?\(\d+\)$| - (?:Copy|Salin(?:an)?)$/i, "");
  return asSlug(copied.replace(/^(?:Salinan|Copy)(?: dari| of)? /i, ""), aturan.slug_terpanjang);
};

/**
 * `file` as what has a place and what has none; or `refused`, a sentence, of what is no entry at all.
 * @type {(file: File, shapes: Shape[], form: Form) => Promise<(Placed & { slug: string, refused?: never }) | { refused: string }>}
 */
export const open = async (file, shapes, form) => {
  if (file.size > MOST_BYTES)
    return {
      refused: `Berkas itu lebih dari ${MOST_BYTES / 1024} KB, terlalu besar untuk satu inovasi. Salin isinya ke formulir.`,
    };
  const text = decoded(await file.arrayBuffer());
  if (text.includes("\0"))
    return {
      refused:
        "Berkas itu bukan berkas teks. Pilih paket (.txt) atau berkas isian (.yml) dari formulir ini. Tabel rekap dikirim " +
        "langsung kepada pengelola; gambar ditambahkan pada pertanyaannya.",
    };
  if (!text.trim()) return { refused: "Berkas itu kosong." };
  const found = placed(text, shapes, form);
  if (!Object.keys(found.data).length)
    return {
      refused: "Tidak ada kolom isian yang dikenali di berkas itu. Salin isinya ke kolom yang sesuai.",
    };
  return { ...found, slug: slugOf(file.name, form) };
};

/**
 * The parts of the first document of a file, and the text of the others.
 * @param {string} text
 */
const documents = (text) => {
  const parts = cut(text);
  const begun = parts.findIndex(({ key }) => key);
  const second = parts.findIndex(({ mark }, number) => mark && begun >= 0 && begun < number);
  const end = second < 0 ? parts.length : second;
  const rest = parts.slice(end).flatMap(({ lines }) => lines);
  return { first: parts.slice(0, end), rest: rest.join("\n") };
};

/**
 * Whether a comment only repeats what the program itself writes into files.
 * @type {(comment: string, shapes: Shape[]) => boolean}
 */
const isOurs = (comment, shapes) =>
  comment.includes("yaml-language-server") ||
  /^#[ -]*(?:[a-z_][a-z_-]*:(?: *-)?)?$/.test(comment) ||
  shapes.some(({ label, help }) => comment.startsWith(`# ${label}`) && comment.endsWith(help));

/**
 * What stands behind the key of a line or of a block that YAML cannot read, without the quote that was left open.
 * @param {string} raw
 */
const rawValue = (raw) => {
  const value = raw.slice(raw.indexOf(":") + 1).replace(/^ *[|>][-+0-9]*\n/, "");
  return value.trim().replace(/^(["'])(?![\s\S]*\1)/, "");
};

/** @type {(contents: unknown) => import("./node_values.js").Pair[]} */
const pairsOf = (contents) => {
  if (isMap(contents)) return contents.items;
  return isSeq(contents) ? contents.items.filter(isMap).flatMap(({ items }) => items) : [];
};

/**
 * Puts the values of one part into `data`; the comments in it that are not ours.
 * @type {(part: import("./yaml_parts.js").Part, shapes: Shape[], here: Here, data: Group) => string[]}
 */
const place = ({ key = "", lines }, shapes, here, data) => {
  const raw = lines.join("\n");
  const shape = shapeOf(key, shapes);
  const { contents, faulty, text: whole } = read(raw);
  if (faulty && shape && !shape.inner && !shape.most && !Object.hasOwn(data, shape.key))
    data[shape.key] = rawValue(raw);
  else if (isMap(contents) && (shape || contents.items.length)) {
    group(contents.items, shapes, { ...here, whole }, data);
    if (faulty) here.lose(`${shape?.label ?? (key || "Berkas")}: tidak terbaca seluruhnya.`, raw);
  } else here.lose("Baris ini tidak terbaca.", lines.filter((line) => !line.startsWith("#")).join("\n"));
  return comments(whole).filter((comment) => !isOurs(comment, shapes));
};

/**
 * The text of a file in its places; see `open`.
 * @type {(text: string, shapes: Shape[], form: Form) => Placed}
 */
export const placed = (text, shapes, form) => {
  /** @type {Placed} */
  const { data, lost } = { data: {}, lost: [] };
  /** @type {Here["lose"]} */
  const lose = (why, text) => {
    if (text.trim()) lost.push({ why, text: text.trim() });
    return undefined;
  };
  const whole = text.replace(/\r\n?/g, "\n");
  const here = { whole, label: "", lose, words: form.words, called: calling(form) };
  const { first, rest } = documents(whole.replace(/^\ufeff/, ""));
  lose("Bagian kedua berkas, sesudah baris ---.", rest);
  if (first.some(({ key = "" }) => shapeOf(key, shapes))) {
    const remarks = first.flatMap((part) => place(part, shapes, here, data));
    lose("Catatan dalam berkas, sesudah tanda #.", remarks.join("\n"));
  } else {
    const pairs = pairsOf(parsed(whole).contents);
    group(pairs, shapes, here, data);
    if (!pairs.length) lose("Isi berkas tidak terbaca sebagai isian.", whole);
  }
  return { data, lost };
};
