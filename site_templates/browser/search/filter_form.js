// The controls of the filters, and the list of what is chosen.
import { LONGEST_QUERY, ORDERS } from "./filter_state.js";
import { counts, fitting, lacking } from "./filter_table.js";
import { element, number } from "./results.js";

/**
 * @typedef {import("./filter_table.js").Facet} Facet
 * @typedef {import("./filter_state.js").State} State
 * @typedef {(values: Record<string, string>) => void} Choose
 */

/** @type {(value: string, text: string, selected: boolean) => HTMLOptionElement} */
const option = (value, text, selected) => element("option", { value, selected }, text);

/** @type {(control: HTMLElement, label: string) => HTMLElement} */
const labelled = (control, label) => element("p", {}, element("label", { htmlFor: control.id }, label), control);

/** @type {(count: import("./filter_table.js").Count) => string} */
const counted = ({ certain, possible }) => number(certain) + (possible ? `, mungkin ${number(possible)} lagi` : "");

/** @type {(facet: Facet, rows: number[], state: State) => HTMLOptionElement[]} */
const optionsOf = (facet, rows, state) => {
  const choices = state.choices();
  const found = counts(facet, rows, choices);
  const now = choices.get(facet);
  const shown = facet.nilai.flatMap(([slug, label], value) =>
    found[value].certain || found[value].possible || value === now
      ? [option(slug, `${label} (${counted(found[value])})`, value === now)]
      : [],
  );
  return [option("", "Semua", now === undefined), ...shown];
};

/** @type {(state: State) => HTMLOptionElement[]} */
const ordersOf = (state) => {
  const now = state.order();
  const fit = Object.entries(ORDERS).filter(([name]) => name !== "cocok" || state.text());
  return fit.map(([name, label]) => option(name, label, name === now));
};

/**
 * The form, its box of words, and what draws the choices that `rows` leave. The filters are `open` for who asked for
 * them; who came to see results finds them folded.
 * @param {State} state
 * @param {Choose} choose
 * @param {boolean} open
 */
export const controls = (state, choose, open) => {
  const box = element("input", { type: "search", id: "kata", maxLength: LONGEST_QUERY, value: state.text() });
  const order = element("select", { id: "urut" });
  const selects = state.facets.map((facet) => ({ facet, select: element("select", { id: `pilih-${facet.nama}` }) }));
  const fields = selects.map(({ facet, select }) => labelled(select, facet.label));
  const summary = element("summary", {}, "Saring");
  const inside = element("div", { className: "k-isian" }, ...fields, labelled(order, "Urutkan"));
  const folded = element("details", { className: "k-filt", open }, summary, inside);
  const label = element("label", { htmlFor: box.id, className: "k-unseen" }, "Kata kunci");
  const form = element("form", { className: "k-saring" }, element("p", {}, label, box), folded);
  box.addEventListener("input", () => choose({ q: box.value.trim() }));
  order.addEventListener("change", () => choose({ urut: order.value }));
  for (const { facet, select } of selects)
    select.addEventListener("change", () => choose({ [facet.nama]: select.value }));
  form.addEventListener("submit", (event) => event.preventDefault());
  /** @param {number[]} rows */
  const draw = (rows) => {
    for (const { facet, select } of selects) select.replaceChildren(...optionsOf(facet, rows, state));
    order.replaceChildren(...ordersOf(state));
    const chosen = state.choices().size;
    summary.textContent = chosen ? `Saring (${chosen})` : "Saring";
  };
  return { form, box, draw };
};

/**
 * The line that offers to show what may fit too, and what draws it for these rows.
 * @param {State} state
 * @param {Choose} choose
 */
export const offer = (state, choose) => {
  const box = element("input", { type: "checkbox", id: "mungkin" });
  const text = element("span");
  const label = element("label", {}, box, " ", text);
  const line = element("p", { className: "k-pilih", hidden: true }, label);
  box.addEventListener("change", () => choose({ mungkin: box.checked ? "ya" : "" }));
  /** @param {number[]} possible */
  const draw = (possible) => {
    box.checked = state.perhaps();
    line.hidden = !possible.length;
    const open = lacking(possible, state.choices());
    text.textContent = `Tampilkan juga ${number(possible.length)} lagi yang mungkin: ${open} belum tercatat.`;
  };
  return { line, draw };
};

/** @type {(label: string, remove: () => void) => HTMLElement} */
const chip = (label, remove) => {
  const button = element("button", { type: "button" }, label, element("span", { ariaHidden: "true" }, " ✕"));
  button.setAttribute("aria-label", `Hapus saringan ${label}`);
  button.addEventListener("click", remove);
  return element("li", {}, button);
};

/**
 * An item to remove for everything that is chosen; where nothing is `left`, with how many entries it would give back.
 * @param {State} state
 * @param {{ every: number[], found: number[], left: unknown[] }} rows all of them, those with the words, what is shown
 * @param {(names: string[]) => void} drop
 */
export const chips = (state, { every, found, left }, drop) => {
  const choices = state.choices();
  /** @param {number[]} rows */
  const without = (rows) => (left.length ? "" : ` (${number(rows.length)} inovasi bila dihapus)`);
  const items = [...choices].map(([facet, value]) =>
    chip(`${facet.label}: ${facet.nilai[value][1]}${without(fitting(found, choices, facet).certain)}`, () =>
      drop([facet.nama]),
    ),
  );
  if (state.text())
    items.unshift(chip(`Kata kunci: ${state.text()}${without(fitting(every, choices).certain)}`, () => drop(["q"])));
  if (items.length > 1) items.push(chip("Semua", () => drop(["q", ...state.facets.map(({ nama }) => nama)])));
  return items;
};
