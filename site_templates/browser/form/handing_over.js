// Handing over: one package by the ways that are known. Only a press of the user's sends anything.
import { element } from "../page/boot.js";
import { spoken } from "../reading/values.js";
import { copied } from "./clipboard.js";
import { canPackage, dayIn, packaged } from "./package.js";
import { attached } from "./pictures.js";
import { root } from "./published.js";
import { beside, keepReceipt } from "./receipts.js";
import { looks, pressing, saved } from "./sending.js";

/**
 * @typedef {import("./sending.js").Written} Written
 * @typedef {Awaited<ReturnType<typeof packaged>>} Package
 *
 * @typedef {object} Desk what the buttons know
 * @property {Written} written
 * @property {Package} made
 * @property {HTMLElement} status where they say what happened
 * @property {string} same its number where the same content was downloaded or shared before
 * @property {string} earlier the number that its content had before it changed
 * @property {() => void} given is called once it was downloaded or shared: only then has it a number
 */

const KILO = 1000;
const DAY = "2026-11-24".length; // the beginning of a number

/** @type {(written: Written) => Promise<{ made: Package, same: string, earlier: string }>} */
const packageOf = async ({ form, state, text }) => {
  // The later one, for a clock may run behind.
  const [, day] = [dayIn(new Date(), form.pengaturan.zona), form.hari].sort();
  const content = { ...state, text, pictures: attached(state) };
  const made = await packaged(content, day);
  const { same, earlier } = beside(made.number, state.sent);
  return { made: same ? await packaged(content, same.slice(0, DAY)) : made, same, earlier };
};

/** @type {(desk: Desk) => void} */
const save = ({ made, status }) => {
  saved(made.text, made.name, "text/plain");
  status.textContent = `Paket ${made.name} diunduh.`;
};

/**
 * The share sheet, where there is one that takes files.
 * @type {(desk: Desk) => HTMLElement[]}
 */
const sheetOf = (desk) => {
  const { made, status, given } = desk;
  /** @type {{ canShare?: (what: ShareData) => boolean, share: (what: ShareData) => Promise<void> }} */
  const { canShare, share } = /** @type {any} */ (navigator);
  const file = new File([made.text], made.name, { type: "text/plain" });
  const what = { files: [file], title: `Kiriman isian katalog ${made.number}` };
  if (!canShare?.call(navigator, what)) return [];
  const act = async () => {
    try {
      await share.call(navigator, what);
      given();
      status.textContent = `Paket ${made.name} sudah diserahkan kepada aplikasi yang Anda pilih.`;
    } catch (error) {
      if (/** @type {Error} */ (error).name === "AbortError") return; // who shut the sheet knows it
      save(desk);
      given();
      status.textContent = `Peramban tidak dapat membagikan berkas. Paket ${made.name} diunduh sebagai gantinya.`;
    }
  };
  return [pressing("Bagikan paket", act, false)];
};

/** @type {(address: string, values: Record<string, string>) => string} */
const filled = (address, values) =>
  Object.entries(values).reduce(
    (made, [name, value]) => made.replaceAll(encodeURIComponent(`{${name}}`), encodeURIComponent(value)),
    address,
  );

/**
 * Mail or chat with address and words filled in; the package is downloaded, for no address can carry a file.
 * @type {(desk: Desk, second: boolean) => HTMLElement[]}
 */
const letters = (desk, second) => {
  const { written, made, earlier, status, given } = desk;
  const { form, state } = written;
  const values = {
    nomor: made.number,
    sebelumnya: earlier && `, versi baru dari ${earlier}`,
    nama: String(state.data.nama),
    perangkat_daerah: form.perangkat_daerah[state.agency].nama,
    berkas: made.name,
  };
  return form.pengaturan.kirim.map(([words, address], place) => {
    const href = filled(address, values);
    const link = element("a", { className: looks(second || place > 0), href }, `Kirim lewat ${words}`);
    if (href.startsWith("https:")) Object.assign(link, { target: "_blank", rel: "noopener" });
    link.addEventListener("click", () => {
      save(desk);
      given();
      status.textContent = `Paket ${made.name} diunduh. Lampirkan berkas itu pada pesan yang baru terbuka, lalu kirim.`;
    });
    return link;
  });
};

