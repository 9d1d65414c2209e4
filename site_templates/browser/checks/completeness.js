// What an honest short entry still lacks, as advice; of a withdrawn one nothing is wanted. The twin of
// generator/checks/completeness.py.
import { lengthOf, oneLine } from "../reading/values.js";

/**
 * Whether so many months have passed.
 * @type {(since: string, today: string, months: number) => boolean}
 */
const isStale = (since, today, months) => {
  const [year, month, day] = since.split("-").map(Number);
  const [thisYear, thisMonth, thisDay] = today.split("-").map(Number);
  const late = (thisYear - year) * 12 + thisMonth - month - months;
  return late > 0 || (late === 0 && thisDay > day);
};

/** @param {import("./subject.d.ts").Subject} subject */
export const checkCompleteness = ({ entry, sound, dates, fault, context }) => {
  const { agency, aturan, today, perangkat_daerah: agencies } = context;
  if (sound("ditarik")) return;
  const given = [...Object.keys(entry), ...(agencies[agency]?.kontak ? ["kontak"] : [])];
  const missing = aturan.dicari.filter((key) => !given.includes(key));
  if (missing.length) fault("K001", [], { kolom: missing.join(", "), jumlah: missing.length });
  const proposed = sound("usulan_penyusun");
  if (proposed) fault("K002", ["usulan_penyusun"], { kolom: proposed.join(", ") });
  const checked = sound("diperiksa") && dates.get("diperiksa");
  if (!entry.diperiksa) fault("K003", ["diperiksa"]);
  else if (checked && isStale(checked.first, today, aturan.bulan_periksa))
    fault("K004", ["diperiksa"], { nilai: checked.text });
  const length = lengthOf(oneLine(sound("ringkasan") ?? ""));
  if (length > aturan.ringkasan) fault("K005", ["ringkasan"], { panjang: length, batas: aturan.ringkasan });
};
