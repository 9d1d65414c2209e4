// The package that an officer hands over: one text file with the entry, whose it is, and its pictures. Its number is the
// receipt. What reads it is generator/contributing/package.py; the same content has the same six signs there.

/**
 * @typedef {{ name: string, base64: string }} Picture
 *
 * @typedef {object} Content
 * @property {string} agency
 * @property {string} slug
 * @property {string} known the slug of the published entry that is corrected, "" for a new one
 * @property {string} text of the entry's file
 * @property {Picture[]} pictures that are not published yet
 */

const HEADING = "Paket isian Katalog Inovasi. Kirim berkas ini apa adanya, jangan disunting.";
const EDITION = "katalog-paket-1";
const [BEGIN, ENTRY, END] = ["==PAKET KATALOG INOVASI==", "==ISI==", "==AKHIR PAKET=="];
const PICTURE = /^==GAMBAR (.+)==$/;
const WIDTH = 76;
const SIGNS = 6; // of the digest, in the number

/** @param {number} byte */
const escaped = (byte) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
/** @param {number} byte */
const isBare = (byte) => byte >= 32 && byte <= 126 && byte !== 61;

/**
 * One line in quoted-printable (RFC 2045): no part is longer than the width, and no escape is broken.
 * @param {string} line
 */
const quotedLine = (line) => {
  const bytes = [...new TextEncoder().encode(line)];
  const signs = bytes.map((byte, place) => {
    const lastBlank = byte === 32 && place === bytes.length - 1;
    return isBare(byte) && !lastBlank ? String.fromCharCode(byte) : escaped(byte);
  });
  const parts = [""];
  for (const [place, sign] of signs.entries()) {
    const room = place === signs.length - 1 ? WIDTH : WIDTH - 1; // a part that goes on ends with "="
    if (parts[parts.length - 1].length + sign.length > room) parts.push("");
    parts[parts.length - 1] += sign;
  }
  return parts.join("=\n");
};

/** @param {string} text */
export const quotedPrintable = (text) => text.split("\n").map(quotedLine).join("\n");

/** @param {string} text */
const folded = (text) => text.match(new RegExp(`.{1,${WIDTH}}`, "g"))?.join("\n") ?? "";

/** @param {Content} content */
const kindOf = ({ known }) => (known ? "perbaikan" : "baru");

/**
 * What its digest is taken of. The day is no part of it.
 * @param {Content} content
 */
const measured = (content) => {
  const { agency, slug, text, pictures } = content;
  const pairs = pictures.flatMap(({ name, base64 }) => [name, base64]);
  return [EDITION, agency, kindOf(content), slug, text.replace(/\n+$/, ""), ...pairs].join("\n");
};

/** @type {(text: string) => Promise<string>} */
const digest = async (text) => {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

/**
 * The receipt: the day, and the first signs of what the package holds.
 * @type {(content: Content, day: string) => Promise<string>}
 */
export const numberOf = async (content, day) => `${day}-${(await digest(measured(content))).slice(0, SIGNS)}`;

/**
 * Whether the browser can take a digest: only of pages that came by a safe way.
 */
export const canPackage = () => Boolean(globalThis.crypto?.subtle);

/** @type {(content: Content, number: string) => string} */
const written = (content, number) => {
  const { agency, slug, text, pictures } = content;
  return [
    HEADING,
    "",
    BEGIN,
    "versi: 1",
    `nomor: ${number}`,
    `perangkat_daerah: ${agency}`,
    `jenis_usulan: ${kindOf(content)}`,
    `alamat: ${slug}`,
    ENTRY,
    quotedPrintable(text.replace(/\n+$/, "")),
    ...pictures.flatMap(({ name, base64 }) => [`==GAMBAR ${name}==`, folded(base64)]),
    END,
    "",
  ].join("\n");
};

/** @param {string} text */
const unquoted = (text) => {
  const bytes = text
    .replace(/=\n/g, "")
    .split(/(=[0-9A-F]{2})/)
    .flatMap((part, place) => (place % 2 ? [Number.parseInt(part.slice(1), 16)] : [...new TextEncoder().encode(part)]));
  return new TextDecoder().decode(new Uint8Array(bytes));
};

/**
 * Its officer's own package once more; null for any other text. What came by mail is read by the program.
 * @type {(text: string) => (Omit<Content, "known"> & { number: string }) | null}
 */
export const unpacked = (text) => {
  const lines = text.split(/\r?\n/);
  const [begin, entry, end] = [BEGIN, ENTRY, END].map((mark) => lines.indexOf(mark));
  if (begin < 0 || entry < begin || end < entry) return null;
  /** @param {string} key */
  const said = (key) =>
    lines
      .slice(begin, entry)
      .find((line) => line.startsWith(`${key}: `))
      ?.slice(key.length + 2);
  /** @type {string[][]} */
  const blocks = [[]];
  for (const line of lines.slice(entry + 1, end)) {
    if (PICTURE.test(line)) blocks.push([]);
    blocks[blocks.length - 1].push(line);
  }
  const [body, ...pictures] = blocks;
  return {
    number: said("nomor") ?? "",
    agency: said("perangkat_daerah") ?? "",
    slug: said("alamat") ?? "",
    text: `${unquoted(body.join("\n"))}\n`,
    pictures: pictures.map(([mark, ...rest]) => ({ name: mark.replace(PICTURE, "$1"), base64: rest.join("") })),
  };
};

/**
 * The package and its number.
 * @type {(content: Content, day: string) => Promise<{ number: string, name: string, text: string }>}
 */
export const packaged = async (content, day) => {
  const number = await numberOf(content, day);
  return { number, name: `${content.slug}.txt`, text: written(content, number) };
};

/**
 * The day in the region, as a number has it.
 * @type {(moment: Date, zone: string) => string}
 */
export const dayIn = (moment, zone) =>
  // Canada writes dates as ISO does.
  moment.toLocaleDateString("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
