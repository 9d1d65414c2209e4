// The list of innovations narrowed down: by words and by facets that combine, with the state in the address.
// What is not recorded is not "no": such an entry fits any value perhaps, and is shown when asked for (`mungkin=ya`).
import { chips, controls, offer } from "./filter_form.js";
import { stateOf } from "./filter_state.js";
import { fitting, loaded, ordered } from "./filter_table.js";
import { drawn, listing, NO_WORDS, stage, telling } from "./filter_view.js";
import { search } from "./search.js";
import { paused, slowly } from "./typing.js";

/**
 * @typedef {import("./filter_table.js").Table} Table
 * @typedef {import("./filter_state.js").State} State
 * @typedef {import("./search.js").Found} Found
 */

/**
 * Of the rows with the words of the search, or of all: those that are left, and those that only may fit.
 * @type {(state: State, found: Found, table: Table) => { base: number[], left: number[], possible: number[] }}
 */
const narrowed = (state, found, table) => {
  const all = [...table.keys.keys()];
  const base = state.text() ? found.keys.flatMap((key) => table.rowOf.get(key) ?? []) : all;
  const { certain, possible } = fitting(base, state.choices());
  const open = state.perhaps() ? ordered(possible, state.order(), table) : [];
  return { base, left: [...ordered(certain, state.order(), table), ...open], possible };
};

/**
 * What is shown: the rows that are left and, where only words were asked for, all else that was found among them.
 * @type {(state: State, found: Found, rows: number[], table: Table) => string[]}
 */
const everything = (state, found, rows, { keys }) =>
  state.text() && !state.choices().size && state.order() === "cocok" ? found.keys : rows.map((row) => keys[row]);

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
 * Puts the form in `place` and its results in the place of the list. Fails, and changes nothing, if the table cannot
 * be fetched.
 * @param {HTMLElement} place
 */
export const attach = async (place) => {
  const table = await loaded();
  const state = stateOf(table.facets);
  const view = drawn();
  const show = listing(table, state, view);
  /** @param {Record<string, string>} values */
  const choose = (values) => {
    state.change(values);
    later();
  };
  const { form, box, draw } = controls(state, choose, place.contains(document.activeElement));
  const perhaps = offer(state, choose);
  const { status, notes, chosen, results, more, onward } = view;
  const parts = [status, notes, perhaps.line, chosen, form, results, more, onward];
  const { shown, failed } = stage(view, () => form.isConnected || put(place, parts, box));
  /** @param {string[]} names */
  const drop = (names) => {
    choose(Object.fromEntries(names.map((name) => [name, ""])));
    box.value = state.text();
    box.focus();
  };
  /** @param {() => boolean} isNewest */
  const look = async (isNewest) => {
    const found = state.text() ? await search(state.text()) : NO_WORDS;
    const { base, left, possible } = narrowed(state, found, table);
    const keys = everything(state, found, left, table);
    const tell = await telling(view, { found, keys, possible: possible.length }, table, state);
    if (!isNewest()) return;
    draw(base);
    perhaps.draw(possible);
    chosen.replaceChildren(...chips(state, { every: [...table.keys.keys()], found: base, left: keys }, drop));
    tell();
    await show(keys, found, isNewest);
    if (isNewest()) shown(state);
  };
  /** @param {string} sentence */
  const say = (sentence) => {
    status.textContent = sentence;
  };
  const coming = (/** @type {() => boolean} */ isNewest) => slowly(look(isNewest), isNewest, say);
  const later = paused((isNewest) => coming(isNewest).catch((error) => isNewest() && failed(error)));
  later();
};
