// How an entry changes the standing of an agency, in one sentence.
import { isEmpty } from "../checks/entry.js";

/**
 * @typedef {import("../reading/form_data.d.ts").FormData} FormData
 * @typedef {import("../reading/form_data.d.ts").Compliance} Compliance
 */

/** @type {(counted: boolean, withdrawn: unknown, form: FormData, rules: Compliance) => string} */
const why = (counted, withdrawn, { kata }, { peristiwa, tahun }) => {
  if (counted) return "";
  if (!isEmpty(withdrawn)) return " Isian yang ditarik tidak dihitung.";
  const kinds = peristiwa.map((kind) => kata.peristiwa[kind].toLowerCase()).join(", ");
  return ` Isian ini tidak memuat peristiwa yang dihitung (${kinds}) dengan tanggal ${tahun}.`;
};

/** @type {(effect: import("../checks/standing.js").Effect, withdrawn: unknown, form: FormData, rules: Compliance) => string} */
export const standing = ({ agency, before = "", after = "", counted, reason }, withdrawn, form, rules) => {
  /** @param {string} status */
  const word = (status) => rules.kata[status].toLowerCase();
  const status = `${form.perangkat_daerah[agency].nama}: status tahun ${rules.tahun}`;
  if (reason) return `${status} tidak berubah. ${reason}`;
  if (before !== after)
    return `${status} berubah dari "${word(before)}" menjadi "${word(after)}" setelah isian ini terbit.`;
  return `${status} tetap "${word(before)}".${why(counted, withdrawn, form, rules)}`;
};
