// The sections of the form.
import { element } from "../page/boot.js";
import { fields, isVacant, PICTURES } from "./controls.js";
import { agencyField, fileField } from "./name_fields.js";
import { at, put } from "./paths.js";
import { pictureField } from "./picture_field.js";
import { tools } from "./rules.js";

/**
 * @typedef {import("./sheet.d.ts").Sheet} Sheet
 * @typedef {import("./sheet.d.ts").Section} Section
 */

/**
 * What draws the field of an official key.
 * @param {Sheet} sheet
 */
const fieldsOf = ({ form, words, state, keeping }) => {
  const shapes = new Map(form.kolom.map((shape) => [shape.key, shape]));
  const { changed } = keeping;
  const field = fields({
    form,
    words,
    at: (path) => at(state.data, path),
    put: (path, value) => {
      put(state.data, path, value);
      changed();
    },
    changed,
    tools,
  });
  /** @param {string} key */
  return (key) => field(/** @type {import("../reading/form_data.d.ts").Shape} */ (shapes.get(key)), [key]);
};

/**
 * A folded section. It is drawn when it is opened: a cheap phone need not lay out a hundred fields to begin.
 * @type {(heading: string, filled: number, open: boolean, drawn: () => HTMLElement[]) => Section}
 */
const folded = (heading, filled, open, drawn) => {
  const note = filled && !open ? [element("span", { className: "k-note" }, ` ${filled} terisi`)] : [];
  const folder = element("details", { open }, element("summary", {}, heading, ...note));
  let isDrawn = false;
  const fill = () => {
    if (isDrawn) return;
    isDrawn = true;
    folder.append(...drawn());
  };
  folder.addEventListener("toggle", fill);
  return { folder, fill };
};

/**
 * All sections, and what proposes a name for the file of a new entry.
 * @param {Sheet} sheet
 */
export const sectionsOf = (sheet) => {
  const { form, state } = sheet;
  const field = fieldsOf(sheet);
  /** @type {(name: string) => Promise<void>} */
  let propose = async () => {
    // What is published keeps its name.
  };
  /** @param {string} key */
  const drawn = (key) => (key === PICTURES ? pictureField(sheet, () => field(key)) : field(key));
  /** @param {string[]} keys */
  const named = (keys) => {
    const [name, ...others] = keys.map(field);
    const file = fileField(sheet);
    propose = file.follow;
    name.addEventListener("input", ({ target }) => {
      propose(/** @type {HTMLInputElement} */ (target).value).catch(() => {
        // The check tries again, and tells.
      });
    });
    return [agencyField(sheet), name, file.field, ...others];
  };
  const sections = form.bagian.map(([heading, keys], number) => {
    const filled = keys.filter((key) => !isVacant(state.data[key])).length;
    const isNew = number === 0 && !state.known;
    return folded(heading, filled, number === 0, () => (isNew ? named(keys) : keys.map(drawn)));
  });
  sections[0].fill();
  return { sections, propose: () => propose(/** @type {string} */ (state.data.nama) ?? "") };
};
