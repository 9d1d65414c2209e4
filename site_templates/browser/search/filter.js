// The list of innovations narrowed down: by words and by facets that combine, with the state in the address.
// What is not recorded is not "no": such an entry fits any value perhaps, and is shown when asked for (`mungkin=ya`).
import { chips, controls, offer } from "./filter_form.js";
import { heading } from "./filter_heading.js";
import { stateOf } from "./filter_state.js";
import { fitting, lacking, loaded, ordered } from "./filter_table.js";
import { card, element, FAILED, number, paused, told } from "./results.js";
import { search } from "./search.js";

/**
 * @typedef {import("./filter_table.js").Table} Table
 * @typedef {import("./filter_state.js").State} State
 * @typedef {import("./search.js").Found} Found
 * @typedef {ReturnType<typeof drawn>} View
 */

const STEP = 12;
/** @type {Found} */
const NO_WORDS = { asked: [], keys: [], whole: true, more: false, fitting: new Set() };

/** @type {(found: Found, rows: number[], possible: number, table: Table, state: State) => string} */
const sentence = (found, rows, possible, table, state) => {
  const words = () => (state.text() ? told({ ...found, keys: rows }) : `${number(rows.length)} inovasi.`);
  const some = possible && state.perhaps() ? ` ${number(possible)} di antaranya belum pasti.` : "";
  if (rows.length) return state.ignored() + words() + some;
  if (possible) return `${state.ignored()}Tidak ada inovasi yang pasti cocok.`;
  if (!table.keys.length) return "Katalog ini belum memuat inovasi.";
  const narrowed = "Tidak ada inovasi yang cocok. Hapus salah satu saringan di bawah.";
  return state.ignored() + (state.choices().size ? narrowed : told(found));
};

const drawn = () => ({
  status: element("p", { role: "status" }),
  chosen: element("ul", { className: "k-chips" }),
  results: element("ul", { className: "k-cards" }),
  more: element("button", { type: "button", className: "k-button k-button-second", hidden: true }, "Tampilkan lagi"),
  /** What stands there without filters. */
  list: /** @type {HTMLElement} */ (document.getElementById("daftar")),
  intro: /** @type {HTMLElement} */ (document.getElementById("pengantar")),
});

/**
 * The rows that are shown, a few at first.
 * @param {Table} table
 * @param {State} state
 * @param {View} view
 */
const listing = (table, state, { results, more, status }) => {
  /** @type {number[]} */
  let rows = [];
  /** @type {Set<string>} */
  let marks = new Set();
  /** @param {number} row */
  const shown = (row) => card(table.keys[row], marks, lacking([row], state.choices()));
  /** @param {number} from */
  const cards = (from) => Promise.all(rows.slice(from, from + STEP).map(shown));
  /** @param {Node[]} children */
  const put = (children) => {
    results.append(...children);
    more.hidden = results.children.length >= rows.length;
  };
  more.addEventListener("click", async () => {
    const now = rows;
    const from = results.children.length;
    try {
      const following = await cards(from);
      if (now !== rows || from !== results.children.length) return;
      put(following);
      results.children[from].querySelector("a")?.focus();
    } catch {
      status.textContent = FAILED;
    }
  });
  /** @type {(wanted: number[], fitting: Set<string>, isNewest: () => boolean) => Promise<void>} */
  return async (wanted, fitting, isNewest) => {
    [rows, marks] = [wanted, fitting];
    more.hidden = true;
    const first = await cards(0);
    if (!isNewest()) return;
    results.replaceChildren();
    put(first);
  };
};

/** @param {View} view */
const tellFailed = ({ status, results, more, list, intro }) => {
  status.textContent = FAILED;
  results.replaceChildren();
  more.hidden = true;
  list.hidden = false;
  intro.hidden = false;
};

/**
 * Fills `place`, and keeps the focus of whoever was there.
 * @type {(place: HTMLElement, children: Node[], box: HTMLElement) => void}
 */
const put = (place, children, box) => {
  const used = place.contains(document.activeElement);
  place.replaceChildren(...children);
  if (used) box.focus();
};

/**
 * What shows the outcome: nothing appears before its first results are there, so that nothing is pushed down.
 * @param {View} view
 * @param {() => unknown} appear
 */
const stage = (view, appear) => {
  const title = heading();
  return {
    /** @param {State} state */
    shown: (state) => {
      appear();
      title(state);
      view.list.hidden = true;
      view.intro.hidden = true;
    },
    failed: () => {
      appear();
      tellFailed(view);
    },
  };
};

/**
 * Puts the form in `place` and its results in the place of the list. Fails, and changes nothing, if the table cannot
 * be fetched.
 * @param {HTMLElement} place
 */
export const attach = async (place) => {
  const table = await loaded();
  const state = stateOf(table.facets);
  const view = drawn();
  const show = listing(table, state, view);
  const every = [...table.keys.keys()];
  /** @param {Record<string, string>} values */
  const choose = (values) => {
    state.change(values);
    later();
  };
  const { form, box, draw } = controls(state, choose, place.contains(document.activeElement));
  const perhaps = offer(state, choose);
  const parts = [view.status, perhaps.line, view.chosen, form, view.results, view.more];
  const { shown, failed } = stage(view, () => form.isConnected || put(place, parts, box));
  /** @param {string[]} names */
  const drop = (names) => {
    choose(Object.fromEntries(names.map((name) => [name, ""])));
    box.value = state.text();
    box.focus();
  };
  /** @param {() => boolean} isNewest */
  const look = async (isNewest) => {
    const words = state.text();
    const found = words ? await search(words) : NO_WORDS;
    if (!isNewest()) return;
    const base = words ? found.keys.flatMap((key) => table.rowOf.get(key) ?? []) : every;
    const { certain, possible } = fitting(base, state.choices());
    const open = state.perhaps() ? ordered(possible, state.order(), table) : [];
    const left = [...ordered(certain, state.order(), table), ...open];
    draw(base);
    perhaps.draw(possible);
    view.chosen.replaceChildren(...chips(state, { every, found: base, left }, drop));
    view.status.textContent = sentence(found, left, possible.length, table, state);
    await show(left, found.fitting, isNewest);
    if (isNewest()) shown(state);
  };
  const later = paused((isNewest) => look(isNewest).catch(() => isNewest() && failed()));
  later();
};
