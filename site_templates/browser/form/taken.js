// Which addresses the catalogue has given: the form asks about a few, and learns no more of a large catalogue than that.
import { json } from "../page/boot.js";
import { own } from "./lookup.js";

/** @typedef {import("../reading/form_data.d.ts").FormData} FormData */

const folder = new URL("../kontribusi/formulir/alamat/", import.meta.url);
/** @type {WeakMap<FormData, Map<string, Promise<void>>>} */
const asked = new WeakMap();

/**
 * Puts what a file holds where the rules look for it: an entry with its agency, an old name with the file it leads to. An
 * agency of another edition of the site is not known here; what is in its folder is taken all the same.
 * @type {(form: FormData, held: Record<string, string>) => void}
 */
const note = (form, held) => {
  for (const [slug, where] of Object.entries(held)) {
    const owner = own(form.perangkat_daerah, where);
    if (owner) owner.isian.push(slug);
    else form.alias[slug] = where;
  }
};

/**
 * Makes the form know whether and by whom each of `slugs` is taken. Fails if that cannot be fetched; asked again, it tries
 * again.
 * @type {(form: FormData, slugs: unknown[]) => Promise<void>}
 */
export const learn = async (form, slugs) => {
  const starts = form.alamat.split(" ");
  const known = asked.get(form) ?? new Map();
  asked.set(form, known);
  /** @param {string} start */
  const fetched = async (start) => {
    try {
      note(form, await json(new URL(`a-${start}.json`, folder)));
    } catch (error) {
      known.delete(start);
      throw error;
    }
  };
  /** @param {string} slug */
  const fileOf = (slug) => starts.filter((start) => start <= slug).pop() ?? "";
  const wanted = new Set(slugs.map((slug) => fileOf(String(slug).trim())));
  for (const start of wanted) if (start && !known.has(start)) known.set(start, fetched(start));
  await Promise.all([...wanted].map((start) => known.get(start)));
};
