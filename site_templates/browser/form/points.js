// What the levels of the national index say, and the points that evidence reaches so far.
import { own } from "./lookup.js";

/** @typedef {import("../reading/form_data.d.ts").Indicator} Indicator */

/** @type {(basis: string) => string} */
export const spelt = (basis) => basis.replaceAll("-", " ");

/**
 * The words of each level; where several bases are open each with its own.
 * @type {({ tingkat }: Indicator) => [string, string][]}
 */
export const sentences = ({ tingkat }) => {
  const numbers = [...new Set(Object.values(tingkat).flatMap(Object.keys))].sort();
  return numbers.map((level) => {
    const told = Object.entries(tingkat).filter(([, levels]) => level in levels);
    return [level, told.map(([basis, levels]) => (basis ? `${spelt(basis)}: ` : "") + levels[level]).join("; ")];
  });
};

/**
 * What evidence reaches so far, and how many documents are wanting.
 * @type {(values: unknown, indicators: Record<string, Indicator>) => string}
 */
export const pointsOf = (values, indicators) => {
  const sum = { points: 0, gain: 0, wanting: 0 };
  const rows = /** @type {Record<string, { tingkat?: string, bukti?: { judul?: string }[] } | undefined>} */ (
    values ?? {}
  );
  for (const [slug, row] of Object.entries(rows)) {
    const gain = (own(indicators, slug)?.bobot ?? 0) * (Number(row?.tingkat) || 0);
    const proven = (row?.bukti ?? []).some((one) => one?.judul);
    sum.points += proven ? gain : 0;
    sum.gain += proven ? 0 : gain;
    sum.wanting += gain && !proven ? 1 : 0;
  }
  const most = Object.values(indicators).reduce(
    (all, one) => all + one.bobot * Math.max(0, ...sentences(one).map(([level]) => Number(level))),
    0,
  );
  const more = sum.wanting ? ` ${sum.wanting} dokumen lagi menambah ${sum.gain}.` : "";
  return `Nilai tercatat ${sum.points} dari ${most}, penilaian mandiri.${more}`;
};
