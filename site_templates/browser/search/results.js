// How what was found is shown on the list of innovations.
import { element } from "../page/boot.js";
import { entry, marked, passage } from "./search.js";
import { WEIGHTS } from "./settings.js";

export { element, sorry } from "../page/boot.js";

const root = new URL("../", import.meta.url);
const ONWARD = "lanjut";

/** @type {(parts: import("./passage.js").Piece[]) => (Node | string)[]} */
const pieces = (parts) => parts.map(([text, hit]) => (hit ? element("mark", {}, text) : text));

/**
 * @typedef {import("./search.js").Found} Found
 * @typedef {Pick<Found, "fitting" | "through" | "placeless">} Ways how each result was found
 */

/** @type {(key: string) => boolean} */
export const isEntry = (key) => !Object.hasOwn(WEIGHTS, key[0]);

/** @type {(...said: (Node | string | undefined)[]) => HTMLElement} */
const known = (...said) =>
  element("ul", { className: "k-known" }, ...said.flatMap((one) => (one ? [element("li", {}, one)] : [])));

/** @type {(shown: import("./search.js").Shown) => (Node | string | undefined)[]} */
const about = ({ tahapan: [stage, label] = ["", ""], tempat, perangkat_daerah: agency }) => [
  label && element("span", { className: `k-tahap k-tahap-${stage}` }, label),
  tempat,
  agency,
];

/**
 * One document as an item of a list of cards: the words that fitted are marked, and it says what it was found through
 * and what is not recorded of it.
 * @type {(key: string, ways: Ways, lacking?: string) => Promise<HTMLElement>}
 */
export const card = async (key, { fitting, through, placeless }, lacking = "") => {
  const shown = await entry(key);
  const lead = through.get(key);
  const way = lead && `lewat ${(await entry(lead)).lewat}`;
  const unknown = lacking || (placeless.has(key) ? "tempatnya" : "");
  const link = element("a", { href: new URL(shown.alamat, root).href }, ...pieces(marked(shown.nama, fitting)));
  const kind = isEntry(key) ? [] : [element("p", { className: "k-kind" }, shown.jenis)];
  const more = known(...about(shown), way, unknown && `Mungkin: ${unknown} belum tercatat`);
  return element(
    "li",
    { className: isEntry(key) ? "k-card" : "k-card k-card-slim" },
    ...kind,
    element("h2", { className: "k-card-title" }, link),
    element("p", {}, ...pieces(passage(shown, fitting))),
    ...(more.children.length ? [more] : []),
  );
};

/** @type {(count: number) => string} */
export const number = (count) => count.toLocaleString("id");

/** @type {(entries: number, others: number) => string} */
const counted = (entries, others) =>
  [...(entries ? [`${number(entries)} inovasi`] : []), ...(others ? [`${number(others)} hasil lain`] : [])].join(
    " dan ",
  );

/**
 * What a search found, in one sentence or two.
 * @type {(found: Pick<Found, "asked" | "whole" | "more" | "keys">) => string}
 */
export const told = ({ asked, keys, whole, more }) => {
  if (!asked.length) return "Tulis sedikitnya satu kata, misalnya nama layanan atau kecamatan.";
  const entries = keys.filter(isEntry).length;
  if (!keys.length) return "Belum ada di katalog ini. Bukan berarti tidak ada: mungkin belum dicatat.";
  if (more && entries) return `Lebih dari ${number(entries)} inovasi. Tambahkan kata agar lebih tepat.`;
  const count = `${counted(entries, keys.length - entries)}.`;
  if (!entries) return `Belum ada inovasi yang memuat kata ini. ${count}`;
  return whole ? count : `Tidak ada yang memuat semua kata. Yang paling mendekati: ${count}`;
};

/** @type {(words: string[]) => string} */
const quoted = (words) => words.map((word) => `“${word}”`).join(" atau ");

/** Said before results that only come near, with the way on that stands below them. */
const noAnswer = () => {
  const on = element("a", { href: `#${ONWARD}` }, "Sampaikan kebutuhan ini");
  return element("p", {}, "Tampaknya belum ada jawabannya di katalog ini. Di bawah ini hanya yang paling dekat. ", on);
};

/**
 * What is to be known beside the results: words of several meanings, what others do, and what was read for a word that
 * nothing says, with the way to search for that word all the same.
 * @type {(found: Found, address: (text: string) => string) => Promise<HTMLElement[]>}
 */
export const remarks = async ({ hints, corrected, weak, keys }, address) => {
  const shown = await Promise.all(hints.map(entry));
  const meant = shown.map(({ nama, ringkasan }) => element("p", {}, element("b", {}, nama), `: ${ringkasan}`));
  const taken = corrected.map(([typed, words]) => {
    const exact = element("a", { href: address(`"${typed}"`) }, `Cari persis “${typed}”`);
    return element("p", {}, `Tidak ada “${typed}”. Ini untuk ${quoted(words)}. `, exact);
  });
  return [...(weak && keys.length ? [noAnswer()] : []), ...taken, ...meant];
};

/**
 * The page's own ways of telling somebody something, with another message in them: mail and chat, no public forum.
 * @type {(message: string) => HTMLElement[]}
 */
const waysToTell = (message) =>
  [.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("#lapor .k-ways a"))].flatMap((link) => {
    const address = new URL(link.href);
    const [name] = ["text", "body"].filter((one) => address.searchParams.has(one));
    if (!name) return [];
    const said = { [name]: message, ...(name === "body" ? { subject: NEED } : {}) };
    const query = Object.entries(said).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
    const href = `${address.href.split("?")[0]}?${query.join("&")}`;
    return [element("a", { className: "k-button", href, rel: "noopener" }, link.textContent ?? "")];
  });

const NEED = "Kebutuhan yang belum ada di katalog";

/**
 * How to tell of a need that the catalogue does not meet, with its words filled in.
 * @type {(text: string) => HTMLElement}
 */
const need = (text) => {
  const message = `Saya mencari “${text}” di ${document.title.split(" - ").at(-1)} dan belum menemukannya.`;
  const ways = waysToTell(message);
  const told = ways.length
    ? "Atau salin kalimat ini:"
    : "Salin kalimat ini, lalu sampaikan kepada kantor yang mengurusnya:";
  return element(
    "details",
    {},
    element("summary", {}, "Sampaikan kebutuhan ini"),
    ...(ways.length ? [element("p", { className: "k-ways" }, ...ways)] : []),
    element("p", { className: "k-note" }, told),
    element("pre", { className: "k-copy" }, message),
  );
};

/**
 * Where somebody can go on who has not found it.
 * @type {(text: string) => HTMLElement}
 */
export const leadOn = (text) => {
  /** @type {(address: string, label: string) => HTMLElement} */
  const link = (address, label) => element("li", {}, element("a", { href: new URL(address, root).href }, label));
  return element(
    "section",
    { className: "k-lanjut", id: ONWARD },
    element("h2", {}, "Belum menemukan?"),
    element(
      "ul",
      { className: "k-chips" },
      link("urusan/", "Menurut urusan"),
      link("kecamatan/", "Menurut kecamatan"),
      link("inovasi/", "Semua inovasi"),
    ),
    need(text),
  );
};
