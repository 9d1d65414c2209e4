// Whose a new entry is: by typing any of its names, or from the list by kind.
import { element } from "../page/boot.js";
import { box, describe, own } from "./controls.js";
import { pressing } from "./field_box.js";
import { tools } from "./rules.js";

/**
 * @typedef {import("./sheet.d.ts").Sheet} Sheet
 * @typedef {import("../reading/form_data.d.ts").Agency} Agency
 */

const HELP = "Perangkat daerah pemilik inovasi. ";
const UNITS_LISTED = "Unit, desa, atau sekolah yang tidak ada dalam daftar dicatat pada induknya.";
const NO_UNITS = "Inovasi puskesmas, sekolah, atau desa dicatat pada perangkat daerah induknya.";
const TYPED = "Nama resmi, singkatan, atau nama lamanya; beberapa huruf sudah cukup.";
const NONE = "Tidak ada perangkat daerah dengan nama itu. Pilih perangkat daerah yang membawahinya.";
const MOST_LISTED = 300; // beyond that the list holds those without a parent, and the others are typed
const MOST_SHOWN = 8;

/** @type {(agency: Agency, form: Sheet["form"]) => string} */
const labelOf = ({ nama, induk }, { perangkat_daerah: agencies }) => {
  const parent = own(agencies, induk)?.nama;
  return parent ? `${nama} (${parent})` : nama;
};

/** @type {(one: string, other: string) => number} */
const byName = (one, other) => one.localeCompare(other, "id");

/**
 * The list, each kind under its name.
 * @type {(agencies: [string, Agency][], form: Sheet["form"]) => HTMLElement[]}
 */
const grouped = (agencies, form) => {
  const kinds = [...new Set(agencies.map(([, { jenis }]) => jenis))];
  return kinds.sort(byName).map((kind) => {
    const members = agencies.filter(([, { jenis }]) => jenis === kind);
    members.sort(([, one], [, other]) => byName(one.nama, other.nama));
    const options = members.map(([value, agency]) => element("option", { value }, labelOf(agency, form)));
    return element("optgroup", { label: own(form.jenis_perangkat_daerah, kind) ?? kind }, ...options);
  });
};

/**
 * What is typed, and the agencies that may be meant; the only one is taken at once.
 * @type {(known: Record<string, Agency>, sheet: Sheet, pick: (slug: string) => void) => HTMLElement}
 */
const typing = (known, { form, state }, pick) => {
  const control = element("input", { id: "cari-perangkat", autocomplete: "off" });
  const about = element("span", { className: "k-note", id: "b.cari-perangkat" }, TYPED);
  const hits = element("div", { className: "k-chips", role: "status" });
  describe(control, [about]);
  const kept = () => (known[state.agency] ? [` Yang terpilih masih ${labelOf(known[state.agency], form)}.`] : []);
  const tell = async () => {
    const { agenciesLike } = await tools();
    const found = agenciesLike(control.value, known, form.pengaturan.wilayah);
    const buttons = found
      .slice(0, MOST_SHOWN)
      .map((slug) => pressing(labelOf(known[slug], form), null, () => take(slug)));
    const more = found.length > MOST_SHOWN ? [`${found.length - MOST_SHOWN} lagi: ketik lebih lengkap.`] : [];
    const none = control.value.trim() && !found.length ? [NONE, ...kept()] : [];
    if (found.length === 1) take(found[0]);
    else hits.replaceChildren(...buttons, ...more, ...none);
  };
  /** @param {string} slug */
  const take = (slug) => {
    pick(slug);
    hits.replaceChildren(`Dipilih: ${labelOf(known[slug], form)}.`);
  };
  control.addEventListener("input", () => {
    tell().catch(() => {
      // The list below has them all.
    });
  });
  const label = element("label", { htmlFor: control.id }, "Ketik nama perangkat daerah");
  return element("div", { className: "k-kolom" }, label, about, control, hits);
};

/** @param {Sheet} sheet */
export const agencyField = (sheet) => {
  const { form, state, keeping } = sheet;
  const agencies = Object.entries(form.perangkat_daerah).filter(([, { ada }]) => ada);
  const known = Object.fromEntries(agencies);
  const listed = agencies.length > MOST_LISTED ? agencies.filter(([, { induk }]) => !induk) : agencies;
  const control = element("select", {}, element("option", { value: "" }, "Pilih …"), ...grouped(listed, form));
  /** @param {string} slug */
  const choose = (slug) => {
    const isListed = [...control.options].some(({ value }) => value === slug);
    if (!isListed && known[slug]) control.append(element("option", { value: slug }, labelOf(known[slug], form)));
    control.value = slug;
  };
  /** @param {string} slug */
  const pick = (slug) => {
    choose(slug);
    state.agency = slug;
    keeping.changed();
  };
  control.addEventListener("change", () => pick(control.value));
  choose(state.agency);
  const help = HELP + (agencies.some(([, { induk }]) => induk) ? UNITS_LISTED : NO_UNITS);
  const list = box(["perangkat_daerah"], "Perangkat daerah (wajib)", help, control);
  return element("div", {}, typing(known, sheet, pick), list);
};
