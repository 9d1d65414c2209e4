// Levels of the national index: what a form says of them, and the points so far. All numbers are made up.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pointsOf, sentences } from "../../site_templates/browser/form/points.js";
import { CONTEXT, ENTRY, RULES, told } from "./entries.js";

const LEVELS = {
  key: "kematangan", kind: "kelompok", keyed: true, most: 9, vocabulary: "indikator",
  inner: [
    { key: "tingkat", kind: "bilangan", low: 1, high: 3 }, { key: "dasar", kind: "baris", limit: 60 },
    { key: "bukti", kind: "kelompok", most: 9, inner: [{ key: "judul", kind: "baris", limit: 200 }, { key: "tanggal", kind: "tanggal" }] },
  ],
};
const KNOWN = { kata: { ...CONTEXT.kata, indikator: { regulasi: "Regulasi", manfaat: "Manfaat", constructor: "Pembangun" } } };
const said = (kematangan) => told({ kematangan }, KNOWN, [...ENTRY, LEVELS]);
const PROOF = [{ judul: "SK", tanggal: "2025" }];
const { indikator } = RULES;

test("a basis is chosen where there is a choice, and only there", () => {
  const missing = (nilai) => [["A041", "kematangan.manfaat.dasar", { nilai, indikator: "manfaat", pilihan: "orang, hemat-belanja" }]];
  assert.deepEqual(said({ regulasi: { tingkat: "3" } }), []);
  assert.deepEqual(said({ regulasi: { tingkat: "3", dasar: "apa saja" } }), []);
  assert.deepEqual(said({ manfaat: { tingkat: "1" } }), missing(""));
  assert.deepEqual(said({ manfaat: { tingkat: "1", dasar: "lain" } }), missing("lain"));
  assert.deepEqual(said({ manfaat: { tingkat: "2", dasar: " orang " } }), []);
});

test("a level that the basis has not is told with its indicator", () => {
  assert.deepEqual(said({ manfaat: { tingkat: "2", dasar: "hemat-belanja" } }), [["A042", "kematangan.manfaat.tingkat", { nilai: "2", indikator: "manfaat" }]]);
  assert.deepEqual(said({ manfaat: { tingkat: "02", dasar: "orang" } }), []);
});

test("evidence without a date is asked for it, and an indicator that nobody knows is another rule's", () => {
  assert.deepEqual(said({ regulasi: { tingkat: "1", bukti: [...PROOF, { judul: " SK lain " }] } }), [["K006", "kematangan.regulasi.bukti.1.tanggal", { nilai: "SK lain" }]]);
  assert.deepEqual(said({ karangan: { tingkat: "1" } }).map(([code]) => code), ["I006"]);
  assert.deepEqual(said({ constructor: { tingkat: "1" } }), []);
});

test("levels are sentences, each basis by its name where several are open", () => {
  assert.deepEqual(sentences(indikator.regulasi), [["1", "satu"], ["2", "dua"], ["3", "tiga"]]);
  assert.deepEqual(sentences(indikator.manfaat), [["1", "orang: sedikit; hemat belanja: hemat"], ["2", "orang: banyak"]]);
});

test("points are weight times level where a document has a title, and what is wanting is counted", () => {
  const none = "Nilai tercatat 0 dari 13, penilaian mandiri.";
  assert.equal(pointsOf(undefined, indikator), none);
  assert.equal(pointsOf({ karangan: { tingkat: "3", bukti: PROOF } }, indikator), none);
  assert.equal(pointsOf({ regulasi: { tingkat: "2", bukti: PROOF } }, indikator), "Nilai tercatat 6 dari 13, penilaian mandiri.");
  assert.equal(pointsOf({ regulasi: { tingkat: "2", bukti: PROOF }, manfaat: { tingkat: "1", bukti: [{}] } }, indikator), "Nilai tercatat 6 dari 13, penilaian mandiri. 1 dokumen lagi menambah 2.");
  assert.equal(pointsOf({ regulasi: { tingkat: "3" }, manfaat: { tingkat: "2" } }, indikator), "Nilai tercatat 0 dari 13, penilaian mandiri. 2 dokumen lagi menambah 13.");
  assert.equal(pointsOf({ regulasi: { tingkat: "" }, manfaat: undefined }, indikator), none);
});
