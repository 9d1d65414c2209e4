// The text of an entry on its way to the clipboard.
import { element } from "../page/boot.js";

/**
 * At once where browsers still can: a new tab takes the focus, and with it the right to write to the clipboard.
 * @type {(text: string, place: HTMLElement) => boolean}
 */
const copiedAtOnce = (text, place) => {
  const held = element("textarea", { value: text, readOnly: true, className: "k-skip" });
  const before = document.activeElement;
  place.append(held);
  held.select();
  const done = document.execCommand("copy");
  held.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
};

/**
 * Whether it could be copied; `place` is where a box may be put for it.
 * @type {(text: string, place: HTMLElement) => Promise<boolean>}
 */
export const copied = async (text, place) => {
  if (copiedAtOnce(text, place)) return true;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Forbidden, or not there where the page is not safe: the text is shown to be copied by hand.
    return false;
  }
};
