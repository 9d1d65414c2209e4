// Text as patterns of spellings read it: in small letters, as Python's `casefold`, with single blanks.
import { BLANKS } from "./settings.js";
import { everywhere, stripped } from "./texts.js";

const ALL_BLANKS = everywhere(BLANKS);
const DOTLESS = "\u0131"; // which has no other case in Python

/** @param {string} text */
export const caseless = (text) =>
  text
    .split(DOTLESS)
    .map((part) => part.toUpperCase().toLowerCase())
    .join(DOTLESS);

/** @param {string} text */
export const singleBlanks = (text) => stripped(text.replace(ALL_BLANKS, " "));
