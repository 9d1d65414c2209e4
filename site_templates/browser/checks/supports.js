// Who accompanies an innovation: the twin of generator/checks/supports.py.
import { oneLine, spoken, stripped, surelyBefore } from "../reading/values.js";

/** @typedef {import("./subject.d.ts").Subject} Subject */

/**
 * @param {Subject} subject
 * @param {string} state
 * @param {number} number
 */
const checkDays = ({ dates, fault, context: { today, aturan } }, state, number) => {
  /** @param {string} key */
  const at = (key) => dates.get(`pendampingan.${number}.${key}`);
  const since = at("sejak");
  for (const key of ["sejak", "selesai"]) {
    const date = at(key);
    if (date && date.first > today)
      fault("A001", ["pendampingan", number, key], { nilai: date.text, hari_ini: spoken(today, aturan.bulan) });
  }
  for (const key of ["tenggat", "selesai"]) {
    const date = at(key);
    if (date && since && surelyBefore(date, since))
      fault("A022", ["pendampingan", number, key], {
        nilai: spoken(date.text, aturan.bulan),
        sejak: spoken(since.text, aturan.bulan),
      });
  }
  if (at("selesai") && Object.hasOwn(aturan.ditunggu, state))
    fault("A023", ["pendampingan", number, "selesai"], { nilai: aturan.ditunggu[state] });
};

/**
 * Help by nobody or by two, help that ends before it begins, an end of what is still going on, the same help twice.
 * @param {Subject} subject
 */
export const checkSupports = (subject) => {
  const { sound, fault } = subject;
  /** @type {string[]} */
  const seen = [];
  (sound("pendampingan") ?? []).forEach(({ perangkat_daerah: agency, kantor, bentuk, sejak, keadaan }, number) => {
    if (!agency === !kantor) fault("A021", ["pendampingan", number]);
    checkDays(subject, stripped(keadaan), number);
    const same = `${agency ? stripped(agency) : oneLine(kantor ?? "")} ${stripped(bentuk)} ${stripped(sejak)}`;
    if (seen.includes(same)) fault("I016", ["pendampingan", number], { nilai: same });
    seen.push(same);
  });
};
