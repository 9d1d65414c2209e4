// All that a page loads at first: it fetches a part when that part is used, and says so if it cannot be had.
export const FAILED = "Tidak dapat dimuat. Periksa sambungan internet, lalu coba lagi.";

/** An element with properties and children; text is always text, never markup. */
export const element = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

const part = (id, load, event, control, now) => {
  const place = document.getElementById(id);
  if (!place) return;
  let busy = false;
  const wait = () => control(place).addEventListener(event, start, { once: true });
  const start = () => {
    if (busy) return;
    busy = true;
    note.remove();
    load().then(({ attach }) => attach(place)).catch(() => {
      busy = false;
      place.querySelector("[data-tunggu]")?.remove(); // what stood there for who runs no scripts
      place.append(note);
      wait();
    });
  };
  const note = element("p", { role: "alert" }, FAILED, " ", element("button", { type: "button", onclick: start }, "Coba lagi"));
  if (now(place)) start();
  else wait();
};

part("pencarian", () => import("../search/box.js"), "focusin", (form) => form, (form) => form.contains(document.activeElement));
part("saring", () => import("../search/filter.js"), "click", (place) => place.firstElementChild, () => location.search.length > 1);
part("formulir", () => import("../form/form.js"), "focusin", (place) => place, () => true);
