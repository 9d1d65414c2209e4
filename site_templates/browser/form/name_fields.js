// Whose a new entry is, and what its file and its page are called.
import { element } from "../page/boot.js";
import { box, chooser } from "./controls.js";
import { root } from "./published.js";
import { tools } from "./rules.js";

/** @typedef {import("./sheet.d.ts").Sheet} Sheet */

/** @param {Sheet} sheet */
export const agencyField = ({ form, state, keeping }) => {
  const agencies = Object.entries(form.perangkat_daerah).filter(([, { ada }]) => ada);
  agencies.sort(([, one], [, other]) => one.nama.localeCompare(other.nama, "id"));
  const names = Object.fromEntries(agencies.map(([slug, { nama }]) => [slug, nama]));
  const help =
    "Perangkat daerah pemilik inovasi. Inovasi puskesmas, sekolah, atau desa dicatat pada perangkat daerah induknya.";
  return chooser(["perangkat_daerah"], "Perangkat daerah (wajib)", help, names, state.agency, (slug) => {
    state.agency = slug;
    keeping.changed();
  });
};

/**
 * The field, and what lets the name of the file follow the name of the innovation until somebody chooses one.
 * @param {Sheet} sheet
 */
export const fileField = ({ form, state, keeping }) => {
  const longest = form.aturan.slug_terpanjang;
  const base = new URL("inovasi/", form.pengaturan.situs || root).href;
  const help =
    "Diusulkan dari nama inovasi dan boleh Anda singkat. Nama ini menjadi alamat halaman dan tidak dapat diganti lagi.";
  const control = element("input", {
    autocomplete: "off",
    autocapitalize: "off",
    value: state.slug,
    maxLength: longest,
  });
  const shown = element("span", { className: "k-note" });
  const show = () => {
    shown.textContent = `Alamat halamannya kelak: ${base}${state.slug || "…"}/`;
  };
  /** @param {string} slug */
  const put = (slug) => {
    state.slug = slug;
    show();
    keeping.changed();
  };
  control.addEventListener("input", () => {
    put(control.value.trim().replace(/\.ya?ml$/, ""));
    state.named = !!state.slug;
  });
  show();
  /** @param {string} name */
  const follow = async (name) => {
    if (state.named) return;
    put((await tools()).asSlug(name, longest));
    control.value = state.slug;
  };
  return { field: box(["nama_berkas"], "Nama berkas (wajib)", help, control, shown), follow };
};