/** @type {(desk: Desk, isGiven: boolean) => HTMLElement[]} */
const versions = ({ same, earlier, written }, isGiven) => {
  const day = spoken(same.slice(0, DAY), written.form.aturan.bulan);
  const twice =
    `Paket dengan isi ini sudah diunduh atau dibagikan pada ${day}. Bila belum dikirim, kirim berkasnya. ` +
    "Bila sudah, tidak perlu dikirim lagi.";
  if (same) return [element("p", {}, twice)];
  if (!earlier) return [];
  const head = element("strong", {}, `Versi baru dari kiriman ${earlier}.`);
  const number = isGiven ? "" : " Paket yang diunduh atau dibagikan sekarang mendapat nomor baru.";
  const said = ` Isinya sudah berubah.${number} Kirim yang ini, dan sebutkan kedua nomornya.`;
  return [element("p", { id: "versi" }, head, said)];
};

/**
 * The number, which the officer is asked to keep.
 * @type {(desk: Desk) => HTMLElement[]}
 */
const numbered = ({ made, status }) => {
  const copying = pressing("Salin nomor", async () => {
    const done = await copied(made.number, status);
    status.textContent = done ? `Nomor ${made.number} disalin.` : "Tidak dapat disalin otomatis. Catat nomornya.";
  });
  const address = new URL(`kontribusi/status/?nomor=${made.number}`, root).href;
  const link = element("a", { href: address, target: "_blank", rel: "noopener" }, "halaman status kiriman");
  return [
    element("p", {}, "Nomor kiriman: ", element("strong", { id: "nomor" }, made.number)),
    element("p", {}, "Simpan nomor itu. Dengan nomor itu kiriman Anda dapat dilihat di ", link, "."),
    element("p", {}, copying),
  ];
};

/** @type {(desk: Desk, isGiven: boolean) => HTMLElement[]} */
const receipt = (desk, isGiven) => {
  const { made, written } = desk;
  const { length } = attached(written.state);
  const held = length ? `, nama perangkat daerahnya, dan ${length} gambar` : " dan nama perangkat daerahnya";
  const size = Math.ceil(made.text.length / KILO);
  return [
    element("p", {}, `Paket ${made.name}, ${size} KB, memuat isian ini${held}.`),
    ...versions(desk, isGiven),
    ...(isGiven
      ? numbered(desk)
      : [element("p", {}, "Nomor kiriman tampil di sini sesudah paket diunduh atau dibagikan.")]),
  ];
};

/** @type {(desk: Desk) => HTMLElement} */
const advice = ({ made, written }) =>
  element(
    "p",
    { className: "k-note" },
    `${written.form.pengaturan.tujuan} Paket yang diunduh ada di folder Unduhan. Serahkan ${made.name} apa adanya, ` +
      "dan sebutkan nomor kirimannya. Berkas itu tidak perlu dibuka atau disunting.",
  );

/**
 * All that is shown of it; nothing where no package can be made.
 * @type {(written: Written, status: HTMLElement) => Promise<HTMLElement[]>}
 */
export const handOver = async (written, status) => {
  if (!canPackage()) return [];
  const { state } = written;
  const { made, same, earlier } = await packageOf(written);
  const box = element("div", { className: "k-box" });
  const given = () => {
    const row = { number: made.number, name: String(state.data.nama), agency: state.agency };
    keepReceipt(earlier ? { ...row, earlier } : row);
    written.handed(made.number);
    box.replaceChildren(...receipt(desk, true));
  };
  /** @type {Desk} */
  const desk = { written, made, same, earlier, status, given };
  box.append(...receipt(desk, !!same));
  if (same) written.left();
  const sheet = sheetOf(desk);
  const ways = [...sheet, ...letters(desk, sheet.length > 0)];
  const saving = () => {
    save(desk);
    given();
  };
  ways.push(pressing("Unduh paket", saving, ways.length > 0));
  return [box, element("p", {}, ...ways), status, advice(desk)];
};
