// A fault in the words of the form: labels where files have keys and slugs.
import { spoken } from "../reading/values.js";
import { own } from "./controls.js";

/**
 * @typedef {import("../checks/subject.d.ts").Fault} Fault
 * @typedef {import("../checks/subject.d.ts").Path} Path
 * @typedef {import("../reading/form_data.d.ts").FormData} FormData
 */

/**
 * What the form calls the field at `path`.
 * @type {(path: Path, shapes: FormData["kolom"]) => string}
 */
const nameOf = (path, shapes) => {
  let name = own({ perangkat_daerah: "Perangkat daerah", nama_berkas: "Alamat halaman" }, String(path[0])) ?? "";
  let item = "";
  /** @type {FormData["kolom"] | undefined} */
  let known = shapes;
  for (const part of path) {
    /** @type {FormData["kolom"][number] | undefined} */
    const shape = known?.find(({ key }) => key === part);
    if (shape) name = shape.label + item;
    if (typeof part === "number") name = `${name} ${part + 1}`;
    if (shape) known = shape.inner;
    if (known && (typeof part === "number" || (shape && !shape.most))) item = ` pada ${name}`;
  }
  return name;
};

/**
 * What tells a fault: the sentence and the cure.
 * @param {FormData} form
 * @param {typeof import("../checks/entry.js").said} said
 */
export const teller = (form, said) => {
  const labels = Object.fromEntries(form.kolom.map(({ key, label }) => [key, label]));
  /**
   * A value as readers of the form know it: dates in words, labels instead of words and keys.
   * @type {(code: string, path: Path, value: string) => string}
   */
  const shown = (code, path, value) => {
    if (code === "A001" || code === "I017") return spoken(value, form.aturan.bulan);
    if (code === "A006") return own(form.perangkat_daerah, value)?.nama ?? value;
    if (code === "A009") return own(labels, value) ?? value;
    const shape = code === "I016" ? form.kolom.find(({ key }) => key === path[0]) : undefined;
    return own(form.kata[shape?.vocabulary ?? ""], value) ?? value;
  };
  /** @type {(keys: string) => string} */
  const labelled = (keys) => {
    const named = keys.split(", ").map((key) => labels[key] ?? key);
    return named.join(", ").toLowerCase();
  };
  /** @param {string} kind */
  const event = (kind) => form.kata.peristiwa[kind].toLowerCase();
  /** @type {(fault: Fault) => string} */
  return ({ code, path, values }) => {
    const given = /** @type {Record<string, string>} */ (values);
    const named = { ...given, kolom: nameOf(path, form.kolom), nilai: shown(code, path, given.nilai) };
    if (code.startsWith("K")) named.kolom = labelled(given.kolom);
    if (code === "A002") Object.assign(named, { peristiwa: event(given.peristiwa), lain: event(given.lain) });
    if (code === "B006") Object.assign(named, { lain: `inovasi lain, dengan alamat inovasi/${given.nilai}/` });
    const texts = said({ code, values: named }, form.pesan);
    return texts.map((text) => `${text[0].toUpperCase()}${text.slice(1)}.`).join(" ");
  };
};
