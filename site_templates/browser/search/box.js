// @ts-nocheck
// The search box in the header: results appear below it while one types.
import { FAILED, card, element, paused, told } from "./results.js";
import { search, start } from "./search.js";

const SHOWN = 6;

export const attach = (form) => {
  const box = form.elements.q;
  const status = element("p", { role: "status" });
  const list = element("ul", { className: "k-cards" });
  const all = element("a", { className: "k-button", hidden: true }, "Lihat semua");
  const panel = element("div", { className: "k-temuan md-typeset", hidden: true }, status, list, all);
  form.append(panel);

  const show = async (isNewest) => {
    const text = box.value;
    panel.hidden = !text.trim();
    if (panel.hidden) return;
    try {
      const found = await search(text);
      const cards = await Promise.all(found.keys.slice(0, SHOWN).map((key) => card(key, found.fitting)));
      if (!isNewest()) return;
      status.textContent = told(found);
      list.replaceChildren(...cards);
      all.hidden = found.keys.length <= SHOWN;
      all.href = `${form.action}?${new URLSearchParams({ q: text })}`;
    } catch {
      if (isNewest()) status.textContent = FAILED;
    }
  };
  const later = paused(show);
  box.addEventListener("input", later);
  box.addEventListener("focus", () => { panel.hidden = !list.children.length && !status.textContent; });
  form.addEventListener("focusout", ({ relatedTarget }) => {
    panel.hidden ||= !!relatedTarget && !form.contains(relatedTarget);
  });
  form.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || panel.hidden) return;
    box.focus();
    panel.hidden = true;
  });
  document.addEventListener("click", ({ target }) => { panel.hidden ||= !form.contains(target); });
  start().catch(() => {}); // a search will try again and tell
  if (box.value) later();
};
