// What stands on the list of innovations while somebody searches or filters.
import { heading } from "./filter_heading.js";
import { lacking } from "./filter_table.js";
import { card, element, isEntry, leadOn, number, remarks, sorry, told } from "./results.js";

/**
 * @typedef {import("./filter_table.js").Table} Table
 * @typedef {import("./filter_state.js").State} State
 * @typedef {import("./search.js").Found} Found
 * @typedef {ReturnType<typeof drawn>} View
 * @typedef {object} Outcome
 * @property {Found} found what the words found
 * @property {string[]} keys what of it is shown, or of all innovations if there are no words
 * @property {number} possible innovations that may fit the filters
 */

const STEP = 12;
/** @type {Found} */
export const NO_WORDS = {
  asked: [],
  keys: [],
  hints: [],
  whole: true,
  weak: false,
  more: false,
  fitting: new Set(),
  through: new Map(),
  corrected: [],
  placeless: new Set(),
};

/** @type {(outcome: Outcome, table: Table, state: State) => string} */
const sentence = ({ found, keys, possible }, table, state) => {
  const words = () => (state.text() ? told({ ...found, keys }) : `${number(keys.length)} inovasi.`);
  const some = possible && state.perhaps() ? ` ${number(possible)} di antaranya belum pasti.` : "";
  if (keys.length) return state.ignored() + words() + some;
  if (possible) return `${state.ignored()}Tidak ada inovasi yang pasti cocok.`;
  if (!table.keys.length) return "Katalog ini belum memuat inovasi.";
  const narrowed = "Tidak ada inovasi yang cocok. Hapus salah satu saringan di bawah.";
  return state.ignored() + (state.choices().size ? narrowed : told(found));
};

export const drawn = () => ({
  status: element("p", { role: "status" }),
  notes: element("div", { className: "k-pesan", hidden: true }),
  onward: element("div"),
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
export const listing = (table, state, { results, more, status }) => {
  /** @type {string[]} */
  let keys = [];
  let ways = NO_WORDS;
  /** @param {string} key */
  const shown = (key) => {
    const row = table.rowOf.get(key);
    return card(key, ways, row === undefined ? "" : lacking([row], state.choices()));
  };
  /** @param {number} from */
  const cards = (from) => Promise.all(keys.slice(from, from + STEP).map(shown));
  /** @param {Node[]} children */
  const put = (children) => {
    results.append(...children);
    more.hidden = results.children.length >= keys.length;
  };
  more.addEventListener("click", async () => {
    const now = keys;
    const from = results.children.length;
    try {
      const following = await cards(from);
      if (now !== keys || from !== results.children.length) return;
      put(following);
      results.children[from].querySelector("a")?.focus();
    } catch (error) {
      status.textContent = sorry(/** @type {Error} */ (error));
    }
  });
  /** @type {(wanted: string[], found: Found, isNewest: () => boolean) => Promise<void>} */
  return async (wanted, found, isNewest) => {
    [keys, ways] = [wanted, found];
    more.hidden = true;
    const first = await cards(0);
    if (!isNewest()) return;
    results.replaceChildren();
    put(first);
  };
};

/** @type {(view: View, error: Error) => void} */
const tellFailed = ({ status, notes, onward, results, more, list, intro }, error) => {
  status.textContent = sorry(error);
  results.replaceChildren();
  onward.replaceChildren();
  notes.hidden = true;
  more.hidden = true;
  list.hidden = false;
  intro.hidden = false;
};

/**
 * What shows the outcome: nothing appears before its first results are there, so that nothing is pushed down.
 * @param {View} view
 * @param {() => unknown} appear
 */
export const stage = (view, appear) => {
  const title = heading();
  return {
    /** @param {State} state */
    shown: (state) => {
      appear();
      title(state);
      view.list.hidden = true;
      view.intro.hidden = true;
    },
    /** @param {Error} error */
    failed: (error) => {
      appear();
      tellFailed(view, error);
    },
  };
};

/**
 * Says what was found, what is to be known beside it, and where to go on from little.
 * @type {(view: View, outcome: Outcome, table: Table, state: State) => Promise<() => void>}
 */
export const telling = async (view, outcome, table, state) => {
  const { found, keys } = outcome;
  const beside = await remarks(found, state.addressOf);
  return () => {
    view.status.textContent = sentence(outcome, table, state);
    view.notes.replaceChildren(...beside);
    view.notes.hidden = !beside.length;
    view.onward.replaceChildren(
      ...(state.text() && (found.weak || !(found.whole && keys.some(isEntry))) ? [leadOn(state.text())] : []),
    );
  };
};
