// A line or a text box: how much is left, what a date was read as, and what was typed as files have it.
import { element } from "../page/boot.js";
import { box, helpOf, idOf, pressing } from "./field_box.js";
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
const NOTE = "keterangan";
const NOTING = "Tulisan aslinya ikut disimpan di kolom Keterangan.";
const NOTED = "(tulisan aslinya ada di kolom Keterangan)";
const LOST = "Hanya yang dipilih yang tersimpan.";
const MONEY = ' Di sini "45 juta" juga terbaca.';
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

/** @type {(shape: Shape, path: Path) => boolean} */
const isMoney = ({ kind, key }, path) => kind === "bilangan" && key === "jumlah" && path[0] === "anggaran";
/** @param {Shape} shape */
const isDated = ({ kind }) => kind === "tanggal" || kind === "hari";

/**
 * Keeps what the chosen date leaves out of `rest` with the note beside it; nothing where there is no note.
 * @type {(path: Path, host: Host) => ((rest: string) => void) | undefined}
 */
const noting = (path, { form, at, put }) => {
  /** @type {Shape[] | undefined} */
  let beside = form.kolom;
  for (const part of path.slice(0, -1))
    if (typeof part === "string") beside = beside?.find(({ key }) => key === part)?.inner;
  if (!beside?.some(({ key }) => key === NOTE)) return undefined;
  return (rest) => {
    const place = [...path.slice(0, -1), NOTE];
    const [held, words] = [at(place) ?? "", `Waktunya tertulis "${rest}".`];
    if (held.includes(words)) return;
    put(place, held ? `${held} ${words}` : words);
    const shown = /** @type {Control | null} */ (document.getElementById(`i.${idOf(place)}`));
    if (shown) shown.value = at(place);
  };
};

/**
 * A line that says what was read, or asks what is meant; it is there from the start, so that nothing moves when it speaks.
 * @type {(control: Control, shape: Shape, path: Path, host: Host, take: (text: string) => void) => { read: HTMLElement, tell: () => Promise<void> }}
 */
const readingBack = (control, shape, path, host, take) => {
  const { form, tools } = host;
  const { pesan, tahun } = form.ditutup;
  const read = element("span", { className: "k-note", role: "status" }, BLANK);
  const note = noting(path, host);
  let kept = "";
  const tell = async () => {
    const { dateBack, amountBack } = await tools();
    const { value } = control;
    const { said, options, rest = "" } = isDated(shape) ? dateBack(value, form.aturan.bulan) : amountBack(value);
    const year = value.slice(0, 4);
    const isClosed = said && !options.length && path[0] === "riwayat" && Object.hasOwn(tahun, year);
    const closed = isClosed ? `. ${pesan.replace("{tahun}", year)}` : "";
    /** @param {string} option */
    const choose = (option) => {
      if (rest) note?.(rest);
      kept = rest && note ? ` ${NOTED}` : "";
      take(option);
    };
    const buttons = options.flatMap(([option, label]) => [" ", pressing(label, null, () => choose(option))]);
    read.replaceChildren(said + (rest ? ` ${note ? NOTING : LOST}` : "") + kept + closed || BLANK, ...buttons);
    kept = "";
  };
  return { read, tell };
};

/**
 * What nobody writes: the name of a picture is given to it.
 * @type {(shape: Shape, path: Path, value: string | undefined) => HTMLElement}
 */
const fixed = ({ label }, path, value = "belum ada") =>
  element("p", { id: `j.${idOf(path)}`, className: "k-note" }, `${label}: ${value}`);

/** @type {(shape: Shape, path: Path, label: string, host: Host) => HTMLElement} */
export const textField = (shape, path, label, host) => {
  const { form, at, put, tools } = host;
  if (shape.key === "berkas" && path[0] === PICTURES) return fixed(shape, path, at(path));
  const control = controlOf(shape, at(path) ?? "");
  const isRead = isDated(shape) || isMoney(shape, path);
  /** @param {string} text */
  const take = (text) => {
    control.value = text;
    put(path, text);
    control.dispatchEvent(new Event("input", { bubbles: true }));
    speak();
  };
  const { read, tell } = readingBack(control, shape, path, host, take);
  const speak = () =>
    tell().catch(() => {
      // It only helps; the check tells if the rules cannot be had.
    });
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
    if (clean !== typed) take(clean);
    else if (isRead) speak();
  });
  const hints = [isDated(shape) ? ' Di sini "17 Agustus 2025" juga terbaca.' : "", isMoney(shape, path) ? MONEY : ""];
  const more = [...(shape.limit ? [counted(control, shape.limit)] : []), ...(isRead ? [read] : [])];
  return box(path, label, helpOf(shape) + hints.join(""), control, ...more);
};
