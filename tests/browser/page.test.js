// What every part makes its elements and copies with.
import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.document = { getElementById: () => null };
globalThis.location = new URL("https://contoh.go.id/inovasi/");
const { element } = await import("../../site_templates/browser/page/boot.js");
const { blank, ownCopy } = await import("../../site_templates/browser/form/state.js");

test("what screen readers are told is an attribute, for browsers that do not know its property", () => {
  const written = [];
  const made = { append() {}, setAttribute: (...attribute) => written.push(attribute) };
  document.createElement = () => made;
  element("p", { role: "status", ariaLabel: "Ubah", ariaHidden: null, className: "k-box", tabIndex: -1 });
  assert.deepEqual(written, [["role", "status"], ["aria-label", "Ubah"]]);
  assert.deepEqual([made.className, made.tabIndex], ["k-box", -1]);
});

test("a copy of a state has data of its own", () => {
  const state = { ...blank(), data: { riwayat: [{ tanggal: "2025" }] } };
  const copy = ownCopy(state);
  assert.deepEqual(copy, state);
  assert.notEqual(copy.data.riwayat[0], state.data.riwayat[0]);
});
