// What was written, as a list to read; every section has a button that leads back to it.
import { isEmpty } from "../checks/entry.js";
import { element } from "../page/boot.js";
import { isGroup, spoken } from "../reading/values.js";
import { own } from "./controls.js";

/**
 * @typedef {import("../reading/form_data.d.ts").FormData} FormData
 * @typedef {import("../reading/form_data.d.ts").Shape} Shape
 * @typedef {import("../reading/form_data.d.ts").Value} Value
 * @typedef {{ form: FormData, words: (vocabulary?: string) => import("../reading/form_data.d.ts").Words }} Known
 */

/** @type {(value: Value, shape: Shape, known: Known) => string} */
const plain = (value, { kind, vocabulary }, { form, words }) => {
  const text = String(value);
  if (kind === "kata") return own(words(vocabulary), text) ?? text;
  if (kind === "tanggal" || kind === "hari") return spoken(text, form.aturan.bulan);
  return value === true ? "ya" : text;
};
/** @type {(value: Value, shape: Shape, known: Known) => Node | string} */
const single = (value, shape, known) => {
  if (shape.kind !== "prosa") return plain(value, shape, known);
  const lines = String(value).split("\n");
  return element("span", {}, ...lines.flatMap((line) => [line, element("br")]));
};

/**
 * The shapes of what stands in a group: its keys, or the words under which it holds groups.
 * @type {(group: import("../reading/form_data.d.ts").Group, shape: Shape, known: Known) => Shape[]}
 */
const shapesIn = (group, shape, { words }) => {
  const filled = Object.keys(group).filter((key) => !isEmpty(group[key]));
  if (!shape.keyed) return (shape.inner ?? []).filter(({ key }) => filled.includes(key));
  const labels = words(shape.vocabulary);
  return filled.map((key) => ({ ...shape, keyed: false, kind: "kelompok", key, label: own(labels, key) ?? key }));
};

/** @type {(value: Value, shape: Shape, known: Known) => Node | string} */
const answer = (value, shape, known) => {
  if (Array.isArray(value)) {
    const items = value.filter((item) => !isEmpty(item)).map((item) => answer(item, { ...shape, most: 0 }, known));
    return element("ul", {}, ...items.map((item) => element("li", {}, item)));
  }
  if (!isGroup(value)) return single(value, shape, known);
  const shapes = shapesIn(value, shape, known);
  const deep = shape.keyed || Object.values(value).some((each) => Array.isArray(each) || isGroup(each));
  if (!deep) return shapes.map((each) => `${each.label}: ${plain(value[each.key], each, known)}`).join("; ");
  const items = shapes.map((each) => element("li", {}, `${each.label}: `, answer(value[each.key], each, known)));
  return element("ul", {}, ...items);
};

/**
 * The sections that hold something; `change(key)` goes back to the question of a key.
 * @param {Known} known
 * @param {import("./state.js").State} state
 * @param {(key: string) => void} change
 */
export const answers = (known, { data, agency, slug, known: published }, change) => {
  const { kolom, bagian, perangkat_daerah: agencies } = known.form;
  const shapes = kolom.filter(({ key }) => !isEmpty(data[key]));
  /** @type {(label: string, value: Node | string, key: string) => HTMLElement} */
  const row = (label, value, key) => {
    const button = element("button", { type: "button", ariaLabel: `Ubah ${label.toLowerCase()}` }, "Ubah");
    button.addEventListener("click", () => change(key));
    const leading = key ? [element("div", { className: "k-chips" }, button)] : [];
    return element("div", {}, element("dt", {}, label), element("dd", {}, ...leading, value));
  };
  const first = [
    row("Perangkat daerah", agencies[agency].nama, published ? "" : "perangkat_daerah"),
    row("Alamat halaman", `inovasi/${slug}/`, ""),
  ];
  return bagian.flatMap(([heading, keys], number) => {
    const held = keys.flatMap((key) => shapes.filter((shape) => shape.key === key));
    const rows = held.map((shape) => row(shape.label, answer(data[shape.key], shape, known), shape.key));
    if (!number) rows.unshift(...first);
    return rows.length ? [element("h3", {}, heading), element("dl", { className: "k-facts" }, ...rows)] : [];
  });
};
