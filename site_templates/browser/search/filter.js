// @ts-nocheck
// The list of innovations narrowed down: by words and by facets that combine, with the state in the address.
import { FAILED, card, element, number, paused, told } from "./results.js";
import { KEY, fetchJson, search } from "./search.js";

const STEP = 12;
const LONGEST_QUERY = 100, LONGEST_SHOWN = 60;
const ORDERS = { nama: "Nama", terbaru: "Terbaru", cocok: "Paling cocok" };

/** The table of all entries: `rows` in the order of names, each facet with the values that a row has. */
const loaded = async () => {
  const { kunci, bulan, saringan } = await fetchJson("saring.json");
  const keys = Array.from({ length: kunci.length / KEY }, (_, row) => kunci.slice(row * KEY, row * KEY + KEY));
  return { keys, months: bulan, facets: saringan, rowOf: new Map(keys.map((key, row) => [key, row])) };
};

/** Puts the form in `place` and its results in the place of the list. Fails, and changes nothing, if the table cannot be fetched. */
export const attach = async (place) => {
  const { keys, months, facets, rowOf } = await loaded();
  const list = document.getElementById("daftar");
  const status = element("p", { role: "status" });
  const state = new URLSearchParams(location.search);
  const unknown = [];
  const chosen = (facet) => facet.nilai.findIndex(([slug]) => slug === state.get(facet.nama));
  const refuse = (name, label) => {
    if (state.get(name)) unknown.push(`${label} "${[...state.get(name)].slice(0, LONGEST_SHOWN).join("")}"`);
    state.delete(name);
  };
  for (const facet of facets) if (chosen(facet) < 0) refuse(facet.nama, facet.label);
  if (!Object.hasOwn(ORDERS, state.get("urut"))) refuse("urut", "Urutan");
  const set = (name, value) => { if (value) state.set(name, value); else state.delete(name); };
  set("q", (state.get("q") ?? "").trim().slice(0, LONGEST_QUERY));

  const box = element("input", { type: "search", id: "kata", maxLength: LONGEST_QUERY, value: state.get("q") ?? "" });
  const selects = new Map(facets.map((facet) => [facet, element("select", { id: `pilih-${facet.nama}` })]));
  const order = element("select", { id: "urut" });
  const field = (control, label) =>
    element("p", {}, element("label", { htmlFor: control.id }, label), control);
  const chips = element("ul", { className: "k-chips" });
  const results = element("ul", { className: "k-cards" });
  const more = element("button", { type: "button", className: "k-button k-button-second", hidden: true }, "Tampilkan lagi");
  const form = element("form", { className: "k-isian" },
    field(box, "Kata kunci"), ...facets.map((facet) => field(selects.get(facet), facet.label)), field(order, "Urutkan"));
  const used = place.contains(document.activeElement);
  place.replaceChildren(form, status, chips, results, more);
  if (used) box.focus();

  /** Rows that fit every facet but `but`. */
  const fitting = (rows, but) => {
    const wanted = facets.filter((facet) => facet !== but && state.has(facet.nama)).map((facet) => [facet, chosen(facet)]);
    return rows.filter((row) => wanted.every(([{ isi, ragam }, value]) => ragam[isi[row]].includes(value)));
  };
  const counts = (facet, rows) => {
    const found = facet.nilai.map(() => 0);
    for (const row of fitting(rows, facet)) for (const value of facet.ragam[facet.isi[row]]) found[value]++;
    return found;
  };
  const option = (value, text, selected, disabled) => element("option", { value, selected, disabled }, text);
  const drawControls = (rows) => {
    for (const [facet, select] of selects) {
      const found = counts(facet, rows), now = chosen(facet);
      select.replaceChildren(option("", "Semua", now < 0),
        ...facet.nilai.map(([slug, label], value) => [slug, label, value])
          .filter(([, , value]) => found[value] || value === now)
          .map(([slug, label, value]) => option(slug, `${label} (${number(found[value])})`, value === now)));
    }
    const now = ordering();
    order.replaceChildren(...Object.entries(ORDERS).filter(([name]) => name !== "cocok" || state.get("q"))
      .map(([name, label]) => option(name, label, name === now)));
  };
  const ordering = () => {
    const asked = state.get("urut");
    return asked && (asked !== "cocok" || state.get("q")) ? asked : state.get("q") ? "cocok" : "nama";
  };

  const chip = (label, remove) => {
    const button = element("button", { type: "button" }, label, element("span", { ariaHidden: "true" }, " ✕"));
    button.setAttribute("aria-label", `Hapus saringan ${label}`);
    button.addEventListener("click", () => { remove(); changed(); box.focus(); });
    return element("li", {}, button);
  };
  const drop = (...names) => () => {
    for (const name of names) state.delete(name);
    box.value = state.get("q") ?? "";
  };
  const drawChips = (rows, empty) => {
    const active = facets.filter((facet) => state.has(facet.nama));
    const without = (left) => (empty ? ` (${number(left.length)} inovasi bila dihapus)` : "");
    const items = active.map((facet) =>
      chip(`${facet.label}: ${facet.nilai[chosen(facet)][1]}${without(fitting(rows, facet))}`, drop(facet.nama)));
    if (state.get("q")) items.unshift(chip(`Kata kunci: ${state.get("q")}${without(fitting([...keys.keys()]))}`, drop("q")));
    if (items.length > 1) items.push(chip("Semua", drop("q", ...facets.map(({ nama }) => nama))));
    chips.replaceChildren(...items);
  };

  const sentence = (found, count) => {
    const ignored = unknown.length ? `Tidak dikenal dan diabaikan: ${unknown.join(", ")}. ` : "";
    if (count) return ignored + (state.get("q") ? told({ ...found, keys: rows }) : `${number(count)} inovasi.`);
    if (!keys.length) return "Katalog ini belum memuat inovasi.";
    const narrowed = facets.some(({ nama }) => state.has(nama));
    return ignored + (narrowed ? "Tidak ada inovasi yang cocok. Hapus salah satu saringan di bawah." : told(found));
  };

  let rows = [], marks = new Set();
  const cards = (from) => Promise.all(rows.slice(from, from + STEP).map((row) => card(keys[row], marks)));
  const put = (children) => {
    results.append(...children);
    more.hidden = results.children.length >= rows.length;
  };
  const draw = async (isNewest) => {
    try {
      const text = state.get("q") ?? "";
      const found = text ? await search(text) : { asked: [], keys: [], fitting: new Set() };
      if (!isNewest()) return;
      const base = text ? found.keys.map((key) => rowOf.get(key)).filter((row) => row !== undefined) : [...keys.keys()];
      rows = fitting(base);
      marks = found.fitting;
      if (ordering() === "nama") rows.sort((a, b) => a - b);
      if (ordering() === "terbaru") rows.sort((a, b) => months[b] - months[a] || a - b);
      drawControls(base);
      drawChips(base, !rows.length);
      status.textContent = sentence(found, rows.length);
      more.hidden = true;
      const first = await cards(0);
      if (!isNewest()) return;
      results.replaceChildren();
      put(first);
      list.hidden = true;
    } catch {
      if (!isNewest()) return;
      status.textContent = FAILED;
      results.replaceChildren();
      more.hidden = true;
      list.hidden = false;
    }
  };
  const later = paused(draw);
  const changed = () => {
    unknown.length = 0;
    history.replaceState(null, "", state.size ? `?${state}` : location.pathname);
    later();
  };
  const choose = (name, value) => { set(name, value); changed(); };
  box.addEventListener("input", () => choose("q", box.value.trim()));
  for (const [facet, select] of selects) select.addEventListener("change", () => choose(facet.nama, select.value));
  order.addEventListener("change", () => choose("urut", order.value));
  form.addEventListener("submit", (event) => event.preventDefault());
  more.addEventListener("click", async () => {
    const now = rows, from = results.children.length;
    try {
      const following = await cards(from);
      if (now !== rows || from !== results.children.length) return;
      put(following);
      results.children[from].querySelector("a").focus();
    } catch {
      status.textContent = FAILED;
    }
  });
  later();
};
