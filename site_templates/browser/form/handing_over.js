// Handing over: one package by the ways that are known. Only a press of the user's sends anything.
import { element } from "../page/boot.js";
import { copied } from "./clipboard.js";
import { canPackage, dayIn, packaged } from "./package.js";
import { attached } from "./pictures.js";
import { root } from "./published.js";
import { keepReceipt } from "./receipts.js";
import { looks, pressing, saved } from "./sending.js";

/**
 * @typedef {import("./sending.js").Written} Written
 * @typedef {Awaited<ReturnType<typeof packaged>>} Package
 *
 * @typedef {object} Desk what the buttons know
 * @property {Written} written
 * @property {Package} made
 * @property {HTMLElement} status where they say what happened
 * @property {() => void} given is called once it has gone
 */

const KILO = 1000;

/** @type {(written: Written) => Promise<Package>} */
const packageOf = ({ form, state, text }) => {
  // The later one, for a clock may run behind.
  const [, day] = [dayIn(new Date(), form.pengaturan.zona), form.hari].sort();
  return packaged({ ...state, text, pictures: attached(state) }, day);
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
  const { written, made, status, given } = desk;
  const { form, state } = written;
  const values = {
    nomor: made.number,
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

/** @type {(desk: Desk) => HTMLElement} */
const receipt = ({ made, status, written }) => {
  const copying = pressing("Salin nomor", async () => {
    const done = await copied(made.number, status);
    status.textContent = done ? `Nomor ${made.number} disalin.` : "Tidak dapat disalin otomatis. Catat nomornya.";
  });
  const address = new URL("kontribusi/status/", root).href;
  const link = element("a", { href: address, target: "_blank", rel: "noopener" }, "halaman status kiriman");
  const { length } = attached(written.state);
  const held = length ? ` dan ${length} gambar` : "";
  const size = Math.ceil(made.text.length / KILO);
  return element(
    "div",
    { className: "k-box" },
    element("p", {}, "Nomor kiriman: ", element("strong", { id: "nomor" }, made.number), " "),
    element("p", {}, `Paket ${made.name}, ${size} KB, memuat isian ini, nama perangkat daerahnya${held}.`),
    element("p", {}, "Simpan nomor itu. Dengan nomor itu kiriman Anda dapat dilihat di ", link, "."),
    element("p", {}, copying),
  );
};

/** @type {(desk: Desk) => HTMLElement} */
const advice = ({ made, written }) => {
  const { pengelola, kantor, kirim } = written.form.pengaturan;
  const guide = element("a", { href: new URL("kontribusi/#bertanya", root).href }, "Cara menghubungi pengelola");
  const whom = kantor ? `${pengelola}, ${kantor}` : pengelola;
  const known = kirim.length ? [] : [" ", guide, "."];
  return element(
    "p",
    { className: "k-note" },
    `Paket yang diunduh tersimpan di folder Unduhan. Kirim berkas ${made.name} apa adanya kepada ${whom}, dan ` +
      "sebutkan nomor kirimannya. Berkas itu tidak perlu dibuka atau disunting.",
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
  const made = await packageOf(written);
  const given = () => keepReceipt({ number: made.number, name: String(state.data.nama), agency: state.agency });
  const desk = { written, made, status, given };
  const sheet = sheetOf(desk);
  const ways = [...sheet, ...letters(desk, sheet.length > 0)];
  const saving = () => {
    save(desk);
    given();
  };
  ways.push(pressing("Unduh paket", saving, ways.length > 0));
  return [receipt(desk), element("p", {}, ...ways), status, advice(desk)];
};
