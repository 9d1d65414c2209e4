// The number of a hand-in: as it is typed, and what is said of it.

const WHOLE = /\d{4}-\d{2}-\d{2}-[0-9a-f]{6}/;

/**
 * A number as it is typed or pasted, with the words around it: as a receipt has it, or as much as there is of it.
 * @param {string} typed
 */
export const read = (typed) => {
  const bare = typed
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s/g, "");
  return WHOLE.exec(bare)?.[0] ?? bare.replace(/[^0-9a-z-]/g, "");
};

/** @param {string} number */
export const isWhole = (number) => WHOLE.exec(number)?.[0] === number;

/**
 * What is said of a number: its state where it is on the page, else what that means; nothing while it is being typed.
 * @type {(number: string, states: Map<string, string>) => string}
 */
export const told = (number, states) => {
  const state = states.get(number);
  if (state) return `Kiriman ${number}: ${state}.`;
  if (!number || [...states.keys()].some((each) => each.includes(number))) return "";
  if (!isWhole(number)) return "Nomor itu belum lengkap, atau tidak ada di sini. Contoh: 2026-11-02-a1b2c3.";
  return `Kiriman ${number} belum tercatat di sini. Mungkin belum dibuka pengelola. Anda dapat menanyakannya di bawah.`;
};
