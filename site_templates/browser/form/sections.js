// The fields in folded sections, all on one page.
import { element } from "../page/boot.js";
import { isVacant } from "./controls.js";

/**
 * @typedef {import("./sheet.d.ts").Sheet} Sheet
 * @typedef {import("./sheet.d.ts").Section} Section
 * @typedef {import("./drawing.js").Drawn} Drawn
 */

/**
 * A folded section. It is drawn when it is opened: a cheap phone need not lay out a hundred fields to begin.
 * @type {(heading: string, keys: string[], open: boolean, sheet: Sheet, drawn: Drawn) => Section}
 */
export const folded = (heading, keys, open, { form, state }, drawn) => {
  const filled = keys.filter((key) => !isVacant(state.data[key])).length;
  const labels = form.kolom.filter(({ key }) => keys.includes(key)).map(({ label }) => label.toLowerCase());
  const told = [
    ...(filled ? [`${filled} terisi`] : []),
    ...(labels.join() !== heading.toLowerCase() ? [labels.join(", ")] : []),
  ].join(": ");
  const note = told && !open ? [element("span", { className: "k-note" }, ` ${told}`)] : [];
  const folder = element("details", { open }, element("summary", {}, heading, ...note));
  let isDrawn = false;
  const fill = () => {
    if (isDrawn) return;
    isDrawn = true;
    folder.append(...keys.map(drawn));
  };
  folder.addEventListener("toggle", fill);
  return { folder, fill, keys };
};

// Nobody who tells of something new is asked for them.
const OF_PUBLISHED = new Set(["usulan_penyusun", "alias", "ditarik", "diperiksa"]);

/**
 * Whether a key is asked for: of a new entry some only where they are filled, by a file that was opened.
 * @type {(key: string, state: Sheet["state"]) => boolean}
 */
export const isAsked = (key, { known, data }) => !!known || !OF_PUBLISHED.has(key) || !isVacant(data[key]);

/** @type {(sheet: Sheet, drawn: Drawn) => Section[]} */
export const sectionsOf = (sheet, drawn) => {
  const { form, state } = sheet;
  const sections = form.bagian.flatMap(([heading, keys], number) => {
    const open = keys.filter((key) => isAsked(key, state));
    const asked = number || state.known ? open : ["perangkat_daerah", ...open];
    return asked.length ? [folded(heading, asked, number === 0, sheet, drawn)] : [];
  });
  sections[0].fill();
  return sections;
};
