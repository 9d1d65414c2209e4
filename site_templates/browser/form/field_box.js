// What stands around every control of the form: its label, its help, and what tells them together.
import { element } from "../page/boot.js";
import { own } from "./lookup.js";

/**
 * @typedef {import("../checks/subject.d.ts").Path} Path
 * @typedef {import("../reading/form_data.d.ts").Shape} Shape
 * @typedef {import("../reading/form_data.d.ts").Words} Words
 * @typedef {import("../reading/form_data.d.ts").Value} Value
 * @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control
 *
 * @typedef {object} Host what fields know of the form
 * @property {import("../reading/form_data.d.ts").FormData} form
 * @property {(vocabulary?: string) => Words} words
 * @property {(path: Path) => any} at what stands at a path
 * @property {(path: Path, value: Value) => void} put writes it
 * @property {() => void} changed is told of what changes otherwise
 * @property {() => Promise<typeof import("../checks/entry.js") & typeof import("../reading/values.js")>} tools fetches the rules
 */

/** @type {(path: Path) => string} */
export const idOf = (path) => path.join(".");
/** @param {Shape} shape */
export const helpOf = ({ help }) => help.replace(/^true bila/, "Centang bila");
/** @type {(control: Element, notes: Element[]) => void} */
export const describe = (control, notes) => {
  control.setAttribute("aria-describedby", notes.map((note) => note.id).join(" "));
};

/** @type {(path: Path, label: string, help: string, control: Control, ...more: Node[]) => HTMLElement} */
export const box = (path, label, help, control, ...more) => {
  const name = idOf(path);
  control.id = `i.${name}`;
  const helping = help ? [element("span", { className: "k-note", id: `b.${name}` }, help)] : [];
  describe(control, helping);
  const head = element("label", { htmlFor: control.id }, label);
  return element("div", { id: `j.${name}`, className: "k-kolom" }, head, ...helping, control, ...more);
};

/** @type {(path: Path, label: string, help: string, ...children: Node[]) => HTMLElement} */
export const framed = (path, label, help, ...children) => {
  const name = idOf(path);
  const helping = help ? [element("p", { className: "k-note", id: `b.${name}` }, help)] : [];
  const frame = element("fieldset", { id: `j.${name}` }, element("legend", {}, label), ...helping, ...children);
  if (help) describe(frame, helping);
  return frame;
};

/** @type {(known: Words, chosen: string, blankLabel: string) => HTMLElement[]} */
export const options = (known, chosen, blankLabel) => [
  element("option", { value: "" }, blankLabel),
  ...Object.entries(known).map(([one, label]) => element("option", { value: one, selected: one === chosen }, label)),
];

/**
 * A list to open; what the chosen word means stands below it.
 * @type {(path: Path, label: string, help: string, known: Words, chosen: string, set: (word: string) => void, meanings?: Words) => HTMLElement}
 */
export const chooser = (path, label, help, known, chosen, set, meanings = {}) => {
  const control = element("select", {}, ...options(known, chosen, "Pilih …"));
  const meaning = element("span", { className: "k-note", role: "status" }, own(meanings, chosen) ?? "");
  control.addEventListener("change", () => {
    set(control.value);
    meaning.textContent = own(meanings, control.value) ?? "";
  });
  return box(path, label, help, control, meaning);
};

/** @type {(text: string, label: string | null, act: () => void) => HTMLButtonElement} */
export const pressing = (text, label, act) => {
  const button = element("button", { type: "button", ariaLabel: label }, text);
  button.addEventListener("click", act);
  return button;
};
