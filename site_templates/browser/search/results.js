// How what was found is shown: the same in the header's box and on the list of innovations.
import { element } from "../page/boot.js";
import { entry, marked, passage } from "./search.js";

export { element, sorry } from "../page/boot.js";

const SLOW = 1000; // milliseconds until somebody who waits is told so
const root = new URL("../", import.meta.url);

/** @type {(parts: import("./passage.js").Piece[]) => (Node | string)[]} */
const pieces = (parts) => parts.map(([text, hit]) => (hit ? element("mark", {}, text) : text));

/**
 * One entry as an item of a list of cards, with the words marked that are `fitting`, and what is not recorded of it.
 * @type {(key: string, fitting: Set<string>, lacking?: string) => Promise<HTMLElement>}
 */
export const card = async (key, fitting, lacking = "") => {
  const shown = await entry(key);
  const [stage, label] = shown.tahapan;
  const link = element("a", { href: new URL(shown.alamat, root).href }, ...pieces(marked(shown.nama, fitting)));
  const tag = element("span", { className: `k-tag k-tahap-${stage}` }, label);
  const open = lacking ? [element("span", {}, `Mungkin: ${lacking} belum tercatat`)] : [];
  return element(
    "li",
    { className: "k-card" },
    element("h2", { className: "k-card-title" }, link),
    element("p", {}, ...pieces(passage(shown, fitting))),
    element("p", { className: "k-meta" }, tag, element("span", {}, shown.perangkat_daerah), ...open),
  );
};

/** @type {(count: number) => string} */
export const number = (count) => count.toLocaleString("id");

/**
 * What a search found, in one sentence.
 * @type {(found: Omit<import("./search.js").Found, "keys" | "fitting"> & { keys: unknown[] }) => string}
 */
export const told = ({ asked, keys, whole, more }) => {
  if (!asked.length) return "Tulis sedikitnya satu kata, misalnya nama layanan atau kecamatan.";
  if (!keys.length) return "Tidak ditemukan. Periksa ejaannya, atau cari dengan kata lain.";
  if (more) return `Lebih dari ${number(keys.length)} inovasi. Tambahkan kata agar lebih tepat.`;
  const count = `${number(keys.length)} inovasi`;
  return whole ? `${count} ditemukan.` : `Tidak ada yang memuat semua kata. ${count} paling mendekati.`;
};

/**
 * Calls `work` once typing pauses, and hands it a function that tells whether it is still the newest call.
 * @param {(isNewest: () => boolean) => unknown} work
 */
export const paused = (work) => {
  let newest = 0;
  let timer = 0;
  return () => {
    const mine = ++newest;
    clearTimeout(timer);
    timer = setTimeout(() => work(() => mine === newest), 40);
  };
};

/**
 * What comes, and says meanwhile if it takes a while, unless there is a newer question.
 * @template Coming
 * @param {Promise<Coming>} coming
 * @param {() => boolean} isNewest
 * @param {HTMLElement} status
 */
export const slowly = (coming, isNewest, status) => {
  const timer = setTimeout(() => {
    if (isNewest()) status.textContent = "Sedang mencari …";
  }, SLOW);
  return coming.finally(() => clearTimeout(timer));
};
