// The list of innovations narrowed down: by words and by facets that combine, with the state in the address.
// What is not recorded is not "no": such an entry fits any value perhaps, and is shown when asked for (`mungkin=ya`).
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
  if (state.get("mungkin") !== "ya") refuse("mungkin", "Mungkin");
  const set = (name, value) => { if (value) state.set(name, value); else state.delete(name); };
  set("q", (state.get("q") ?? "").trim().slice(0, LONGEST_QUERY));

  const box = element("input", { type: "search", id: "kata", maxLength: LONGEST_QUERY, value: state.get("q") ?? "" });
  const selects = new Map(facets.map((facet) => [facet, element("select", { id: `pilih-${facet.nama}` })]));
  const order = element("select", { id: "urut" });
  const field = (control, label) =>
    element("p", {}, element("label", { htmlFor: control.id }, label), control);
  const perhaps = element("input", { type: "checkbox", id: "mungkin", checked: state.has("mungkin") });
  const offer = element("span");
  const offered = element("p", { className: "k-pilih", hidden: true }, element("label", {}, perhaps, " ", offer));
  const chips = element("ul", { className: "k-chips" });
  const results = element("ul", { className: "k-cards" });
  const more = element("button", { type: "button", className: "k-button k-button-second", hidden: true }, "Tampilkan lagi");
  const form = element("form", { className: "k-isian" },
    field(box, "Kata kunci"), ...facets.map((facet) => field(selects.get(facet), facet.label)), field(order, "Urutkan"));
  const used = place.contains(document.activeElement);
  place.replaceChildren(form, status, offered, chips, results, more);
  if (used) box.focus();

  const values = ({ isi, ragam }, row) => ragam[isi[row]];
  const has = (facet, value, row) => values(facet, row).includes(value);
  const lacks = ({ isi, belum }, row) => belum.includes(isi[row]);
  const may = (facet, value, row) => has(facet, value, row) || (lacks(facet, row) && !facet.pasti.includes(value));
  const active = () => facets.filter(({ nama }) => state.has(nama));
  /** Rows that fit every facet but `but`: those that do, and those that may since a value of theirs is not recorded. */
  const fitting = (rows, but) => {
    const wanted = active().filter((facet) => facet !== but).map((facet) => [facet, chosen(facet)]);
    const fits = (row) => wanted.every((want) => has(...want, row));
    const might = (row) => !fits(row) && wanted.every((want) => may(...want, row));
    return { certain: rows.filter(fits), possible: rows.filter(might) };
  };
  /** Per value of a facet: how many rows it would leave, and how many others perhaps. */
  const counts = (facet, rows) => {
    const found = facet.nilai.map(() => ({ certain: 0, possible: 0 }));
    const left = fitting(rows, facet);
    for (const kind of ["certain", "possible"])
      for (const row of left[kind]) for (const value of values(facet, row)) found[value][kind]++;
    const unknown = [...left.certain, ...left.possible].filter((row) => lacks(facet, row)).length;
    found.forEach((count, value) => { if (!facet.pasti.includes(value)) count.possible += unknown; });
    return found;
  };
  const counted = ({ certain, possible }) => number(certain) + (possible ? `, mungkin ${number(possible)} lagi` : "");
  const option = (value, text, selected, disabled) => element("option", { value, selected, disabled }, text);
  const drawControls = (rows) => {
    for (const [facet, select] of selects) {
      const found = counts(facet, rows), now = chosen(facet);
      select.replaceChildren(option("", "Semua", now < 0),
        ...facet.nilai.map(([slug, label], value) => [slug, label, value])
          .filter(([, , value]) => found[value].certain || found[value].possible || value === now)
          .map(([slug, label, value]) => option(slug, `${label} (${counted(found[value])})`, value === now)));
    }
    const now = ordering();
    order.replaceChildren(...Object.entries(ORDERS).filter(([name]) => name !== "cocok" || state.get("q"))
      .map(([name, label]) => option(name, label, name === now)));
  };
  const ordering = () => {
    const asked = state.get("urut");
    return asked && (asked !== "cocok" || state.get("q")) ? asked : state.get("q") ? "cocok" : "nama";
  };
  const inOrder = (some) => {
    if (ordering() === "nama") some.sort((a, b) => a - b);
    if (ordering() === "terbaru") some.sort((a, b) => months[b] - months[a] || a - b);
    return some;
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
    const without = (left) => (empty ? ` (${number(left.length)} inovasi bila dihapus)` : "");
    const items = active().map((facet) =>
      chip(`${facet.label}: ${facet.nilai[chosen(facet)][1]}${without(fitting(rows, facet).certain)}`, drop(facet.nama)));
    if (state.get("q")) items.unshift(chip(`Kata kunci: ${state.get("q")}${without(fitting([...keys.keys()]).certain)}`, drop("q")));
    if (items.length > 1) items.push(chip("Semua", drop("q", ...facets.map(({ nama }) => nama))));
    chips.replaceChildren(...items);
  };

  /** The facets asked for in which one of these rows may fit, though that is not recorded. */
  const lacking = (some) => {
    const open = (facet) => some.some((row) => !has(facet, chosen(facet), row));
    return active().filter(open).map(({ label }) => label.toLowerCase()).join(" atau ");
  };
  const drawOffer = (possible) => {
    offered.hidden = !possible.length;
    offer.textContent = `Tampilkan juga ${number(possible.length)} lagi yang mungkin: ${lacking(possible)} belum tercatat.`;
  };
  const sentence = (found, count, possible) => {
    const ignored = unknown.length ? `Tidak dikenal dan diabaikan: ${unknown.join(", ")}. ` : "";
    const some = possible && perhaps.checked ? ` ${number(possible)} di antaranya belum pasti.` : "";
    if (count) return ignored + (state.get("q") ? told({ ...found, keys: rows }) : `${number(count)} inovasi.`) + some;
    if (possible) return `${ignored}Tidak ada inovasi yang pasti cocok.`;
    if (!keys.length) return "Katalog ini belum memuat inovasi.";
    return ignored + (active().length ? "Tidak ada inovasi yang cocok. Hapus salah satu saringan di bawah." : told(found));
  };

  let rows = [], marks = new Set();
  const cards = (from) => Promise.all(rows.slice(from, from + STEP).map((row) => card(keys[row], marks, lacking([row]))));
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
      const { certain, possible } = fitting(base);
      rows = [...inOrder(certain), ...(perhaps.checked ? inOrder(possible) : [])];
      marks = found.fitting;
      drawControls(base);
      drawOffer(possible);
      drawChips(base, !rows.length);
      status.textContent = sentence(found, rows.length, possible.length);
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
    if (!active().length) state.delete("mungkin");
    perhaps.checked = state.has("mungkin");
    history.replaceState(null, "", state.size ? `?${state}` : location.pathname);
    later();
  };
  const choose = (name, value) => { set(name, value); changed(); };
  box.addEventListener("input", () => choose("q", box.value.trim()));
  for (const [facet, select] of selects) select.addEventListener("change", () => choose(facet.nama, select.value));
  order.addEventListener("change", () => choose("urut", order.value));
  perhaps.addEventListener("change", () => choose("mungkin", perhaps.checked && "ya"));
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
