// The heading, the tab's title and the page's description name what is shown: the words, else what is chosen, else all.
/** @typedef {import("./filter_state.js").State} State */

/** @type {(state: State) => string} */
const named = (state) => {
  if (state.text()) return `Hasil untuk “${state.text()}”`;
  return [...state.choices()].map(([facet, value]) => facet.nilai[value][1]).join(", ");
};

/** Draws the heading of the page for a state. */
export const heading = () => {
  const place = /** @type {HTMLElement} */ (document.querySelector("h1"));
  const before = place.textContent ?? "";
  const title = document.title;
  const about = /** @type {HTMLMetaElement | null} */ (document.querySelector("meta[name=description]"));
  const description = about?.content ?? "";
  /** @param {State} state */
  return (state) => {
    const text = named(state) || before;
    place.textContent = text;
    document.title = title.replace(before, () => text);
    if (about) about.content = text === before ? description : `${text}. ${description}`;
  };
};
