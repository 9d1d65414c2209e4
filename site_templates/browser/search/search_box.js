// The search box in the header: results appear below it while one types.
import { card, element, paused, slowly, sorry, told } from "./results.js";
import { search, start } from "./search.js";

const SHOWN = 6;

const drawn = () => {
  const status = element("p", { role: "status" });
  const list = element("ul", { className: "k-cards" });
  const all = element("a", { className: "k-button", hidden: true }, "Lihat semua");
  const panel = element("div", { className: "k-temuan md-typeset", hidden: true }, status, list, all);
  return { status, list, all, panel };
};

/**
 * Hides the panel once somebody turns to something else.
 * @type {(form: HTMLFormElement, box: HTMLInputElement, panel: HTMLElement) => void}
 */
const leaving = (form, box, panel) => {
  /** @param {EventTarget | null} target */
  const isOutside = (target) => target instanceof Node && !form.contains(target);
  form.addEventListener("focusout", ({ relatedTarget }) => {
    panel.hidden ||= isOutside(relatedTarget);
  });
  form.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || panel.hidden) return;
    box.focus();
    panel.hidden = true;
  });
  document.addEventListener("click", ({ target }) => {
    panel.hidden ||= isOutside(target);
  });
};

/** @param {string} text */
const answered = async (text) => {
  const found = await search(text);
  const cards = await Promise.all(found.keys.slice(0, SHOWN).map((key) => card(key, found.fitting)));
  return { found, cards };
};

/** @param {HTMLFormElement} form */
export const attach = (form) => {
  const box = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  const { status, list, all, panel } = drawn();
  form.append(panel);

  /** @param {() => boolean} isNewest */
  const show = async (isNewest) => {
    const text = box.value;
    panel.hidden = !text.trim();
    if (panel.hidden) return;
    try {
      const { found, cards } = await slowly(answered(text), isNewest, status);
      if (!isNewest()) return;
      status.textContent = told(found);
      list.replaceChildren(...cards);
      all.hidden = found.keys.length <= SHOWN;
      all.href = `${form.action}?${new URLSearchParams({ q: text })}`;
    } catch (error) {
      if (!isNewest()) return;
      status.textContent = sorry(/** @type {Error} */ (error));
      list.replaceChildren();
      all.hidden = true;
    }
  };
  const later = paused(show);
  box.addEventListener("input", later);
  box.addEventListener("focus", () => {
    panel.hidden = !list.children.length && !status.textContent;
  });
  leaving(form, box, panel);
  start().catch(() => {
    // A search tries again, and tells.
  });
  if (box.value) later();
};
