// Turns from question to question; "back" of the browser does too.
import { element, script } from "../page/boot.js";
import { own } from "./controls.js";
import { tools } from "./rules.js";
import { WRITING } from "./steps.js";

/**
 * @typedef {import("./sheet.d.ts").Sheet} Sheet
 * @typedef {import("./sheet.d.ts").Desk} Desk
 * @typedef {ReturnType<typeof paging>} Pager
 */

const KEPT = "Tersimpan di peranti ini.";
const NEEDED = "Wajib dijawab. ";

/** @type {(sheet: Sheet, number: number, count: number) => HTMLElement[]} */
const progress = ({ form, state, keeping }, number, count) => {
  const bars = Array.from({ length: count }, (_, place) => element("li", { className: place <= number ? "k-on" : "" }));
  const owner = own(form.perangkat_daerah, state.agency)?.nama;
  const said = [`Pertanyaan ${number + 1} dari ${count}.`, ...(owner ? [`${owner}, inovasi baru.`] : [])];
  if (keeping.isTouched() && keeping.isSafe()) said.push(KEPT);
  return [
    element("ol", { className: "k-langkah", ariaHidden: "true" }, ...bars),
    element("p", { className: "k-note" }, said.join(" ")),
  ];
};

/**
 * Whether an entry cannot do without the answer to one of the keys.
 * @type {(keys: string[], form: Sheet["form"]) => boolean}
 */
const isNeeded = (keys, { kolom }) =>
  keys.includes("perangkat_daerah") || kolom.some(({ key, required }) => required && keys.includes(key));

/** Also what Enter does. */
const onward = () => element("button", { className: "k-button" }, "Lanjut");
/** @param {() => void} act */
const backward = (act) => {
  const made = element("button", { type: "button", className: "k-button k-button-second" }, "Kembali");
  made.addEventListener("click", act);
  return made;
};

/**
 * Whether nothing is wrong with the answers to one question; where the rules cannot be had, the check at the end tells.
 * @type {(sheet: Sheet, desk: Desk, keys: string[], propose: () => Promise<void>) => Promise<boolean>}
 */
const isAnswered = async (sheet, desk, keys, propose) => {
  try {
    const [{ lookAt }] = await Promise.all([script(import("./looking_over.js")), tools()]);
    await propose();
    return lookAt(sheet, desk, keys);
  } catch {
    // Nothing is lost: all is looked over once more before it is sent.
    return true;
  }
};

/**
 * @param {Sheet} sheet
 * @param {Desk} desk
 * @param {() => Promise<void>} propose
 * @param {HTMLElement} ending the button that leads to looking over: behind the others, but for the last question
 */
export const paging = (sheet, desk, propose, ending) => {
  const { intro, sections } = desk;
  const head = element("div");
  const foot = element("p");
  const rest = element("p");
  const skip = element("p", { className: "k-chips k-note" });
  const skipping = element("button", { type: "button" }, "Lewati");
  let now = 0;
  const isLast = () => now === sections.length - 1;
  /** @type {(number: number, focus?: boolean) => void} */
  const show = (number, focus = true) => {
    now = Math.min(Math.max(number, 0), sections.length - 1);
    sections[now].fill();
    for (const [place, { folder }] of sections.entries()) folder.hidden = place !== now;
    intro.hidden = now > 0;
    head.replaceChildren(...progress(sheet, now, sections.length));
    foot.replaceChildren(...buttons());
    ending.classList.toggle("k-button-second", !isLast());
    if (!isLast()) rest.replaceChildren(ending);
    rest.hidden = skip.hidden = isLast();
    const { keys, unsure = "" } = sections[now];
    skip.replaceChildren(...(isNeeded(keys, sheet.form) ? [NEEDED, unsure] : [skipping, ` ${unsure}`]));
    sheet.state.step = now;
    if (focus && sheet.keeping.isTouched()) sheet.keeping.changed();
    if (focus) sections[now].folder.querySelector("h2")?.focus();
    if (focus) head.scrollIntoView();
  };
  /** @param {number} number */
  const turn = (number) => {
    history.pushState({ langkah: WRITING, nomor: number }, "");
    show(number);
  };
  const next = async () => {
    if (await isAnswered(sheet, desk, sections[now].keys, propose)) turn(now + 1);
  };
  const buttons = () => [...(isLast() ? [ending] : [onward()]), ...(now ? [backward(() => turn(now - 1))] : [])];
  for (const [number, { folder }] of sections.entries()) folder.addEventListener("tampil", () => show(number, false));
  skipping.addEventListener("click", () => turn(now + 1));
  const begin = history.state?.nomor ?? sheet.state.step ?? 0;
  history.replaceState({ ...history.state, nomor: begin }, "");
  show(begin, false);
  return { head, feet: [foot, skip, rest], show, next, isLast };
};
