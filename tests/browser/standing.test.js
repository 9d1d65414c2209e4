// What an entry changes in the years.
import assert from "node:assert/strict";
import { test } from "node:test";
import { closedYears, effects } from "../../site_templates/browser/checks/entry.js";
import { AGENCIES, CONTEXT } from "./entries.js";

const at = (peristiwa, tanggal) => ({ peristiwa, tanggal });
const RULE = { tahun: 2026, ditutup: false, peristiwa: ["uji-coba", "penerapan"], minimum: 1, kolaborasi: true };
const effect = (data, { rule = {}, agencies = {}, ...more } = {}) =>
  effects(data, { ...CONTEXT, kepatuhan: { ...RULE, ...rule }, perangkat_daerah: { ...AGENCIES, ...agencies }, ...more });
const counting = { riwayat: [at("penerapan", "2026")] };

test("of a closed year a new event that would have counted is told, with what was published it is not", () => {
  const form = { ditutup: { pesan: "", tahun: { 2024: ["penerapan"], 2025: ["penerapan", "uji-coba"] } } };
  const closed = (events, before) => closedYears({ riwayat: events }, before ? { riwayat: before } : {}, form);
  assert.deepEqual(closed([at("penerapan", " 2024-05 "), at("uji-coba", "2025"), at("uji-coba", "2023")]), ["2024", "2025"]);
  assert.deepEqual(closed([at("uji-coba", "2024")]), []);
  assert.deepEqual(closed([at("penerapan", "2024")], [at("penerapan", " 2024")]), []);
  assert.deepEqual(closed([at("penerapan", "2024-01")], [at("penerapan", "2024"), at("penerapan")]), ["2024"]);
  assert.deepEqual(closed([at("penerapan")]), []);
  assert.deepEqual(closedYears({}, {}, form), []);
});

test("an entry that counts in the newest year lets its agency meet the duty", () => {
  assert.deepEqual(effect(counting), [{ agency: "disdik", before: "belum", after: "memenuhi", counted: true }]);
  assert.deepEqual(effect({ riwayat: [at("inisiatif", "2026"), at("uji-coba", " 2026-11-24 ")] }), [{ agency: "disdik", before: "belum", after: "memenuhi", counted: true }]);
});

test("what does not count changes nothing", () => {
  const not = [{ agency: "disdik", before: "belum", after: "belum", counted: false }];
  for (const riwayat of [[at("penerapan", "2025")], [at("inisiatif", "2026")], [at("penerapan", "2026-12")], [at("penerapan", "2026-13")], [at("penerapan")], []])
    assert.deepEqual(effect({ riwayat }), not, JSON.stringify(riwayat));
  assert.deepEqual(effect({}), not);
  assert.deepEqual(effect({ ...counting, ditarik: { tanggal: "2026-01-01" } }), not);
});

test("where no year is open nothing is told", () => {
  assert.deepEqual(effects(counting, CONTEXT), []);
  assert.deepEqual(effect(counting, { rule: { ditutup: true } }), []);
});

test("the rule says how many count, the entry itself is not among the others", () => {
  const own = (more) => effect(counting, { agency: "dinkes", ...more });
  assert.deepEqual(own({ rule: { minimum: 2 } }), [{ agency: "dinkes", before: "memenuhi", after: "memenuhi", counted: true }]);
  assert.deepEqual(own({ rule: { minimum: 2 }, known: "posyandu" }), [{ agency: "dinkes", before: "memenuhi", after: "belum", counted: true }]);
  assert.deepEqual(effect({}, { agency: "dinkes", known: "posyandu" }), [{ agency: "dinkes", before: "memenuhi", after: "belum", counted: false }]);
  assert.deepEqual(effect({}, { agency: "x", agencies: { x: { status: "tidak" } } }), [{ agency: "x", before: "tidak", after: "tidak", counted: false }]);
});

test("partners count where the rule says so, each agency once, those without a standing never", () => {
  const data = { ...counting, kolaborator: [{ perangkat_daerah: "dinkes" }, { nama: "Mitra" }, { perangkat_daerah: "disdik" }, { perangkat_daerah: "lain" }, { perangkat_daerah: "tamu" }] };
  const agencies = { tamu: { nama: "Tamu" } };
  assert.deepEqual(effect(data, { agencies }).map(({ agency }) => agency), ["disdik", "dinkes"]);
  assert.deepEqual(effect(data, { agencies, rule: { kolaborasi: false } }).map(({ agency }) => agency), ["disdik"]);
  assert.deepEqual(effect(counting, { agency: "" }), []);
});

test("whose standing is no verdict keeps it, with the reason", () => {
  const agencies = { disdik: { ...AGENCIES.disdik, status: "belum-dikonfirmasi", alasan: "Belum pasti." } };
  assert.deepEqual(effect(counting, { agencies }), [{ agency: "disdik", before: "belum-dikonfirmasi", after: "belum-dikonfirmasi", counted: true, reason: "Belum pasti." }]);
});
