// Agencies by any of the names that people call them.
import { compared } from "./slugs.js";

/**
 * @typedef {Pick<import("./form_data.d.ts").Agency, "nama" | "sebutan">} Called
 * @typedef {Record<string, Called>} Agencies
 */

/** @type {(slug: string, agency: Called) => string[]} */
const namesOf = (slug, { nama, sebutan }) => [slug, nama, ...sebutan].map(compared);

/**
 * A name as `compared` has it, without the region's own behind it: `dinas-kesehatan-kab-contoh` in `Kabupaten Contoh`.
 * @type {(name: string, region: string) => string}
 */
const withoutRegion = (name, region) => {
  const whole = compared(region);
  const [kind, ...rest] = whole.split("-");
  const own = rest.join("-");
  // No name ends with a hyphen, so a part that is empty is behind none.
  const tail = [whole, `${kind.slice(0, 3)}-${own}`, own].find((each) => name.endsWith(`-${each}`));
  return tail ? name.slice(0, -tail.length - 1) : name;
};

/**
 * The agency that has this name; "" if none or several have it. Nothing is guessed: credit goes by the agency.
 * @type {(text: string, agencies: Agencies, region?: string) => string}
 */
export const agencyCalled = (text, agencies, region = "") => {
  const typed = compared(text);
  /** @param {string} wanted */
  const having = (wanted) =>
    Object.entries(agencies).filter(([slug, agency]) => namesOf(slug, agency).includes(wanted));
  const whole = having(typed);
  const found = whole.length ? whole : having(withoutRegion(typed, region));
  return typed && found.length === 1 ? found[0][0] : "";
};

/** @type {(parts: string[], name: string) => boolean} */
const holds = (parts, name) => {
  const words = name.split("-");
  return parts.every((part) => words.some((word) => word.startsWith(part)));
};

/**
 * The agencies whose names hold all that is wanted, words begun included: those that begin with it first.
 * @type {(wanted: string, agencies: Agencies) => string[]}
 */
const alike = (wanted, agencies) => {
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

/**
 * The agencies that may be meant by what was typed so far, the likeliest first.
 * @type {(text: string, agencies: Agencies, region?: string) => string[]}
 */
export const agenciesLike = (text, agencies, region = "") => {
  const typed = compared(text);
  const found = alike(typed, agencies);
  return found.length ? found : alike(withoutRegion(typed, region), agencies);
};
