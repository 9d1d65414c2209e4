// The address that its name gives a new entry.
import { element } from "../page/boot.js";
import { root } from "./published.js";
import { tools } from "./rules.js";
import { learn } from "./taken.js";

/** @typedef {import("./sheet.d.ts").Sheet} Sheet */

const BLANK = "\u00a0";

/** @type {(state: Sheet["state"]) => unknown[]} */
export const former = ({ data: { alias } }) => (Array.isArray(alias) ? alias : []);

/**
 * The address of a new entry follows its name, and nobody is asked for it: what shows it, and what proposes it anew.
 * @param {Sheet} sheet
 */
export const addressing = ({ form, state }) => {
  const base = new URL("inovasi/", form.pengaturan.situs || root).href;
  const line = element("span", { className: "k-note", id: "j.nama_berkas" });
  const show = () => {
    line.textContent = state.slug ? `Alamat halamannya kelak: ${base}${state.slug}/` : BLANK;
  };
  show();
  const propose = async () => {
    const { addressesOf, proposedSlug, shortSlug, isTaken } = await tools();
    const name = String(state.data.nama ?? "");
    const longest = form.aturan.slug_terpanjang;
    await learn(form, [...addressesOf(name, state.agency, longest), ...former(state)]);
    if (name !== String(state.data.nama ?? "")) return; // what was written meanwhile is proposed for by itself
    const free = proposedSlug(name, state.agency, longest, (slug) => isTaken(slug, form));
    // Where none is free, an entry of this very name is there: the check leads to it.
    state.slug = free || shortSlug(name, longest);
    show();
  };
  return { line, propose };
};
