// Faults beside their fields and in a summary on top, which has the focus; each of its links leads to a field.
import { element } from "../page/boot.js";
import { teller } from "./problem_words.js";

/**
 * @typedef {import("../checks/subject.d.ts").Fault} Fault
 * @typedef {{ fault: Fault, target: HTMLElement | null }} Placed
 */

const MISSING = "I001"; // what is required and empty

/** @param {number} count */
const headed = (count) => `Ada ${count} hal yang perlu diperbaiki`;

/**
 * Opens what hides `target`: folded sections, and the question to which it belongs.
 * @param {HTMLElement} target
 */
const reveal = (target) => {
  target.closest("[data-langkah]")?.dispatchEvent(new Event("tampil"));
  for (let around = target.closest("details"); around; around = around.parentElement?.closest("details") ?? null)
    around.open = true;
};

/**
 * Shows `target` and puts the focus into it.
 * @param {HTMLElement} target
 */
export const unfold = (target) => {
  reveal(target);
  const control = /** @type {HTMLElement | null} */ (target.querySelector("input, select, textarea, button"));
  (control ?? target).focus();
  target.scrollIntoView();
};

/**
 * The box of the field at `path`, or of what holds it; null where the whole entry is meant.
 * @type {(path: import("../checks/subject.d.ts").Path) => HTMLElement | null}
 */
const boxOf = (path) => {
  for (let length = path.length; length; length--) {
    const found = document.getElementById(`j.${path.slice(0, length).join(".")}`);
    if (found) return found;
  }
  return null;
};

/**
 * In the order of the page; what concerns the whole entry comes first.
 * @type {(one: Placed, other: Placed) => number}
 */
const compared = ({ target: one }, { target: other }) => {
  if (!one || !other || one === other) return Number(!!one) - Number(!!other);
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1;
};

/** @param {Element} control */
const notesOf = (control) => {
  const notes = (control.getAttribute("aria-describedby") ?? "").split(" ");
  return notes.filter((note) => note && !note.startsWith("g."));
};

/** @param {HTMLElement} main */
const clear = (main) => {
  for (const each of main.querySelectorAll(".k-galat")) each.remove();
  for (const each of main.querySelectorAll("[aria-describedby*='g.']"))
    each.setAttribute("aria-describedby", notesOf(each).join(" "));
  for (const each of main.querySelectorAll("[aria-invalid]")) each.removeAttribute("aria-invalid");
};

/** @param {Element} control */
const isFilled = (control) => {
  const { type, checked, value } = /** @type {HTMLInputElement} */ (control);
  return type === "checkbox" || type === "radio" ? checked : !!value.trim();
};

/**
 * Takes the message of an empty field away once something stands there, and tells so.
 * @type {(target: HTMLElement, message: HTMLElement, control: Element, gone: () => void) => void}
 */
const settling = (target, message, control, gone) => {
  const settle = () => {
    if (!message.isConnected || ![...target.querySelectorAll("input, select, textarea")].some(isFilled)) return;
    message.remove();
    control.removeAttribute("aria-invalid");
    control.setAttribute("aria-describedby", notesOf(control).join(" "));
    gone();
  };
  for (const kind of ["input", "change"]) target.addEventListener(kind, settle);
};

/** @type {(target: HTMLElement, text: string, number: number, gone?: () => void) => void} */
const beside = (target, text, number, gone) => {
  const message = element("p", { className: "k-galat", id: `g.${number}` }, `Galat: ${text}`);
  const head = target.querySelector(":scope > label, :scope > legend");
  if (head) head.after(message);
  else target.prepend(message);
  const alone = target.tagName !== "FIELDSET";
  const control = (alone && target.querySelector("input, select, textarea")) || target;
  if (alone) control.setAttribute("aria-invalid", "true");
  control.setAttribute("aria-describedby", [...notesOf(control), message.id].join(" "));
  if (gone) settling(target, message, control, gone);
};

/** @type {(placed: Placed, text: string) => HTMLElement} */
const item = ({ fault, target }, text) => {
  if (!target) return element("li", {}, text);
  const link = element("a", { href: `#${target.id}` }, text);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    unfold(target);
  });
  if (fault.code !== "B006") return element("li", {}, link);
  const known = { href: `?ubah=${fault.values.nilai}`, target: "_blank" };
  return element("li", {}, link, " ", element("a", known, "Perbaiki isian yang sudah ada"));
};

/**
 * What shows faults in the form `main` and above it, and what tells one.
 * @param {{ main: HTMLElement, summary: HTMLElement, title: string,
 *   form: import("../reading/form_data.d.ts").FormData, said: typeof import("../checks/entry.js").said }} page
 */
export const complaints = ({ main, summary, title, form, said }) => {
  const told = teller(form, said);
  /**
   * Shows `faults` in place of those shown before; none if there are none.
   * @param {Fault[]} faults
   */
  const complain = (faults) => {
    clear(main);
    summary.replaceChildren();
    document.title = title;
    if (!faults.length) return;
    const placed = faults.map((fault) => ({ fault, target: boxOf(fault.path) })).sort(compared);
    const list = element("ul");
    const heading = element("h2", {}, headed(faults.length));
    const properties = { className: "k-box k-box-warn", tabIndex: -1, role: "alert" };
    const box = element("div", properties, heading, list);
    for (const [number, one] of placed.entries()) {
      const text = told(one.fault);
      const row = item(one, text);
      const gone = () => {
        row.remove();
        heading.textContent = headed(list.children.length);
        if (list.children.length) return;
        box.remove();
        document.title = title;
      };
      if (one.target) beside(one.target, text, number, one.fault.code === MISSING ? gone : undefined);
      list.append(row);
    }
    summary.replaceChildren(box);
    document.title = `Galat: ${title}`;
    const first = placed.find(({ target }) => target?.closest("[data-langkah]"))?.target;
    if (first) reveal(first);
    box.focus();
  };
  return { complain, told };
};
