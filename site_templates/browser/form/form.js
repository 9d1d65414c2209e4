// The form by which an entry is written or corrected, built from the shapes of the program. Nothing leaves the browser
// here: a draft is kept in it, and looking_over.js shows the ways to send what was written.
import { element } from "../page/boot.js";
import { own } from "./controls.js";
import { drafts } from "./drafts.js";
import { drawing } from "./drawing.js";
import { heldHere } from "./held_here.js";
import { keeper, UNSAFE } from "./keeping.js";
import { choose, isSingle } from "./layout.js";
import { opener } from "./opener.js";
import { paging } from "./paging.js";
import { formData, published } from "./published.js";
import { sectionsOf } from "./sections.js";
import { stagesOf } from "./stages.js";
import { blank, ownCopy } from "./state.js";
import { stepping } from "./steps.js";

/**
 * @typedef {import("../reading/form_data.d.ts").FormData} FormData
 * @typedef {import("./state.js").State} State
 *
 * @typedef {object} Start
 * @property {FormData} form
 * @property {State} state
 * @property {import("./drafts.js").Draft} draft
 * @property {string} note what is said on top
 * @property {number} [keptAt] when the draft that was read was kept
 */

const KEPT =
  "Yang Anda tulis disimpan sebagai draf di peramban ini saja. Tidak ada yang dikirim sebelum Anda sendiri mengirimnya.";
const STALE =
  "Isian yang terbit sudah berubah sejak draf Anda dimulai. Bila draf ini dikirim, perubahan itu dapat tertimpa. " +
  "Bandingkan dahulu dengan halamannya, atau hapus draf untuk mulai dari isi yang sekarang.";
const AT_THE_END = "Di akhir. ";
const FIRST = "section:not([hidden]) h2, form summary";
const MARKED = "Kolom dengan tanda (wajib) harus diisi. Bagian lain boleh dilewati.";
const AT_ONCE = "Semua pertanyaan dalam satu halaman";
const BY_STEPS = "Satu pertanyaan setiap kali";
const SLUG = /^[a-z0-9-]{1,60}$/;
const DRAFT = /^[a-z0-9]{1,16}$/;

/** @param {import("../page/boot.js").Lost} error */
const missing = (error) => {
  if (error.status !== 404) throw error;
};

/**
 * What the page's address asks for: an entry to correct, or a new one of an agency.
 * @type {(form: FormData) => Promise<{ original: State, note: string }>}
 */
const asked = async (form) => {
  const parameters = new URLSearchParams(location.search);
  const [wanted, agency] = [parameters.get("ubah") ?? "", parameters.get("pd") ?? ""];
  // What could not be fetched may well be there: then the whole form is not to be had.
  const found = SLUG.test(wanted) && (await published(wanted, form).catch(missing));
  if (found) return { original: found, note: "" };
  const original = { ...blank(), agency: Object.hasOwn(form.perangkat_daerah, agency) ? agency : "" };
  const note = wanted ? `Inovasi "${wanted.slice(0, 60)}" tidak ditemukan di katalog. Formulir ini kosong.` : "";
  return { original, note };
};

/**
 * Shows the question of a key, where the page's address asks for one.
 * @param {import("./sheet.d.ts").Section[]} sections
 */
const goTo = (sections) => {
  const key = new URLSearchParams(location.search).get("ke") ?? "";
  const section = sections.find(({ keys }) => keys.includes(key));
  if (!section) return;
  section.fill();
  section.folder.dispatchEvent(new Event("tampil"));
  Object.assign(section.folder, { open: true });
  document.getElementById(`j.${key}`)?.scrollIntoView();
};

/**
 * Puts the form in `place`. Fails, and changes nothing, if what it is made of cannot be fetched.
 * @param {HTMLElement} place
 */
export const attach = async (place) => {
  const form = await formData();
  const { original, note } = await asked(form);
  const wanted = new URLSearchParams(location.search).get("draf") ?? "";
  const draft = drafts(original, form.kolom, DRAFT.test(wanted) ? wanted : undefined);
  const kept = draft.read();
  const state = { ...ownCopy(original), ...kept?.state };
  state.agency ||= original.agency;
  draw(place, { form, state, draft, note: kept?.stale ? STALE : note, keptAt: kept?.at });
};

