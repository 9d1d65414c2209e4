// What an entry changes in the years: closed ones stand, the newest may come out otherwise.
import { readDate, stripped } from "../reading/values.js";
import { isEmpty } from "./entry_text.js";

/**
 * @typedef {import("./subject.d.ts").Data} Data
 * @typedef {import("./subject.d.ts").Context} Context
 *
 * @typedef {object} Effect
 * @property {string} agency
 * @property {string} [before] status
 * @property {string} [after]
 * @property {boolean} counted whether the entry counts in the newest year
 * @property {string} [reason] why the status is no verdict
 */

/**
 * The closed years for which `data` has an event that the published entry `before` has not: their results stand.
 * @type {(data: Data, before: Data, form: Pick<Context, "ditutup">) => string[]}
 */
export const closedYears = (data, before, { ditutup: { tahun: years } }) => {
  /** @param {Data} entry */
  const events = ({ riwayat = [] }) => riwayat.map(({ peristiwa, tanggal }) => [peristiwa, stripped(tanggal ?? "")]);
  const known = new Set(events(before).map(String));
  const added = events(data).filter((event) => !known.has(String(event)));
  return Object.keys(years).filter((year) =>
    added.some(([kind, date]) => date.startsWith(year) && years[year].includes(kind)),
  );
};

/** @type {(data: Data, context: Context, rules: import("../reading/form_data.d.ts").Compliance) => boolean} */
const counts = ({ ditarik, riwayat = [] }, { today }, { tahun, peristiwa: counted }) =>
  isEmpty(ditarik) &&
  riwayat.some(({ peristiwa, tanggal }) => {
    const read = readDate(stripped(tanggal ?? ""));
    return !!read && counted.includes(peristiwa) && read.text.startsWith(String(tahun)) && read.first <= today;
  });

/**
 * How the entry changes the standing of those it counts for.
 * @type {(data: Data, context: Context) => Effect[]}
 */
export const effects = (data, context) => {
  const { kepatuhan, perangkat_daerah: agencies, agency, known } = context;
  if (!kepatuhan || kepatuhan.ditutup) return [];
  const counted = counts(data, context, kepatuhan);
  const partners = kepatuhan.kolaborasi ? (data.kolaborator ?? []).map((partner) => partner.perangkat_daerah) : [];
  const touched = [...new Set([agency, ...partners])].flatMap((slug) => (slug && agencies[slug]?.status ? [slug] : []));
  return touched.map((slug) => {
    const { status: before, dihitung = [], alasan } = agencies[slug];
    if (alasan) return { agency: slug, before, after: before, counted, reason: alasan };
    const others = dihitung.filter((one) => one !== known);
    const enough = others.length + (counted ? 1 : 0) >= kepatuhan.minimum;
    const short = before === "memenuhi" ? "belum" : before;
    return { agency: slug, before, after: enough ? "memenuhi" : short, counted };
  });
};
