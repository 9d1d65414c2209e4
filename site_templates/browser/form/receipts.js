// What was handed over from this browser: its numbers stay here, so that nobody has to remember them.
import { root } from "./published.js";

/** @typedef {{ number: string, name: string, agency: string }} Receipt */

const MOST = 50;
const place = `kiriman ${root.pathname}`;

/** @type {(one: any) => boolean} */
const isReceipt = (one) =>
  one !== null && typeof one === "object" && ["number", "name", "agency"].every((key) => typeof one[key] === "string");

/** @returns {Receipt[]} the newest first */
export const receipts = () => {
  try {
    const held = JSON.parse(localStorage.getItem(place) ?? "[]");
    return Array.isArray(held) ? held.filter(isReceipt) : [];
  } catch {
    // Forbidden, or spoilt by somebody: the list only helps.
    return [];
  }
};

/** @param {Receipt} receipt */
export const keepReceipt = (receipt) => {
  const others = receipts().filter(({ number }) => number !== receipt.number);
  try {
    localStorage.setItem(place, JSON.stringify([receipt, ...others].slice(0, MOST)));
  } catch {
    // Full or forbidden: the number stands on the page, which asks to keep it.
  }
};
