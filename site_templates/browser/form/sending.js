// The ways to send what was written. Only a press of the user's leads away.
import { element } from "../page/boot.js";
import { copied } from "./clipboard.js";
import { ways } from "./proposal.js";
import { INNOVATIONS } from "./settings.js";

/**
 * @typedef {object} Written
 * @property {import("../reading/form_data.d.ts").FormData} form
 * @property {import("./state.js").State} state
 * @property {string} text of the file
 * @property {(number: string) => void} handed is told under which number it was downloaded or shared
 * @property {() => void} left is told that it has left the page in any way
 *
 * @typedef {(then: string) => Promise<void>} Copy
 */

const PASTE = 'Di tab yang baru dibuka, tempel teks itu pada kolom "Isi berkas", lalu kirim.';
const REPLACE = "Di tab yang baru dibuka, ganti seluruh isi berkas dengan teks itu.";
const FILL = "Di tab yang baru dibuka, tempel teks itu sebagai isi berkas.";

/** @type {(second: boolean) => string} */
export const looks = (second) => `k-button${second ? " k-button-second" : ""}`;

/** @type {(label: string, act: () => void, second?: boolean) => HTMLElement} */
export const pressing = (label, act, second = true) => {
  const made = element("button", { type: "button", className: looks(second) }, label);
  made.addEventListener("click", act);
  return made;
};

/**
 * The text of the file to read with what saves it, and what copies it and says so.
 * @type {(written: Written, place: HTMLElement, status: HTMLElement) => { shown: HTMLElement, copy: Copy }}
 */
export const reading = (written, place, status) => {
  const { text, state, left } = written;
  const box = element("textarea", { id: "teks", readOnly: true, rows: 10, value: text });
  const label = element("label", { htmlFor: "teks" }, `Isi berkas ${state.slug}.yml`);
  const saving = pressing("Unduh berkas", () => download(written, status));
  const copying = pressing("Salin teks", () => copy(""));
  /** @type {Copy} */
  const copy = async (then) => {
    const done = await copied(text, place);
    if (done) left();
    shown.open ||= !done;
    status.textContent = done
      ? `Teks isian sudah disalin. ${then}`
      : `Teks isian tidak dapat disalin otomatis. Salin dari kotak "Teks isian" di bawah. ${then}`;
  };
  const shown = element(
    "details",
    {},
    element("summary", {}, "Teks isian"),
    label,
    box,
    element("p", {}, saving, copying),
    office(written),
  );
  return { shown, copy };
};

/** @type {(text: string, name: string, type: string) => void} */
export const saved = (text, name, type) => {
  const href = URL.createObjectURL(new Blob([text], { type }));
  element("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
};

/** @type {(written: Written, status: HTMLElement) => void} */
export const download = ({ text, state, left }, status) => {
  left();
  saved(text, `${state.slug}.yml`, "application/yaml");
  status.textContent = `Berkas ${state.slug}.yml diunduh.`;
};

/**
 * The ways through the forge.
 * @type {(written: Written, copy: Copy) => HTMLElement[]}
 */
export const exits = (written, copy) => {
  const { form, state } = written;
  const { issue, file } = ways(written);
  /** @type {(way: import("./proposal.js").Way, label: string, then: string, second: boolean) => HTMLElement} */
  const leading = ({ href, whole }, label, then, second) => {
    const link = element("a", { className: looks(second), href, target: "_blank", rel: "noopener" }, label);
    // The address alone would be too long: the text travels by the clipboard.
    link.addEventListener("click", () => (whole ? written.left() : copy(then)));
    return element("p", {}, link);
  };
  const long = issue.whole ? "" : ` Isiannya panjang: teksnya disalin lebih dahulu. ${PASTE}`;
  const opens = `Formulir usulan terbuka di tab baru. Perlu akun di ${new URL(form.pengaturan.repositori).hostname}.`;
  const copies = file.whole ? "" : " Teks isian disalin lebih dahulu, untuk ditempel sebagai seluruh isi berkas.";
  const lies = `Berkasnya: ${INNOVATIONS}/${state.agency}/${state.slug}.yml.`;
  return [
    leading(issue, "Kirim usulan", PASTE, false),
    element("p", { className: "k-note" }, `${opens} Usulan terbuka untuk umum.${long}`),
    element(
      "details",
      {},
      element("summary", {}, "Saya punya akses ke repositori"),
      state.known ? leading(file, "Sunting berkas", REPLACE, true) : leading(file, "Buat berkas", FILL, true),
      element("p", { className: "k-note" }, lies + copies),
    ),
  ];
};

/** @type {(part: string, label: string) => HTMLElement} */
const guide = (part, label) => element("a", { href: new URL(`../kontribusi/#${part}`, import.meta.url).href }, label);
/**
 * The way by the office for the bare text: the folder, not the file, says whose entry it is.
 * @type {(written: Written) => HTMLElement}
 */
const office = ({ form, state }) =>
  element(
    "p",
    {},
    `Bila berkas atau teks ini yang dikirim kepada ${form.pengaturan.pengelola}, sebutkan perangkat daerahnya, ` +
      `${form.perangkat_daerah[state.agency].nama}, dan nama berkasnya, ${state.slug}.yml: ` +
      "keduanya tidak ada di dalam teks. Gambar juga tidak. ",
    guide("mengirim-gambar", "Cara mengirim gambar"),
    ".",
  );
