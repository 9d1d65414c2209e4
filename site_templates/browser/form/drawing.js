// What draws the fields of an entry, each by its official key.
import { element, script } from "../page/boot.js";
import { agencyField } from "./agency_field.js";
import { fields, PICTURES } from "./controls.js";

import { addressing, former } from "./name_fields.js";
import { at, put } from "./paths.js";
import { pictureField } from "./picture_field.js";
import { tools } from "./rules.js";
import { learn } from "./taken.js";

/**
 * @typedef {import("./sheet.d.ts").Sheet} Sheet
 * @typedef {(key: string) => HTMLElement} Drawn
 */

const PAUSE = 400; // milliseconds of typing until names are compared

/**
 * What fields know of the form.
 * @type {(sheet: Sheet) => import("./field_box.js").Host}
 */
export const hostOf = ({ form, words, state, keeping }) => ({
  form,
  words,
  at: (path) => at(state.data, path),
  put: (path, value) => {
    put(state.data, path, value);
    keeping.changed();
  },
  changed: keeping.changed,
  tools,
});

/**
 * What draws the field of a key, and what proposes the address of a new entry.
 * @type {(sheet: Sheet) => { drawn: Drawn, propose: () => Promise<void> }}
 */
export const drawing = (sheet) => {
  const { form, state } = sheet;
  const shapes = new Map(form.kolom.map((shape) => [shape.key, shape]));
  const field = fields(hostOf(sheet));
  /** @type {Drawn} */
  const plain = (key) => field(/** @type {import("../reading/form_data.d.ts").Shape} */ (shapes.get(key)), [key]);
  const { line, propose } = addressing(sheet);
  const named = () => {
    const box = plain("nama");
    const doubles = element("div", { role: "status" });
    const tell = async () => (await script(import("./doubles.js"))).tellDoubles(sheet, doubles);
    let timer = 0;
    box.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        tell().catch(() => {
          // It only helps; who reviews the entry is told again.
        });
      }, PAUSE);
      propose().catch(() => {
        // The check tries again, and tells.
      });
    });
    box.append(line, doubles);
    return box;
  };
  return {
    drawn: (key) => {
      if (key === "perangkat_daerah") return agencyField(sheet);
      if (key === PICTURES) return pictureField(sheet, () => plain(key));
      return key === "nama" && !state.known ? named() : plain(key);
    },
    // What is published keeps its address, and may get old ones.
    propose: async () => (state.known ? learn(form, former(state)) : propose()),
  };
};
