// Tells who writes a name that an innovation of this name may be there already.
import { element, json } from "../page/boot.js";
import { own } from "./controls.js";
import { doublesOf, namesakesOf } from "./likeness.js";

/** @typedef {import("./sheet.d.ts").Sheet} Sheet */

/** @type {Promise<{ inovasi: import("./likeness.js").Known[] }> | undefined} */
let names;

/** Fetched once; if they could not be had, the next name asks again. */
const fetched = () => {
  names ??= json(new URL("../kontribusi/formulir/nama.json", import.meta.url)).catch((error) => {
    names = undefined;
    throw error;
  });
  return names;
};

/**
 * What is like the name of a new entry, shown in `place`.
 * @type {(sheet: Sheet, place: HTMLElement) => Promise<void>}
 */
export const tellDoubles = async ({ form, state }, place) => {
  const name = String(state.data.nama ?? "");
  const { inovasi } = await fetched();
  const items = doublesOf(name, state.agency, inovasi).map(([slug, its, agency]) => {
    const link = element("a", { href: `?ubah=${slug}`, target: "_blank" }, "Perbaiki yang itu");
    const page = element("a", { href: new URL(`../inovasi/${slug}/`, import.meta.url).href, target: "_blank" }, its);
    const owner = own(form.perangkat_daerah, agency)?.nama ?? agency;
    return element("li", {}, page, `, ${owner}. `, link);
  });
  const head = element("p", {}, element("strong", {}, "Sudah ada yang mirip."), " Bila inovasinya sama:");
  const told = [head, element("ul", {}, ...items)];
  place.className = items.length ? "k-box k-box-warn" : "";
  place.replaceChildren(...(items.length ? told : []));
};

/**
 * The innovations of the same name and agency that a new entry may repeat; none if they cannot be had.
 * @type {(sheet: Sheet) => Promise<import("./likeness.js").Known[]>}
 */
export const namesakes = async ({ state }) => {
  if (state.known) return [];
  try {
    const { inovasi } = await fetched();
    return namesakesOf(String(state.data.nama ?? ""), state.agency, inovasi);
  } catch {
    // It only helps; who reviews the entry is told again.
    return [];
  }
};
