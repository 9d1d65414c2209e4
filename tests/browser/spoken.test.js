// Spoken forms of verbs, and what they come from.
import assert from "node:assert/strict";
import { test } from "node:test";
import { spoken } from "../../site_templates/browser/search/spoken.js";

test("a spoken form comes from the verb of the dictionary, whatever sound stands before it", () => {
  const pairs = {
    ngantri: "antri", ngirim: "kirim", ngitung: "hitung", ngitungnya: "hitung", ngecek: "cek", nyari: "cari", nyimpan: "simpan",
    nanam: "tanam", nulis: "tulis", ndaftar: "daftar", njual: "jual", makai: "pakai", mbayar: "bayar",
    masukin: "masuk", bayarin: "bayar", nyariin: "cari",
  };
  for (const [said, verb] of Object.entries(pairs)) assert.ok(spoken(said).includes(verb), `${said}: ${spoken(said)}`);
});

test("a word of the dictionary is not a form of itself, and what is too short has no ending to lose", () => {
  for (const word of ["kapal", "izin", "ktp", "ng", ""]) assert.ok(!spoken(word).includes(word));
  assert.ok(!spoken("izin").includes("iz"));
});