/** @type {(form: FormData) => import("./sheet.d.ts").Sheet["words"]} */
const wordsOf = (form) => {
  const agencies = Object.entries(form.perangkat_daerah).map(([slug, { nama }]) => [slug, nama]);
  const names = Object.fromEntries(agencies);
  return (vocabulary = "") => (vocabulary === "perangkat_daerah" ? names : form.kata[vocabulary]);
};

/**
 * What stands above the fields.
 * @type {(start: Start, safe: boolean) => HTMLElement[]}
 */
const remarks = ({ form, state, note }, safe) => {
  const { known, agency, data } = state;
  const said = element("p", { className: "k-box", role: "status", tabIndex: -1 }, note);
  const name = element("strong", {}, /** @type {string} */ (data.nama) ?? known);
  const owner = own(form.perangkat_daerah, agency)?.nama ?? agency;
  return [
    ...(note ? [said] : []),
    ...(known ? [element("p", {}, "Anda memperbaiki ", name, `, ${owner}.`)] : []),
    element("p", {}, element("strong", {}, AT_THE_END), form.pengaturan.tujuan),
    element("p", { className: safe ? "k-note" : "k-box k-box-warn" }, safe ? KEPT : UNSAFE),
  ];
};

/** @param {State["lost"]} lost what of an opened file has no place */
const homeless = (lost) =>
  element(
    "div",
    { className: "k-box k-box-warn" },
    element(
      "p",
      {},
      element("strong", {}, "Yang belum mendapat tempat."),
      " Salin ke kolom yang sesuai bila masih diperlukan.",
    ),
    ...lost.map(({ why, text }) =>
      element("div", {}, element("p", {}, why), element("pre", {}, element("code", {}, text))),
    ),
  );

/**
 * The pages of the form: a question at a time for a new entry, all at once for who wants that or corrects one.
 * @type {(sheet: import("./sheet.d.ts").Sheet, intro: HTMLElement) => import("./sheet.d.ts").Desk}
 */
const pagesOf = (sheet, intro) => {
  const { state, keeping, restart } = sheet;
  const { drawn, propose } = drawing(sheet);
  const [main, summary, looked] = [
    element("form", { className: "k-formulir", noValidate: true }),
    element("div"),
    element("div", { hidden: true }),
  ];
  const single = isSingle(state.known);
  const sections = single ? sectionsOf(sheet, drawn) : stagesOf(sheet, drawn);
  const desk = { main, intro, summary, looked, sections };
  const ending = element("button", { className: "k-button" }, "Periksa jawaban");
  const pager = single ? undefined : paging(sheet, desk, propose, ending);
  const other = element("button", { type: "button" }, single ? BY_STEPS : AT_ONCE);
  other.addEventListener("click", () => {
    if (keeping.isTouched()) keeping.keep();
    choose(!single);
    restart(state, "");
  });
  main.append(
    ...(pager ? [pager.head] : [element("p", {}, MARKED)]),
    ...sections.map(({ folder }) => folder),
    ...stepping(sheet, desk, ending, propose, pager),
    element("p", { className: "k-chips" }, other),
  );
  return desk;
};

/** @type {(place: HTMLElement, start: Start) => void} */
const draw = (place, start) => {
  const { form, state, draft, keptAt } = start;
  const isNew = !state.known && !draft.read();
  const ended = new AbortController();
  const { signal } = ended;
  const { title } = document;
  /** @type {import("./sheet.d.ts").Sheet["restart"]} */
  const restart = (next, said, to = draft) => {
    ended.abort();
    document.title = title;
    if (said) history.replaceState({ ...history.state, nomor: 0 }, "");
    draw(place, { form, state: next, draft: to, note: said || start.note });
    /** @type {HTMLElement | null} */ (place.querySelector(said ? ".k-box" : FIRST))?.focus();
  };
  const keeping = keeper({ draft, state, signal, restart }, keptAt);
  const sheet = { form, words: wordsOf(form), state, draft, keeping, title, signal, restart };
  const intro = element("div");
  intro.append(...remarks(start, keeping.isSafe()), ...heldHere(sheet, isNew), opener(sheet));
  const { main, summary, looked, sections } = pagesOf(sheet, intro);
  // Where it is does not change while somebody writes: what comes and goes on top would push the fields away.
  if (!keptAt) main.append(keeping.line);
  place.replaceChildren(
    intro,
    ...(keptAt ? [keeping.line] : []),
    ...(state.lost.length ? [homeless(state.lost)] : []),
    summary,
    main,
    looked,
  );
  goTo(sections);
};
