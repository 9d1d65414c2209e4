// Whether the form shows all questions at once; what somebody chose holds while this tab is open.
import { root } from "./published.js";

const place = `cara ${root.pathname}`;

/** @param {string} known the slug of the entry that is corrected, "" for a new one */
export const isSingle = (known) => {
  try {
    return (sessionStorage.getItem(place) ?? (known ? "satu" : "")) === "satu";
  } catch {
    // Forbidden: as it is for who has not chosen.
    return !!known;
  }
};

/** @param {boolean} single */
export const choose = (single) => {
  try {
    sessionStorage.setItem(place, single ? "satu" : "langkah");
  } catch {
    // Forbidden: then every form begins as it does for who has not chosen.
  }
};
