// How far it has come: the first event as sentences to choose from and since when, until there is more to tell.
import { element, script } from "../page/boot.js";
import { fields, radiosField } from "./controls.js";
import { hostOf } from "./drawing.js";
import { eventParts, HISTORY as KEY, KIND } from "./event_field.js";

/**
 * @typedef {import("./sheet.d.ts").Sheet} Sheet
 * @typedef {import("../reading/form_data.d.ts").Shape} Shape
 * @typedef {import("../reading/form_data.d.ts").Group} Group
 */

const DATE = "tanggal";
const NOTE = "keterangan";

/** @param {Sheet} sheet */
const events = ({ state }) => /** @type {Group[]} */ (state.data[KEY] ?? []);

/**
 * Whether one question shows all that is told so far.
 * @param {Sheet} sheet
 */
const isShort = (sheet) => {
  const [first = {}, ...others] = events(sheet);
  return !others.length && Object.keys(first).every((key) => [KIND, DATE].includes(key));
};

/**
 * What it does for the duty of its agency; nothing while that cannot be said.
 * @type {(sheet: Sheet) => HTMLElement}
 */
const effectOf = (sheet) => {
  const place = element("div", { className: "k-box", role: "status", hidden: true });
  const tell = async () => {
    if (!place.isConnected) return;
    const { duty } = await script(import("./looking_over.js"));
    const said = duty(sheet);
    place.hidden = !said.length;
    place.replaceChildren(...said.map((each) => element("p", {}, each)));
  };
  const told = () =>
    tell().catch(() => {
      // It only helps; all of it is told once more before the entry is sent.
    });
  addEventListener("change", told, { signal: sheet.signal });
  return place;
};

/**
 * One event: its kind, its date, and what that kind needs besides.
 * @type {(sheet: Sheet) => HTMLElement[]}
 */
const question = (sheet) => {
  const { form, state } = sheet;
  if (!events(sheet).length) state.data[KEY] = [{}];
  const host = hostOf(sheet);
  const field = fields(host);
  const shapes = form.kolom.find(({ key }) => key === KEY)?.inner ?? [];
  const kind = /** @type {Shape} */ (shapes.find(({ key }) => key === KIND));
  const parts = shapes.filter(({ key }) => ![KIND, NOTE].includes(key));
  const choice = radiosField(kind, [KEY, 0, KIND], `${kind.label} (wajib)`, host);
  return eventParts(parts, [KEY, 0], choice, host, field);
};

/** @type {(sheet: Sheet, drawn: (key: string) => HTMLElement) => HTMLElement} */
export const firstEvent = (sheet, drawn) => {
  const { state, keeping } = sheet;
  const place = element("div");
  const another = element("button", { type: "button" }, "Ada peristiwa lain");
  another.addEventListener("click", () => {
    state.data[KEY] = [...events(sheet), {}];
    keeping.changed();
    place.replaceChildren(drawn(KEY));
    /** @type {HTMLElement | null} */ (place.querySelector("[id='i.riwayat.1.peristiwa']"))?.focus();
  });
  const short = () => element("div", { id: `j.${KEY}` }, ...question(sheet));
  if (isShort(sheet)) place.replaceChildren(short(), element("p", { className: "k-chips" }, another));
  else place.replaceChildren(drawn(KEY));
  return element("div", {}, place, effectOf(sheet));
};
