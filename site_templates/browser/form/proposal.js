// Where a proposal goes: addresses of the forge that carry what was written.
import { CORRECTION, INNOVATIONS, NEW } from "./settings.js";

/** @typedef {{ href: string, whole: boolean }} Way an address, and whether it carries the whole text */

const LONGEST = 8_000; // bytes of an address; forges refuse those beyond about 8,190

/**
 * `text` as a part of a query; what needs no escape there stays short.
 * @param {string} text
 */
const quoted = (text) => encodeURIComponent(text).replace(/%(?:2C|2F|3A)/g, decodeURIComponent);
/** @param {string[]} parts */
const pathOf = (parts) => {
  const names = parts.flatMap((part) => part.split("/"));
  return names.map(quoted).join("/");
};
/** @param {Record<string, string>} values */
const query = (values) => {
  const pairs = Object.entries(values).map(([name, value]) => `${name}=${quoted(value)}`);
  return pairs.join("&");
};

/**
 * The address with all values, or without the long one if it would be too long, also as a part of a login's address.
 * @type {(base: string, values: Record<string, string>, long: string) => Way}
 */
const addressed = (base, values, long) => {
  const href = `${base}?${query(values)}`;
  if (encodeURIComponent(href).length <= LONGEST) return { href, whole: true };
  const { [long]: _, ...rest } = values;
  return { href: `${base}?${query(rest)}`, whole: false };
};

/**
 * Where the proposal goes: to the issue form, and for those who may write, to the file itself.
 * @param {{ form: import("../reading/form_data.d.ts").FormData, state: import("./state.js").State, text: string }} written
 * @returns {{ issue: Way, file: Way }}
 */
export const ways = ({ form, state, text }) => {
  const { repositori, cabang } = form.pengaturan;
  const { agency, slug, known, data } = state;
  const folder = pathOf([cabang, INNOVATIONS, agency]);
  const proposal = {
    template: "usulan-inovasi.yml",
    title: `${known ? CORRECTION : "Usulan"}: ${data.nama}`,
    jenis_usulan: known ? CORRECTION : NEW,
    perangkat_daerah: agency,
    nama_berkas: slug,
    isi: text,
  };
  return {
    issue: addressed(`${repositori}issues/new`, proposal, "isi"),
    file: known
      ? { href: `${repositori}edit/${folder}/${quoted(slug)}.yml`, whole: false }
      : addressed(`${repositori}new/${folder}`, { filename: `${slug}.yml`, value: text }, "value"),
  };
};
