// The box that helps while one types: what the words may mean, as a list that the keyboard and a screen reader can use
// (the combobox pattern of the ARIA Authoring Practices).
import { element, json, script, sorry } from "../page/boot.js";
import { words } from "./roots.js";
import { paused, slowly } from "./typing.js";

/**
 * @typedef {[name: string, kind: string, address: string, said?: string]} Row what it is, and what people say for it
 * @typedef {{ list: HTMLElement, status: HTMLElement, panel: HTMLElement }} Drawn
 */

const SHOWN = 6;
const NAMED = 2; // of a word that begins a word of the name
const root = new URL("../", import.meta.url);

/** @type {Promise<Row[]> | undefined} */
let suggestions;
/** The rows, all at once. */
const fetchSuggestions = () => {
  suggestions ??= json(new URL("cari/saran.json", root)).catch((error) => {
    suggestions = undefined;
    throw error;
  });
  return suggestions;
};

/** @type {(typed: string[], row: Row) => number} 0 if one of the words begins nothing here */
const fit = (typed, [name, , , said = ""]) => {
  const whole = `${name} ${said}`.toLowerCase();
  if (!typed.every((word) => whole.includes(word))) return 0; // most rows; the others need a closer look
  const [named, meant] = [words(name), words(said)];
  const weights = typed.map((word) => {
    if (named.some((one) => one.startsWith(word))) return NAMED + (named[0].startsWith(word) ? 1 : 0);
    return meant.some((one) => one.startsWith(word)) ? 1 : 0;
  });
  return weights.every(Boolean) ? weights.reduce((sum, weight) => sum + weight, 0) : 0;
};

const wholeSearch = () => script(import("./search.js"));

/**
 * What names do not say, the whole search may find.
 * @type {(text: string) => Promise<Row[]>}
 */
const searched = async (text) => {
  const { entry, search } = await wholeSearch();
  const found = await Promise.all((await search(text)).keys.slice(0, SHOWN).map(entry));
  return found.map(({ nama, jenis, alamat }) => [nama, jenis, alamat]);
};

/**
 * What the words may mean. A `large` catalogue has more innovations than there are rows: then the whole search helps.
 * @type {(text: string, large: boolean) => Promise<Row[]>}
 */
const helpful = async (text, large) => {
  const typed = words(text);
  if (!typed.length) return [];
  const [rows, beside] = await Promise.all([fetchSuggestions(), large ? searched(text) : []]);
  const named = rows.map((row) => ({ row, weight: fit(typed, row) })).filter(({ weight }) => weight);
  const found = named.sort((a, b) => b.weight - a.weight).map(({ row }) => row);
  const more = found.length || large ? beside : await searched(text);
  const known = new Set(found.map(([, , address]) => address));
  return [...found, ...more.filter(([, , address]) => !known.has(address))].slice(0, SHOWN);
};

/** @type {(row: Row, at: number) => HTMLElement} */
const option = ([name, kind, address], at) => {
  const made = element("li", { id: `saran-${at}` }, element("b", {}, name), " ", element("small", {}, kind));
  made.setAttribute("role", "option");
  made.dataset.href = new URL(address, root).href;
  return made;
};

/** @type {(box: HTMLInputElement) => Drawn} */
const drawn = (box) => {
  const status = element("p", { className: "k-unseen" });
  const list = element("ul", { id: "saran" });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Saran");
  status.setAttribute("role", "status");
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-controls": "saran",
    "aria-autocomplete": "list",
  }))
    box.setAttribute(name, value);
  box.setAttribute("aria-expanded", "false");
  return { list, status, panel: element("div", { className: "k-temuan", hidden: true }, list, status) };
};

/**
 * Moves through the list, and goes where the chosen one leads.
 * @param {HTMLInputElement} box
 * @param {Drawn} drawn
 */
const moving = (box, { list, status, panel }) => {
  let chosen = -1;
  /** @param {number} at */
  const choose = (at) => {
    chosen = at;
    for (const [number, item] of [...list.children].entries()) item.setAttribute("aria-selected", `${number === at}`);
    if (at < 0) box.removeAttribute("aria-activedescendant");
    else box.setAttribute("aria-activedescendant", `saran-${at}`);
    list.children[at]?.scrollIntoView({ block: "nearest" });
  };
  /** @param {boolean} open */
  const open = (open) => {
    panel.hidden = !open;
    box.setAttribute("aria-expanded", `${open && list.children.length > 0}`);
    choose(-1);
  };
  /** @param {Element | undefined | null} item */
  const go = (item) => item instanceof HTMLElement && item.dataset.href && location.assign(item.dataset.href);
  /** @type {Record<string, (event: KeyboardEvent) => unknown>} */
  const keys = {
    ArrowDown: () => choose((chosen + 1) % list.children.length),
    ArrowUp: () => choose(chosen < 1 ? list.children.length - 1 : chosen - 1),
    Escape: () => open(false),
    Enter: () => go(list.children[chosen]),
  };
  box.addEventListener("keydown", (event) => {
    if (panel.hidden || !Object.hasOwn(keys, event.key) || (event.key === "Enter" && chosen < 0)) return;
    if (!list.children.length && event.key.startsWith("Arrow")) return;
    event.preventDefault();
    keys[event.key](event);
  });
  box.addEventListener("blur", () => open(false));
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the box keeps the focus
  list.addEventListener("click", ({ target }) => go(target instanceof Element ? target.closest("li") : null));
  /** @param {Row[]} found */
  return (found) => {
    list.replaceChildren(...found.map(option));
    list.hidden = !found.length;
    status.textContent = found.length ? `${found.length} saran.` : "Tidak ada saran. Tekan Enter untuk mencari.";
    status.className = found.length ? "k-unseen" : "";
    open(true);
  };
};

/** @param {HTMLFormElement} form */
export const attach = (form) => {
  const box = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  const parts = drawn(box);
  form.append(parts.panel);
  const show = moving(box, parts);
  const large = "besar" in form.dataset;
  /** @param {string} sentence */
  const say = (sentence) => {
    show([]);
    parts.status.textContent = sentence;
  };

  /** @param {() => boolean} isNewest */
  const help = async (isNewest) => {
    const text = box.value;
    if (!text.trim()) {
      parts.panel.hidden = true;
      box.setAttribute("aria-expanded", "false");
      return;
    }
    try {
      const found = await slowly(helpful(text, large), isNewest, say);
      if (isNewest()) show(found);
    } catch (error) {
      if (isNewest()) say(sorry(/** @type {Error} */ (error)));
    }
  };
  const later = paused(help);
  if (large)
    wholeSearch()
      .then(({ start }) => start())
      .catch(() => undefined); // told by what needs it
  box.addEventListener("input", later);
  if (box.value) later();
};
