// A line or a text box: how much is left, what a date was read as, and what was typed as files have it.
import { element } from "../page/boot.js";
import { box, helpOf } from "./field_box.js";
import { PICTURES } from "./pictures.js";

/**
 * @typedef {import("./field_box.js").Host} Host
 * @typedef {import("./field_box.js").Path} Path
 * @typedef {import("./field_box.js").Shape} Shape
 * @typedef {HTMLInputElement | HTMLTextAreaElement} Control
 */

const NEAR = 0.8; // of a limit, from which what is left is told
const LONG = 300; // characters from which a line gets a box of its own
const BLANK = "\u00a0";
/** @type {Record<string, string>} */
const MODES = { tahun: "numeric", bilangan: "numeric", url: "url", surel: "email", telepon: "tel" };

/** @type {(rest: number, limit: number) => string} */
const leftOf = (rest, limit) => {
  if (rest > limit * (1 - NEAR)) return "";
  return rest < 0 ? `Kelebihan ${-rest} karakter.` : `Sisa ${rest} karakter.`;
};
/** @type {(control: Control, limit: number) => HTMLElement} */
const counted = (control, limit) => {
  const left = element("span", { className: "k-note" });
  const count = () => {
    left.setAttribute("role", "status");
    left.textContent = leftOf(limit - [...control.value.trim()].length, limit);
  };
  control.addEventListener("input", count);
  count();
  return left;
};

/** @type {(shape: Shape, value: string) => Control} */
const controlOf = ({ kind, limit = 0 }, value) => {
  const tall = kind === "prosa" || (kind === "baris" && limit >= LONG);
  const control = tall ? element("textarea", { rows: kind === "prosa" ? 6 : limit > LONG ? 3 : 2 }) : element("input");
  Object.assign(control, { autocomplete: "off", value });
  if (MODES[kind]) control.inputMode = MODES[kind];
  if (["url", "surel", "slug"].includes(kind)) control.autocapitalize = "off";
  return control;
};

/**
 * A line that says what a date was read as; it is there from the start, so that nothing moves when it speaks.
 * @type {(control: Control, path: Path, host: Host) => { read: HTMLElement, tell: () => Promise<void> }}
 */
const dating = (control, path, { form, tools }) => {
  const { pesan, tahun } = form.ditutup;
  const read = element("span", { className: "k-note", role: "status" }, BLANK);
  const tell = async () => {
    const { readDate, spoken } = await tools();
    const year = control.value.slice(0, 4);
    const closed = path[0] === "riwayat" && Object.hasOwn(tahun, year) ? `. ${pesan.replace("{tahun}", year)}` : "";
    const text = `Dibaca: ${spoken(control.value, form.aturan.bulan)}${closed}`;
    read.textContent = readDate(control.value) ? text : BLANK;
  };
  return { read, tell };
};

/** @type {(shape: Shape, path: Path, label: string, host: Host) => HTMLElement} */
export const textField = (shape, path, label, host) => {
  const { form, at, put, tools } = host;
  const control = controlOf(shape, at(path) ?? "");
  const dated = shape.kind === "tanggal" || shape.kind === "hari";
  const { read, tell } = dating(control, path, host);
  /** @param {string} text */
  const neat = async (text) => {
    const rules = await tools().catch(() => null); // without them it stays as it was typed
    return rules ? rules.cleaned(text, shape.kind, form.aturan.bulan) : text;
  };
  control.addEventListener("input", () => put(path, control.value));
  control.addEventListener("change", async () => {
    const typed = control.value;
    const clean = await neat(typed);
    if (control.value !== typed) return;
    if (clean !== typed) {
      control.value = clean;
      put(path, clean);
      control.dispatchEvent(new Event("input"));
    }
    if (dated)
      tell().catch(() => {
        // It only helps; the check tells if the rules cannot be had.
      });
  });
  if (shape.key === "berkas" && path[0] === PICTURES) control.readOnly = true;
  const help = helpOf(shape) + (dated ? ' Di sini "17 Agustus 2025" juga terbaca.' : "");
  const more = [...(shape.limit ? [counted(control, shape.limit)] : []), ...(dated ? [read] : [])];
  return box(path, label, help, control, ...more);
};
