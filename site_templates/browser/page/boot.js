// All that a page loads at first: it fetches a part when that part is used, and says so if it cannot be had.
import { isFresh } from "./age.js";

const FAILED = "Periksa sambungan internet, lalu coba lagi.";
const OUTDATED = "Halaman ini mungkin sudah usang. Muat ulang halaman ini.";
const SLOW = 1000; // milliseconds until somebody who waits is told so

/** @typedef {Error & { status?: number }} Lost `status` of the answer if something could not be fetched, 0 for none */

/**
 * What went wrong and how to mend it. What is gone, or was fetched and does not fit, comes from another edition of the
 * site than this page: browsers keep scripts and data each for a while.
 * @type {(error: Lost, what?: string) => string}
 */
export const sorry = ({ status = 404 }, what = "Tidak dapat dimuat.") =>
  `${what} ${status === 404 ? OUTDATED : FAILED}`;

/**
 * A script, once it has come.
 * @template Module
 * @param {Promise<Module>} coming
 * @throws {Lost} a `SyntaxError` without `status` if it and another do not fit together
 */
export const script = (coming) =>
  coming.catch((error) => {
    throw error instanceof SyntaxError ? error : Object.assign(error, { status: 0 });
  });

/**
 * JSON of this site.
 * @param {URL} address
 * @throws {Lost} also if it came in pieces, or something else came in its place
 */
export const json = async (address) => {
  const answer = await fetch(address).catch(() => Response.error()); // which is not `ok`
  const held = answer.ok && (await answer.json().catch(() => null)); // told with what is not `ok`
  if (held) return held;
  throw Object.assign(new Error(`${answer.status} ${address}`), { status: answer.status });
};

/**
 * An element with properties and children; text is always text, never markup. What screen readers are told is set as
 * attributes, for older browsers do not know the properties.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]> & { role?: string, ariaLabel?: string | null, ariaHidden?: string }} [properties]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export const element = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  for (const [name, value] of Object.entries(properties))
    if (typeof value === "string" && /^role$|^aria[A-Z]/.test(name))
      made.setAttribute(name.replace("aria", "aria-").toLowerCase(), value);
  made.append(...children);
  return made;
};

/**
 * Fetches what fills the element `id` once `event` comes to the control that it begins with, or `now`.
 * @param {string} id
 * @param {() => Promise<{ attach: (place: any) => unknown }>} load
 * @param {(place: HTMLElement) => boolean} [now]
 * @param {string} [event]
 */
const part = (id, load, now = () => true, event = "click") => {
  const place = document.getElementById(id);
  if (!place) return;
  let busy = false;
  const wait = () => place.firstElementChild?.addEventListener(event, start, { once: true });
  const start = () => {
    if (busy) return;
    busy = true;
    note.remove();
    // What stands there for who runs no scripts also tells to wait.
    const told = () => place.querySelector("[data-tunggu]");
    const slow = setTimeout(() => told() || tell("Sedang dimuat …"), SLOW);
    script(load())
      .then(({ attach }) => attach(place))
      .then(() => note.remove())
      .catch((error) => {
        busy = false;
        told()?.remove();
        tell(sorry(error), " ", again);
        wait();
      })
      .finally(() => clearTimeout(slow));
  };
  /** @param {...(Node | string)} said */
  const tell = (...said) => {
    note.replaceChildren(...said);
    place.append(note);
  };
  const again = element("button", { type: "button", onclick: start }, "Coba lagi");
  const note = element("p", { role: "alert" });
  if (now(place)) start();
  else wait();
};

const searching = () => import("../search/search_box.js");
const filtering = () => import("../search/filter.js");
const writing = () => import("../form/form.js");
const tracking = () => import("./status.js");
const isAsked = () => !!location.search;
part(
  "pencarian",
  searching,
  (form) => form.contains(document.activeElement) && !!form.querySelector("input")?.value,
  "input",
);
part("saring", filtering, isAsked);
part("formulir", writing);
part("lacak", tracking, isAsked);
const old = document.getElementById("usang");
if (old) old.hidden = isFresh(old.dataset.dibuat);
