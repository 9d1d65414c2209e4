// What the site has published: the form's own data, and entries.
import { PICTURES } from "./controls.js";
import { blank } from "./state.js";

/** @typedef {import("../reading/form_data.d.ts").FormData} FormData */

export const root = new URL("../", import.meta.url);

/**
 * JSON of this site.
 * @param {string} address below the site's root
 * @throws {Error & { missing?: boolean }} `missing` if there is no such file
 */
export const json = async (address) => {
  const answer = await fetch(new URL(address, root));
  if (!answer.ok) throw Object.assign(new Error(`${answer.status} ${address}`), { missing: answer.status === 404 });
  return answer.json();
};

/**
 * The published entry `slug` as a state; of a renamed one, what it is called now.
 * @type {(slug: string, form: FormData) => Promise<import("./state.js").State>}
 */
export const published = async (slug, form) => {
  const found = await json(`data/inovasi/${slug}.json`);
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
    named: true,
    pictures: pictures.map(({ berkas }) => berkas),
  };
};
