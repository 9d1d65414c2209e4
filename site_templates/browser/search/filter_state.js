// What the filters are set to; it stands in the page's address.

/**
 * @typedef {import("./filter_table.js").Facet} Facet
 * @typedef {import("./filter_table.js").Order} Order
 * @typedef {ReturnType<typeof stateOf>} State
 */

/** @type {Record<Order, string>} */
export const ORDERS = { nama: "Nama", terbaru: "Terbaru", cocok: "Paling cocok" };
export const LONGEST_QUERY = 100;
const LONGEST_SHOWN = 60;

/** @type {(facet: Facet, slug: string | null) => number} */
const placeOf = (facet, slug) => facet.nilai.findIndex(([known]) => known === slug);

/**
 * Takes out of the parameters what the filters do not know, and says what that was.
 * @type {(parameters: URLSearchParams, facets: Facet[]) => string[]}
 */
const refused = (parameters, facets) => {
  const wrong = facets.filter((facet) => placeOf(facet, parameters.get(facet.nama)) < 0);
  const names = wrong.map(({ nama, label }) => [nama, label]);
  if (!Object.hasOwn(ORDERS, parameters.get("urut") ?? "")) names.push(["urut", "Urutan"]);
  if (parameters.get("mungkin") !== "ya") names.push(["mungkin", "Mungkin"]);
  return names.flatMap(([name, label]) => {
    const value = [...(parameters.get(name) ?? "")].slice(0, LONGEST_SHOWN).join("");
    parameters.delete(name);
    return value ? [`${label} "${value}"`] : [];
  });
};

/** @param {Facet[]} facets */
export const stateOf = (facets) => {
  const parameters = new URLSearchParams(location.search);
  let unknown = refused(parameters, facets);
  /** @type {(name: string, value: string) => void} */
  const set = (name, value) => {
    if (value) parameters.set(name, value);
    else parameters.delete(name);
  };
  set("q", (parameters.get("q") ?? "").trim().slice(0, LONGEST_QUERY));
  return {
    facets,
    text: () => parameters.get("q") ?? "",
    /** @returns {import("./filter_table.js").Choices} */
    choices: () => {
      const active = facets.filter(({ nama }) => parameters.has(nama));
      return new Map(active.map((facet) => [facet, placeOf(facet, parameters.get(facet.nama))]));
    },
    /** @param {string} words */
    addressOf: (words) => `?${new URLSearchParams({ q: words })}`,
    /** Whether what may fit is shown too. */
    perhaps: () => parameters.has("mungkin"),
    /** @returns {Order} */
    order: () => {
      const text = parameters.has("q");
      const wanted = /** @type {Order | null} */ (parameters.get("urut"));
      if (wanted && (wanted !== "cocok" || text)) return wanted;
      return text ? "cocok" : "nama";
    },
    /** What the address named and the filters do not know, until something is chosen. */
    ignored: () => (unknown.length ? `Tidak dikenal dan diabaikan: ${unknown.join(", ")}. ` : ""),
    /** @param {Record<string, string>} values "" takes out */
    change: (values) => {
      for (const [name, value] of Object.entries(values)) set(name, value);
      if (!facets.some(({ nama }) => parameters.has(nama))) parameters.delete("mungkin");
      unknown = [];
      try {
        history.replaceState(null, "", `${parameters}` ? `?${parameters}` : location.pathname);
      } catch {
        // Safari refuses a hundred of them within seconds of typing; the next one writes the whole address anyway.
      }
    },
  };
};
