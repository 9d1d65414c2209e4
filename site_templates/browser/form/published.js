// What the site has published: the form's own data, and entries.
import { json } from "../page/boot.js";
import { PICTURES } from "./controls.js";
import { blank } from "./state.js";

/** @typedef {import("../reading/form_data.d.ts").FormData} FormData */

export const root = new URL("../", import.meta.url);

/** @returns {Promise<FormData>} of which addresses are taken it tells nothing yet */
export const formData = async () => {
  const form = await json(new URL("kontribusi/formulir/isian.json", root));
  for (const agency of Object.values(form.perangkat_daerah)) agency.isian = [];
  return { ...form, alias: {} };
};

/**
 * The published entry `slug` as a state; of a renamed one, what it is called now.
 * @type {(slug: string, form: FormData) => Promise<import("./state.js").State>}
 */
export const published = async (slug, form) => {
  const found = await json(new URL(`data/inovasi/${slug}.json`, root));
  if (found.pindah_ke) return published(found.slug, form);
  const held = form.kolom.map(({ key }) => [key, found.inovasi[key]]);
  const data = Object.fromEntries(held.filter(([, value]) => value !== null && value !== undefined));
  /** @type {{ berkas: string }[]} */
  const pictures = data[PICTURES] ?? [];
  return {
    ...blank(),
    data,
    agency: found.inovasi.perangkat_daerah,
    slug,
    known: slug,
    pictures: pictures.map(({ berkas }) => berkas),
  };
};
