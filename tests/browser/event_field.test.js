// What is asked of an event of an entry's history.
import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.document = { getElementById: () => null };
globalThis.location = new URL("https://contoh.go.id/kontribusi/formulir/");
const { askedOf, eventParts } = await import("../../site_templates/browser/form/event_field.js");

const PARTS = ["tanggal", "keterangan", "alasan", "keadaan"].map((key) => ({ key }));
const RULES = { berhenti: "dihentikan", laporan: "dilaporkan" };
const keys = (event) => askedOf(PARTS, event, RULES).map(({ key }) => key).join(" ");

test("a reason is asked of what was stopped, a state of a report, and what is written stays in sight", () => {
  assert.equal(keys({}), "tanggal keterangan");
  assert.equal(keys({ peristiwa: "penerapan", alasan: " ", keadaan: "" }), "tanggal keterangan alasan");
  assert.equal(keys({ peristiwa: "penerapan" }), "tanggal keterangan");
  assert.equal(keys({ peristiwa: "dihentikan" }), "tanggal keterangan alasan");
  assert.equal(keys({ peristiwa: "dilaporkan", alasan: "Usang." }), "tanggal keterangan alasan keadaan");
});

test("the parts follow what is chosen, and nothing is drawn anew without need", () => {
  const drawn = [];
  document.createElement = () => ({ append() {}, replaceChildren: (...all) => drawn.push(all.join(" ")) });
  let told;
  const choice = { addEventListener: (name, act) => name === "change" && (told = act) };
  const event = {};
  const host = { at: () => event, form: { aturan: RULES } };
  assert.equal(eventParts(PARTS, ["riwayat", 0], choice, host, ({ key }, path) => `${path.join(".")}=${key}`)[0], choice);
  assert.equal(drawn.length, 1);
  told();
  event.peristiwa = "dihentikan";
  told();
  assert.deepEqual(drawn, [
    "riwayat.0.tanggal=tanggal riwayat.0.keterangan=keterangan",
    "riwayat.0.tanggal=tanggal riwayat.0.keterangan=keterangan riwayat.0.alasan=alasan",
  ]);
  eventParts(PARTS, ["riwayat", 1], choice, { ...host, at: () => undefined }, () => "");
});
