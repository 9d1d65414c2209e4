// All that a page loads at first: it fetches a part when that part is used, and says so if it cannot be had.
export const FAILED = "Tidak dapat dimuat. Periksa sambungan internet, lalu coba lagi.";

/**
 * An element with properties and children; text is always text, never markup.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} [properties]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export const element = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

/**
 * Fetches what fills the element `id` once `event` comes to its `control`, or `now`.
 * @param {string} id
 * @param {() => Promise<{ attach: (place: any) => unknown }>} load
 * @param {(place: HTMLElement) => boolean} now
 * @param {string} [event]
 * @param {(place: HTMLElement) => Element | null} [control]
 */
const part = (id, load, now, event = "focusin", control = (place) => place) => {
  const place = document.getElementById(id);
  if (!place) return;
  let busy = false;
  const wait = () => control(place)?.addEventListener(event, start, { once: true });
  const start = () => {
    if (busy) return;
    busy = true;
    note.remove();
    load()
      .then(({ attach }) => attach(place))
      .catch(() => {
        busy = false;
        place.querySelector("[data-tunggu]")?.remove(); // what stood there for who runs no scripts
        place.append(note);
        wait();
      });
  };
  const again = element("button", { type: "button", onclick: start }, "Coba lagi");
  const note = element("p", { role: "alert" }, FAILED, " ", again);
  if (now(place)) start();
  else wait();
};

const searching = () => import("../search/search_box.js");
const filtering = () => import("../search/filter.js");
const writing = () => import("../form/form.js");
part("pencarian", searching, (form) => form.contains(document.activeElement));
part(
  "saring",
  filtering,
  () => location.search.length > 1,
  "click",
  (place) => place.firstElementChild,
);
part("formulir", writing, () => true);
