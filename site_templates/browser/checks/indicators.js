// Levels of the national index: a basis where one must be chosen, a level that there is, evidence with its date. The twin
// of generator/checks/indicators.py.
import { oneLine, stripped } from "../reading/values.js";

/** @param {import("./subject.d.ts").Subject} subject */
export const checkIndicators = ({ sound, fault, context: { aturan } }) => {
  for (const [slug, { tingkat, dasar, bukti }] of Object.entries(sound("kematangan") ?? {})) {
    if (!Object.hasOwn(aturan.indikator, slug)) continue;
    const levels = aturan.indikator[slug].tingkat;
    const free = Object.hasOwn(levels, "");
    const basis = free ? "" : oneLine(dasar ?? "");
    const level = String(Number(stripped(tingkat)));
    if (!Object.hasOwn(levels, basis))
      fault("A041", ["kematangan", slug, "dasar"], {
        nilai: basis,
        indikator: slug,
        pilihan: Object.keys(levels).join(", "),
      });
    else if (!Object.hasOwn(levels[basis], level))
      fault("A042", ["kematangan", slug, "tingkat"], { nilai: level, indikator: slug });
    (bukti ?? []).forEach(({ judul, tanggal }, number) => {
      if (!tanggal) fault("K006", ["kematangan", slug, "bukti", number, "tanggal"], { nilai: oneLine(judul) });
    });
  }
};
