// What was typed, read back: as it was understood, or what it may mean, to choose from.
import { spokenAmount, writtenAmount } from "./amounts.js";
import { readDate, spoken } from "./dates.js";
import { writtenDate } from "./written_dates.js";

/** @typedef {{ said: string, options: [value: string, label: string][] }} ReadBack */

/** @type {(text: string, months: string[]) => ReadBack} */
export const dateBack = (text, months) => {
  if (readDate(text)) return { said: `Dibaca: ${spoken(text, months)}`, options: [] };
  const read = writtenDate(text, months);
  if (!read) return { said: "", options: [] };
  const dates = Array.isArray(read) ? read : [read.date];
  const rest = Array.isArray(read) ? "" : " Selebihnya ditulis pada kolom Keterangan.";
  return {
    said: `Belum pasti. Maksudnya yang mana?${rest}`,
    options: dates.map((date) => [date, spoken(date, months)]),
  };
};

/** @type {(text: string) => ReadBack} */
export const amountBack = (text) => {
  const said = spokenAmount(text.trim());
  if (said) return { said, options: [] };
  const { amounts } = writtenAmount(text);
  const options = amounts.map((digits) => /** @type {[string, string]} */ ([digits, spokenAmount(digits)]));
  return { said: options.length ? "Belum pasti. Maksudnya yang mana?" : "", options };
};
