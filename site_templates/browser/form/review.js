// What was written, shown once more before it is sent.
import { element } from "../page/boot.js";
import { answers } from "./answers.js";
import { handOver } from "./handing_over.js";
import { root } from "./published.js";
import { exits, pressing, reading } from "./sending.js";
import { standing } from "./standing_words.js";

/**
 * @typedef {object} Reviewed
 * @property {import("../reading/form_data.d.ts").FormData} form
 * @property {(vocabulary?: string) => import("../reading/form_data.d.ts").Words} words
 * @property {import("./state.js").State} state
 * @property {string} text of the file
 * @property {boolean} same whether that is what is published already
 * @property {import("./likeness.js").Known[]} namesakes innovations of the same agency that have its name
 * @property {(slugs: string[]) => void} tellApart is told which of them its writer says are others
 * @property {import("../checks/standing.js").Effect[]} effects
 * @property {string[]} closed years
 * @property {string[]} advice
 * @property {boolean} kept whether a draft stays in the browser
 * @property {(key: string) => void} change goes back to the field of a key
 * @property {(number: string) => void} handed is told under which number it was downloaded or shared
 * @property {() => void} left is told that it has left the page in any way
 * @property {() => void} sent is called when the user says so
 */

const UNCHANGED = "Belum ada yang berbeda dari isian yang terbit, jadi belum perlu dikirim.";

/** @type {(condition: unknown, ...children: (Node | string)[]) => (Node | string)[]} */
const where = (condition, ...children) => (condition ? children : []);

/**
 * That it is sound, and what it changes.
 * @type {(reviewed: Reviewed) => HTMLElement}
 */
const verdict = ({ form, state, same, effects, closed }) => {
  const { kepatuhan, ditutup } = form;
  const said = [
    ...(kepatuhan?.belum_dicatat ? [kepatuhan.belum_dicatat] : []),
    ...(kepatuhan ? effects.map((each) => standing(each, state.data.ditarik, form, kepatuhan)) : []),
    ...(closed.length ? [ditutup.pesan.replace("{tahun}", closed.join(", "))] : []),
  ];
  const sound = element("p", {}, element("strong", {}, same ? UNCHANGED : "Isian ini sah dan siap dikirim."));
  return element("div", { className: "k-box" }, sound, ...said.map((each) => element("p", {}, each)));
};

/** @type {(reviewed: Reviewed) => (Node | string)[]} */
const remarks = ({ advice, state: { lost } }) => {
  const items = advice.map((each) => element("li", {}, each));
  const left = `${lost.length} bagian berkas yang Anda buka belum mendapat tempat di isian ini.`;
  return [
    ...where(items.length, element("p", {}, "Boleh menyusul:"), element("ul", {}, ...items)),
    ...where(lost.length, element("p", { className: "k-box k-box-warn" }, left)),
  ];
};

/** @type {(known: import("./likeness.js").Known) => HTMLElement} */
const namesake = ([slug, name]) => {
  const page = element("a", { href: new URL(`inovasi/${slug}/`, root).href, target: "_blank" }, name);
  return element("li", {}, page, ". ", element("a", { href: `?ubah=${slug}`, target: "_blank" }, "Perbaiki yang itu"));
};

/**
 * That its agency has an innovation of this name already; `ways` to send it come once its writer says that it is another.
 * @type {(reviewed: Reviewed, ways: HTMLElement) => HTMLElement[]}
 */
const toldApart = ({ form, state, namesakes, tellApart }, ways) => {
  const slugs = namesakes.map(([slug]) => slug);
  const control = element("input", { type: "checkbox", id: "inovasi-lain" });
  control.checked = slugs.every((slug) => state.others.includes(slug));
  const turn = () => {
    ways.hidden = !control.checked;
  };
  control.addEventListener("change", () => {
    tellApart(control.checked ? slugs : []);
    turn();
  });
  turn();
  if (!slugs.length) return [];
  const owner = form.perangkat_daerah[state.agency].nama;
  const label = element("label", {}, control, " Yang saya tulis ini inovasi lain, bukan yang sudah tercatat itu.");
  return [
    element(
      "div",
      { className: "k-box k-box-warn" },
      element("p", {}, element("strong", {}, "Nama ini sudah tercatat."), ` ${owner} sudah mempunyai:`),
      element("ul", {}, ...namesakes.map(namesake)),
      element("p", {}, "Bila inovasinya sama, perbaiki yang itu saja. Bila bukan, centang ini untuk mengirim:"),
      element("div", { className: "k-pilih" }, label),
    ),
  ];
};

/**
 * Where it is handed over; it is filled once the package is made.
 * @param {Reviewed} reviewed
 */
const handing = (reviewed) => {
  const place = element("div");
  handOver(reviewed, element("p", { role: "status" })).then((shown) => place.replaceChildren(...shown));
  return place;
};

/**
 * Shows it all in `place`.
 * @type {(place: HTMLElement, reviewed: Reviewed) => void}
 */
export const review = (place, reviewed) => {
  const { form, state, kept, change, sent } = reviewed;
  const status = element("p", { role: "status" });
  const { shown, copy } = reading(reviewed, place, status);
  const ways = element(
    "div",
    {},
    element("h2", {}, "Kirim"),
    handing(reviewed),
    ...(form.pengaturan.repositori ? [element("h3", {}, "Dengan akun"), ...exits(reviewed, copy)] : []),
    shown,
    status,
  );
  place.replaceChildren(
    element("h2", { tabIndex: -1 }, "Periksa jawaban"),
    verdict(reviewed),
    ...toldApart(reviewed, ways),
    ...remarks(reviewed),
    ...answers(reviewed, state, change),
    ways,
    ...where(kept, element("p", {}, "Draf tetap ada di peramban ini sampai Anda menghapusnya.")),
    element(
      "p",
      {},
      pressing("Sudah saya kirim, hapus draf", sent),
      pressing("Kembali mengubah", () => change("nama")),
    ),
  );
};
