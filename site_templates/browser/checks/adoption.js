// Where an innovation is used: the twin of generator/checks/adoption.py.
import { caseless } from "../reading/folding.js";
import { oneLine, spoken, stripped, surelyBefore } from "../reading/values.js";

/** @typedef {import("./subject.d.ts").Subject} Subject */

/**
 * @param {Subject} subject
 * @param {number} number
 */
const checkDays = ({ dates, fault, context: { today, aturan } }, number) => {
  const [since, until] = ["sejak", "sampai"].map((key) => dates.get(`pemakai.${number}.${key}`));
  for (const [key, date] of Object.entries({ sejak: since, sampai: until }))
    if (date && date.first > today)
      fault("A001", ["pemakai", number, key], { nilai: date.text, hari_ini: spoken(today, aturan.bulan) });
  if (since && until && surelyBefore(until, since))
    fault("A026", ["pemakai", number, "sampai"], {
      nilai: spoken(until.text, aturan.bulan),
      sejak: spoken(since.text, aturan.bulan),
    });
};

/**
 * A party that copied what was copied from it.
 * @param {Subject} subject
 */
const checkCopies = ({ sound, fault }) => {
  const { dari = [], oleh = [] } = sound("replikasi") ?? {};
  const [origins, takers] = [dari, oleh].map((copies) => copies.map(({ pihak }) => oneLine(pihak)));
  const known = new Set(origins.map(caseless));
  for (const [number, party] of takers.entries())
    if (known.has(caseless(party))) fault("A027", ["replikasi", "oleh", number, "pihak"], { nilai: party });
};

/**
 * A place that is none or several, an end before the beginning, a reason to stop where nothing has stopped.
 * @param {Subject} subject
 */
export const checkAdoption = (subject) => {
  const { sound, fault, context } = subject;
  const inUse = context.aturan.dipakai;
  /** @type {string[]} */
  const seen = [];
  (sound("pemakai") ?? []).forEach((one, number) => {
    const { kecamatan = "", desa = "", unit, perangkat_daerah: agency = "" } = one;
    const users = [desa, unit, agency].filter(Boolean).length;
    if (users > 1 || !(users || kecamatan)) fault("A024", ["pemakai", number]);
    const stopped = one.sampai ? "sampai" : one.alasan ? "alasan" : "";
    const state = stripped(one.keadaan);
    if (stopped && Object.hasOwn(inUse, state)) fault("A025", ["pemakai", number, stopped], { nilai: inUse[state] });
    checkDays(subject, number);
    const user = [oneLine(desa), unit ? oneLine(unit.nama) : "", stripped(agency), stripped(kecamatan)];
    const same = JSON.stringify([...user, unit ? stripped(unit.jenis) : "", stripped(one.sejak ?? "")]);
    if (seen.includes(same)) fault("I016", ["pemakai", number], { nilai: user.find(Boolean) ?? "" });
    seen.push(same);
  });
  checkCopies(subject);
};
