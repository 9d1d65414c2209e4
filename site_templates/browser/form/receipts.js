// What was handed over from this browser: its numbers stay here, so that nobody has to remember them.
import { root } from "./published.js";

/** @typedef {{ number: string, name: string, agency: string, earlier?: string }} Receipt `earlier` has become this one */

const MOST = 50;
const place = `kiriman ${root.pathname}`;

/** @type {(one: any) => boolean} */
const isReceipt = (one) => ["number", "name", "agency"].every((key) => typeof one?.[key] === "string");

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

const NUMBER = /^\d{4}-\d\d-\d\d-([0-9a-f]{6})$/;
/** @param {string} number */
const signsOf = (number) => NUMBER.exec(number)?.[1] ?? "";

/**
 * What a number says beside those that the same draft has had: the one of the same content, whose day it keeps, or the
 * one whose content has changed since.
 * @type {(number: string, sent: string[]) => { same: string, earlier: string }}
 */
export const beside = (number, sent) => {
  const known = sent.filter(signsOf);
  const same = known.find((one) => signsOf(one) === signsOf(number)) ?? "";
  return { same, earlier: same ? "" : (known[known.length - 1] ?? "") };
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
