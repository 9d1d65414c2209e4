// Handing over: one package by the ways that are known. Only a press of the user's sends anything.
import { element } from "../page/boot.js";
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
 * @property {string} same its number where the same content was handed over before
 * @property {string} earlier the number that its content had before it changed
 * @property {() => void} given is called once it has gone
 */

const KILO = 1000;

/** @type {(written: Written) => Promise<{ made: Package, same: string, earlier: string }>} */
const packageOf = async ({ form, state, text }) => {
  // The later one, for a clock may run behind.
  const [, day] = [dayIn(new Date(), form.pengaturan.zona), form.hari].sort();
  const content = { ...state, text, pictures: attached(state) };
  const made = await packaged(content, day);
  const { same, earlier } = beside(made.number, state.sent);
  return { made: same ? await packaged(content, same.slice(0, day.length)) : made, same, earlier };
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

/** @type {(desk: Desk) => HTMLElement[]} */
const versions = ({ same, earlier }) => {
  if (same)
    return [element("p", {}, "Isi yang sama sudah pernah diserahkan. Nomornya tetap; tidak perlu dikirim dua kali.")];
  if (!earlier) return [];
  const head = element("strong", {}, `Versi baru dari kiriman ${earlier}.`);
  return [
    element(
      "p",
      { id: "versi" },
      head,
      " Isinya sudah berubah, maka nomornya baru. Kirim yang ini, dan sebutkan kedua nomornya.",
    ),
  ];
};

/** @type {(desk: Desk) => HTMLElement} */
const receipt = (desk) => {
  const { made, status, written } = desk;
  const copying = pressing("Salin nomor", async () => {
    const done = await copied(made.number, status);
    status.textContent = done ? `Nomor ${made.number} disalin.` : "Tidak dapat disalin otomatis. Catat nomornya.";
  });
  const address = new URL(`kontribusi/status/?nomor=${made.number}`, root).href;
  const link = element("a", { href: address, target: "_blank", rel: "noopener" }, "halaman status kiriman");
  const { length } = attached(written.state);
  const held = length ? `, nama perangkat daerahnya, dan ${length} gambar` : " dan nama perangkat daerahnya";
  const size = Math.ceil(made.text.length / KILO);
  return element(
    "div",
    { className: "k-box" },
    element("p", {}, "Nomor kiriman: ", element("strong", { id: "nomor" }, made.number), " "),
    ...versions(desk),
    element("p", {}, `Paket ${made.name}, ${size} KB, memuat isian ini${held}.`),
    element("p", {}, "Simpan nomor itu. Dengan nomor itu kiriman Anda dapat dilihat di ", link, "."),
    element("p", {}, copying),
  );
};

/** @type {(desk: Desk) => HTMLElement} */
const advice = ({ made, written }) => {
  const { tujuan, kirim } = written.form.pengaturan;
  const guide = element("a", { href: new URL("kontribusi/#bertanya", root).href }, "Cara menghubungi pengelola");
  const known = kirim.length ? [] : [" ", guide, "."];
  return element(
    "p",
    { className: "k-note" },
    `${tujuan} Paket yang diunduh ada di folder Unduhan. Serahkan ${made.name} apa adanya, dan sebutkan nomor ` +
      "kirimannya. Berkas itu tidak perlu dibuka atau disunting.",
    ...known,
  );
};

/**
 * All that is shown of it; nothing where no package can be made.
 * @type {(written: Written, status: HTMLElement) => Promise<HTMLElement[]>}
 */
export const handOver = async (written, status) => {
  if (!canPackage()) return [];
  const { state } = written;
  const { made, same, earlier } = await packageOf(written);
  const given = () => {
    const row = { number: made.number, name: String(state.data.nama), agency: state.agency };
    keepReceipt(earlier ? { ...row, earlier } : row);
    written.handed(made.number);
  };
  const desk = { written, made, same, earlier, status, given };
  const sheet = sheetOf(desk);
  const ways = [...sheet, ...letters(desk, sheet.length > 0)];
  const saving = () => {
    save(desk);
    given();
  };
  ways.push(pressing("Unduh paket", saving, ways.length > 0));
  return [receipt(desk), element("p", {}, ...ways), status, advice(desk)];
};
