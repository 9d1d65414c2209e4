// Pictures that go along with an entry: which they are, what they are called.

/** @typedef {import("./package.js").Picture} Picture */
/** @typedef {import("./state.js").State} State */

export const PICTURES = "gambar";
/** How many go along at most. */
export const MOST = 8;

/** @type {(state: Pick<State, "data">) => string[]} */
const named = ({ data }) => {
  const items = /** @type {({ berkas?: string } | undefined)[]} */ (data[PICTURES] ?? []);
  return items.map((item) => item?.berkas ?? "");
};

/**
 * The fresh pictures that the entry still names.
 * @type {(state: Pick<State, "data" | "fresh">) => Picture[]}
 */
export const attached = (state) => state.fresh.filter(({ name }) => named(state).includes(name));

/**
 * A name that no picture of the entry has; that of the file on the phone may tell a person or a day.
 * @param {Pick<State, "data" | "fresh" | "pictures">} state
 */
export const freeName = (state) => {
  const taken = new Set([...named(state), ...state.pictures, ...state.fresh.map(({ name }) => name)]);
  let number = 1;
  while ([...taken].some((name) => name.startsWith(`gambar-${number}.`))) number++;
  return `gambar-${number}.jpg`;
};

/**
 * Whether what a store held are pictures.
 * @type {(held: any) => boolean}
 */
export const arePictures = (held) =>
  Array.isArray(held) && held.every((one) => typeof one?.name === "string" && typeof one.base64 === "string");
