// Looks over what is written: tells its faults in the form, or shows all of it once more.
import { check, closedYears, effects, isEmpty, said, write } from "../checks/entry.js";
import { tidied } from "../reading/values.js";
import { complaints, unfold } from "./error_summary.js";
import { attached } from "./pictures.js";
import { review } from "./review.js";

/**
 * @typedef {import("./sheet.d.ts").Sheet} Sheet
 * @typedef {import("./sheet.d.ts").Desk} Desk
 * @typedef {import("../checks/subject.d.ts").Path} Path
 */

/**
 * A path in the file, where empty items do not count, as a path in `data`, where they do.
 * @type {(data: any, path: Path) => Path}
 */
const among = (data, path) => {
  let here = data;
  return path.map((part) => {
    const counts = Array.isArray(here) && typeof part === "number";
    const filled = counts ? [...here.keys()].filter((place) => !isEmpty(here[place])) : [];
    const place = filled[Number(part)] ?? part;
    here = here?.[place];
    return place;
  });
};

/**
 * What the rules are told of the catalogue and of this entry.
 * @type {(sheet: Sheet) => import("../checks/subject.d.ts").Context}
 */
const contextOf = ({ form, state }) => {
  const now = new Date();
  /** @param {number} number */
  const two = (number) => String(number).padStart(2, "0");
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  // A clock that runs behind would put what has happened into the future; the site's own day has surely come.
  const pictures = [...state.pictures, ...attached(state).map(({ name }) => name)];
  return { ...form, ...state, pictures, today: day < form.hari ? form.hari : day };
};

/**
 * Whether there were no faults: then it is shown in `looked`.
 * @type {(sheet: Sheet, desk: Desk) => boolean}
 */
export const lookOver = (sheet, { main, summary, looked, sections }) => {
  const { form, words, state, draft, keeping, title } = sheet;
  const { complain, told } = complaints({ main, summary, title, form, said });
  const context = contextOf(sheet);
  const data = tidied(state.data, form.kolom, form.aturan.bulan);
  const faults = check(data, form.kolom, context);
  const errors = faults.filter(({ code }) => !code.startsWith("K"));
  if (errors.length) for (const { fill } of sections) fill();
  complain(errors.map((fault) => ({ ...fault, path: among(data, fault.path) })));
  if (errors.length) return false;
  review(looked, {
    form,
    words,
    state: { ...state, data },
    text: write(data, form.kolom, form.aturan.komentar),
    effects: effects(data, context),
    closed: closedYears(data, draft.original.data, form),
    advice: faults.map(told),
    change: (number) => {
      const { folder, fill } = sections[number];
      fill();
      addEventListener("popstate", () => unfold(folder), { once: true });
      history.back();
    },
    kept: keeping.isSafe(),
    sent: () => keeping.drop("Draf dihapus. Terima kasih."),
  });
  return true;
};
