// One event of an entry's history: its kind, its date, and what that kind needs besides.
import { element } from "../page/boot.js";
import { isVacant } from "./lookup.js";

/**
 * @typedef {import("./field_box.js").Host} Host
 * @typedef {import("./field_box.js").Path} Path
 * @typedef {import("./field_box.js").Shape} Shape
 * @typedef {import("../reading/form_data.d.ts").Group} Group
 * @typedef {import("../reading/form_data.d.ts").Rules} Rules
 */

export const HISTORY = "riwayat";
export const KIND = "peristiwa";

/**
 * What is asked of an event: a reason only of what was stopped, a state only of a report. What is written stays in sight.
 * @type {(parts: Shape[], event: Group, rules: Pick<Rules, "berhenti" | "laporan">) => Shape[]}
 */
export const askedOf = (parts, event, { berhenti, laporan }) => {
  const only = new Map([
    ["alasan", berhenti],
    ["keadaan", laporan],
  ]);
  return parts.filter(({ key }) => !only.has(key) || only.get(key) === event[KIND] || !isVacant(event[key]));
};

/**
 * The parts of the event at `path` below what chooses its kind; they follow what is chosen.
 * @type {(parts: Shape[], path: Path, choice: HTMLElement, host: Host, field: (shape: Shape, path: Path) => HTMLElement) => HTMLElement[]}
 */
export const eventParts = (parts, path, choice, { at, form }, field) => {
  const place = element("div");
  let shown = "";
  const draw = () => {
    const wanted = askedOf(parts, at(path) ?? {}, form.aturan);
    const keys = wanted.map(({ key }) => key).join();
    if (keys !== shown) place.replaceChildren(...wanted.map((shape) => field(shape, [...path, shape.key])));
    shown = keys;
  };
  choice.addEventListener("change", draw);
  draw();
  return [choice, place];
};
