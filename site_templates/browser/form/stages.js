// One question at a time: the same fields as on one page, in the order in which somebody tells of an innovation.
import { element } from "../page/boot.js";
import { firstEvent } from "./first_event.js";
import { folded, isAsked } from "./sections.js";

/**
 * @typedef {import("./sheet.d.ts").Sheet} Sheet
 * @typedef {import("./sheet.d.ts").Section} Section
 * @typedef {import("./drawing.js").Drawn} Drawn
 */

/**
 * What no other question asks for, in folded sections.
 * @type {(sheet: Sheet, asked: Set<string>, drawn: Drawn) => Section[]}
 */
const restOf = (sheet, asked, drawn) => {
  const { form, state } = sheet;
  /** @param {string} key */
  const isOpen = (key) => !asked.has(key) && isAsked(key, state);
  return form.bagian
    .map(([heading, keys]) => folded(heading, keys.filter(isOpen), false, sheet, drawn))
    .filter(({ keys }) => keys.length);
};

/** @type {(question: string, keys: string[], unsure: string, fields: () => HTMLElement[]) => Section} */
const stage = (question, keys, unsure, fields) => {
  const heading = element("h2", { tabIndex: -1 }, question);
  const folder = element("section", { hidden: true }, heading);
  folder.dataset.langkah = "";
  let isDrawn = false;
  const fill = () => {
    if (!isDrawn) folder.append(...fields());
    isDrawn = true;
  };
  return { folder, fill, keys, unsure };
};

/** @type {(sheet: Sheet, drawn: Drawn) => Section[]} */
export const stagesOf = (sheet, drawn) => {
  const { form, state } = sheet;
  const steps = form.langkah.filter(([, keys]) => !(state.known && keys[0] === "perangkat_daerah"));
  const asked = new Set(steps.flatMap(([, keys]) => keys));
  return steps.map(([question, keys, unsure]) => {
    if (keys.length)
      return stage(question, keys, unsure, () =>
        keys.map((key) => (key === "riwayat" ? firstEvent(sheet, drawn) : drawn(key))),
      );
    const rest = restOf(sheet, asked, drawn);
    return stage(
      question,
      rest.flatMap((section) => section.keys),
      unsure,
      () =>
        rest.map(({ folder, fill }) => {
          fill();
          return folder;
        }),
    );
  });
};
