// The levels of the national index as sentences to choose from, and the points that evidence reaches so far.
import { element } from "../page/boot.js";
import { framed, helpOf, idOf } from "./field_box.js";
import { own } from "./lookup.js";
import { pointsOf, sentences, spelt } from "./points.js";

/**
 * @typedef {import("./field_box.js").Host} Host
 * @typedef {import("./field_box.js").Path} Path
 * @typedef {import("./field_box.js").Shape} Shape
 */

/** @type {(path: Path, label: string, about: string, choices: [string, string][], host: Host) => HTMLElement} */
const radios = (path, label, about, choices, { at, put }) => {
  const name = idOf(path);
  const items = choices.map(([value, text]) => {
    const checked = String(at(path) ?? "") === value;
    const control = element("input", { type: "radio", id: `i.${name}.${value}`, name: `i.${name}`, value, checked });
    control.addEventListener("change", () => put(path, value));
    return element("div", { className: "k-pilih" }, element("label", {}, control, ` ${text}`));
  });
  return framed(path, label, about, ...items);
};

/**
 * The field of a level, or of the basis on which it is counted; none where nothing is to be chosen.
 * @type {(shape: Shape, path: Path, label: string, host: Host) => HTMLElement | undefined}
 */
export const levelField = (shape, path, label, host) => {
  const known = path.length === 3 && path[0] === "kematangan" && own(host.form.aturan.indikator, String(path[1]));
  if (!known) return undefined;
  if (shape.key === "tingkat")
    return radios(
      path,
      label,
      helpOf(shape),
      sentences(known).map(([level, words]) => [level, `${level}. ${words}`]),
      host,
    );
  if (shape.key !== "dasar") return undefined;
  const bases = Object.keys(known.tingkat).filter(Boolean);
  if (!bases.length) return element("div", { id: `j.${idOf(path)}` });
  return radios(
    path,
    label,
    helpOf(shape),
    bases.map((basis) => [basis, spelt(basis)]),
    host,
  );
};

/**
 * The running points above the indicators.
 * @type {(frame: HTMLElement, path: Path, host: Host) => HTMLElement}
 */
export const withPoints = (frame, path, { at, form }) => {
  const said = element("p", { className: "k-note", role: "status" });
  const tell = () => {
    said.textContent = pointsOf(at(path), form.aturan.indikator);
  };
  for (const event of ["input", "change", "click"]) frame.addEventListener(event, tell);
  tell();
  frame.append(said);
  return frame;
};
