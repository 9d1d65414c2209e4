// The faults of one entry: the rules of `katalog check` for what a form can make, one module a subject as there.
import { lengthOf } from "../reading/values.js";
import { checkAdoption } from "./adoption.js";
import { checkCompleteness } from "./completeness.js";
import { checkContent } from "./content.js";
import { checkEvents } from "./events.js";
import { checkFields } from "./fields.js";
import { checkFile, checkHidden } from "./file.js";
import { checkIdentity } from "./identity.js";
import { checkIndicators } from "./indicators.js";
import { checkPrivacy } from "./privacy.js";
import { checkRights } from "./rights.js";
import { SHOWN_LENGTH } from "./settings.js";
import { checkSupports } from "./supports.js";
import { present, spokenPath } from "./walk.js";

/**
 * @typedef {import("./subject.d.ts").Fault} Fault
 * @typedef {import("./subject.d.ts").Subject} Subject
 * @typedef {import("./subject.d.ts").Data} Data
 */

const RULES = [
  checkHidden,
  checkEvents,
  checkContent,
  checkSupports,
  checkAdoption,
  checkRights,
  checkIndicators,
  checkIdentity,
  checkPrivacy,
  checkCompleteness,
];

/** @type {(data: import("../reading/form_data.d.ts").Group, shapes: import("../reading/form_data.d.ts").Shape[], context: import("./subject.d.ts").Context) => Fault[]} */
export const check = (data, shapes, context) => {
  /** @type {Fault[]} */
  const faults = [];
  /** @type {Subject["fault"]} */
  const fault = (code, path, values = {}) => {
    faults.push({ code, path, values: { kolom: spokenPath(path), ...values } });
  };
  const entry = present(data);
  const begun = { entry, shapes, context, fault, dates: new Map() };
  checkFile(begun, data);
  checkFields(entry, shapes, [], begun);
  const bad = new Set(faults.map(({ path }) => path[0]));
  const sound = /** @type {Subject["sound"]} */ (
    (key) => (bad.has(key) ? undefined : /** @type {Data} */ (entry)[key])
  );
  for (const rule of RULES) rule({ ...begun, sound });
  return faults;
};

/** @param {unknown} value */
const shown = (value) => {
  const text = String(value ?? "");
  return lengthOf(text) <= SHOWN_LENGTH ? text : `${[...text].slice(0, SHOWN_LENGTH - 1).join("")}…`;
};
/**
 * A fault in words: the sentence and the cure that the site has for its code, filled in.
 * @type {(fault: Pick<Fault, "code" | "values">, sentences: import("../reading/form_data.d.ts").FormData["pesan"]) => string[]}
 */
export const said = ({ code, values }, sentences) => {
  const { pesan, perbaikan, perbaikan_maksud: meant } = sentences[code];
  const cure = values.maksud && meant ? meant : perbaikan;
  return [pesan, cure].map((text) => text.replace(/\{(\w+)\}/g, (_, name) => shown(values[name])));
};
