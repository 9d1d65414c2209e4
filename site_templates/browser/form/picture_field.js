// Pictures to go along: chosen from the phone, made small in the browser, described by who sends them.
import { element, script, sorry } from "../page/boot.js";
import { describe } from "./field_box.js";
import { attached, freeName, MOST, PICTURES } from "./pictures.js";

/** @typedef {import("./sheet.d.ts").Sheet} Sheet */

const HELP =
  "JPEG, PNG, atau WebP. Gambar diputar dan dikecilkan di peramban ini; tempat pemotretan, nama, dan data kamera " +
  "tidak ikut. Jangan mengirim foto yang memperlihatkan wajah tanpa izin, kartu identitas, atau dokumen pribadi.";

const TOO_MUCH =
  "tidak dapat diolah di peranti ini, mungkin karena memorinya penuh. Tutup aplikasi lain, atau pilih gambar yang lebih kecil.";

/** @param {File} file */
const tooMuch = ({ name }) => ({ base64: "", refused: `"${name}" ${TOO_MUCH}` });

/**
 * The pictures one after the other; each gets its place in the entry. What could not be taken is told.
 * @type {(files: File[], sheet: Sheet) => Promise<string[]>}
 */
const taken = async (files, { state, keeping }) => {
  const { shrunk } = await script(import("./shrinking.js"));
  const refused = [];
  for (const file of files) {
    if (attached(state).length >= MOST) {
      refused.push(`Paling banyak ${MOST} gambar. "${file.name}" tidak ikut.`);
      continue;
    }
    const found = await shrunk(file).catch(() => tooMuch(file)); // told beside the choice
    if (found.refused !== undefined) refused.push(found.refused);
    else {
      const name = freeName(state);
      state.fresh = [...attached(state), { name, base64: found.base64 }];
      const held = /** @type {import("../reading/form_data.d.ts").Value[]} */ (state.data[PICTURES] ?? []);
      state.data[PICTURES] = [...held, { berkas: name }];
      keeping.picturesChanged();
    }
  }
  return refused;
};

/**
 * Small views beside what describes them.
 * @type {(place: HTMLElement, sheet: Sheet) => Promise<void>}
 */
const show = async (place, { state }) => {
  const { thumbnail } = await script(import("./shrinking.js"));
  const items = /** @type {{ berkas?: string }[]} */ (state.data[PICTURES] ?? []);
  for (const [number, { berkas = "" }] of items.entries()) {
    const picture = state.fresh.find(({ name }) => name === berkas);
    const item = place.querySelector(`[id='j.${PICTURES}.${number}']`);
    if (picture && item) item.querySelector("legend")?.after(await thumbnail(picture.base64, `Gambar ${number + 1}`));
  }
};

/**
 * The field of pictures: those that are there, and a choice of more.
 * @type {(sheet: Sheet, list: () => HTMLElement) => HTMLElement}
 */
export const pictureField = (sheet, list) => {
  const { state } = sheet;
  const control = element("input", { type: "file", id: "pilih-gambar", accept: "image/*", multiple: true });
  const about = element("span", { className: "k-note", id: "b.pilih-gambar" }, HELP);
  const said = element("p", { role: "status" });
  const held = element("div");
  describe(control, [about]);
  const redraw = () => {
    held.replaceChildren(...(state.data[PICTURES] ? [list()] : []));
    if (state.fresh.length)
      show(held, sheet).catch(() => {
        // The small view only helps.
      });
  };
  control.addEventListener("change", async () => {
    const files = [...(control.files ?? [])];
    control.value = "";
    said.textContent = "Gambar sedang dikecilkan …";
    try {
      const refused = await taken(files, sheet);
      redraw();
      said.textContent = refused.join(" ") || "Gambar ditambahkan. Tulis apa yang terlihat dan siapa pembuatnya.";
    } catch (error) {
      said.textContent = sorry(/** @type {Error} */ (error), "Gambar belum diambil.");
    }
  });
  redraw();
  const label = element("label", { htmlFor: control.id }, "Tambah gambar");
  return element("div", {}, held, element("div", { className: "k-kolom" }, label, about, control, said));
};
