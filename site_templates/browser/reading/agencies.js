// Agencies by any of the names that people call them.
import { compared } from "./slugs.js";

/**
 * @typedef {Pick<import("./form_data.d.ts").Agency, "nama" | "sebutan">} Called
 * @typedef {Record<string, Called>} Agencies
 */

/** @type {(slug: string, agency: Called) => string[]} */
const namesOf = (slug, { nama, sebutan }) => [slug, nama, ...sebutan].map(compared);

/**
 * The agency that has this name; "" if none or several have it. Nothing is guessed: credit goes by the agency.
 * @type {(text: string, agencies: Agencies) => string}
 */
export const agencyCalled = (text, agencies) => {
  const wanted = compared(text);
  const found = Object.entries(agencies).filter(([slug, agency]) => namesOf(slug, agency).includes(wanted));
  return wanted && found.length === 1 ? found[0][0] : "";
};

/** @type {(parts: string[], name: string) => boolean} */
const holds = (parts, name) => {
  const words = name.split("-");
  return parts.every((part) => words.some((word) => word.startsWith(part)));
};

/**
 * The agencies whose names hold all that was typed, words begun included: those that begin with it first.
 * @type {(text: string, agencies: Agencies) => string[]}
 */
export const agenciesLike = (text, agencies) => {
  const wanted = compared(text);
  const parts = wanted.split("-");
  const found = Object.entries(agencies).flatMap(([slug, agency]) => {
    const names = namesOf(slug, agency).filter((name) => holds(parts, name));
    if (!wanted || !names.length) return [];
    const rank = names.includes(wanted) ? 0 : names.some((name) => name.startsWith(wanted)) ? 1 : 2;
    return [{ slug, nama: agency.nama, rank }];
  });
  found.sort((one, other) => one.rank - other.rank || one.nama.localeCompare(other.nama, "id"));
  return found.map(({ slug }) => slug);
};
