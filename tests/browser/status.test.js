// A hand-in found by its number.
import assert from "node:assert/strict";
import { test } from "node:test";

const places = new Map();
globalThis.document = { getElementById: (id) => places.get(id) ?? null, querySelectorAll: () => rows };
globalThis.location = new URL("https://contoh.go.id/kontribusi/status/?nomor=2026-11-03-ABCDEF");
const { attach } = await import("../../site_templates/browser/page/status.js");
const { isWhole, read, told } = await import("../../site_templates/browser/page/hand_in_number.js");

const STATES = new Map([["2026-11-03-abcdef", "Diterima"], ["2026-11-02-3bab05", "Ditanyakan"]]);
const rows = [...STATES].map(([nomor, keadaan]) => ({ dataset: { nomor, keadaan }, hidden: false }));

test("a number is read as it is pasted, with words, dashes and blanks around it", () => {
  for (const typed of ["2026-11-03-ABCDEF", " Nomor kiriman: 2026\u201311\u201303\u2013abcdef. ", "2026-11-03 - abcdef"])
    assert.equal(read(typed), "2026-11-03-abcdef");
  assert.equal(read("#AbC!"), "abc");
  assert.deepEqual(["2026-11-03-abcdef", "2026-11-03-abc", "x2026-11-03-abcdef"].map(isWhole), [true, false, false]);
});

test("what is on the page is told with its state, what is not with what that means", () => {
  assert.equal(told("2026-11-03-abcdef", STATES), "Kiriman 2026-11-03-abcdef: Diterima.");
  for (const none of ["", "2026-11", "abc"]) assert.equal(told(none, STATES), "");
  assert.match(told("zzz", STATES), /belum lengkap/);
  assert.match(told("2026-11-09-ffffff", STATES), /belum tercatat di sini/);
});

test("the box narrows the list and fills the question in, and takes the focus where its place had it", () => {
  const made = [];
  document.createElement = (tag) => {
    const one = { tag, append() {}, setAttribute() {}, replaceChildren: (...all) => (one.said = all) };
    one.addEventListener = (_, act) => (one.act = act);
    return made[made.push(one) - 1];
  };
  const [link, text] = [{ href: "https://wa.me/62?text=NOMOR-ANDA" }, { textContent: "Tanya tentang NOMOR-ANDA" }];
  places.set("tanya-nomor", { querySelectorAll: () => [link], querySelector: () => text });
  const place = { dataset: { ganti: "NOMOR-ANDA" }, replaceChildren() {}, contains: () => false };
  attach(place);
  const [control, said] = made;
  assert.deepEqual(rows.map(({ hidden }) => hidden), [false, true]);
  assert.equal(said.said[0], "Kiriman 2026-11-03-abcdef: Diterima.");
  assert.deepEqual([link.href, text.textContent], ["https://wa.me/62?text=2026-11-03-abcdef", "Tanya tentang 2026-11-03-abcdef"]);
  control.value = "";
  control.act();
  assert.deepEqual([...rows.map(({ hidden }) => hidden), link.href], [false, false, "https://wa.me/62?text=NOMOR-ANDA"]);
  places.clear();
  location.search = "";
  let entered = 0;
  control.focus = () => entered++;
  document.createElement = () => control;
  for (const held of [false, true]) attach({ ...place, dataset: {}, contains: () => held });
  assert.equal(entered, 1);
});
