// Names that may be of one innovation.
import assert from "node:assert/strict";
import { test } from "node:test";
import { doublesOf, spelledAlike } from "../../site_templates/browser/form/likeness.js";

const KNOWN = [
  ["si-lastri", "Si Lastri", "dinkes"],
  ["pojok-baca", "Pojok Baca Digital", "disdik", "PBD"],
  ["pojok-lain", "Pojok Bicara", "dinkes"],
];
const slugs = (name, agency = "disdik") => doublesOf(name, agency, KNOWN).map(([slug]) => slug);

test("names are alike without blanks, case and signs", () => {
  assert.equal(spelledAlike("SILASTRI", "Si-Lastri"), 1);
  assert.deepEqual([spelledAlike("", "a"), spelledAlike("a", ""), spelledAlike("abc", "xyz")], [0, 0, 0]);
  assert.ok(Math.abs(spelledAlike("abcd", "bcde") - 0.75) < 1e-9);
});

test("a name that is spelt alike, is part of another, or another name is told, own agency first", () => {
  assert.deepEqual(slugs("SILASTRI"), ["si-lastri"]);
  assert.deepEqual(slugs("Pojok Baca"), ["pojok-baca"]);
  assert.deepEqual(slugs("Aplikasi Pojok Baca Digital Desa"), ["pojok-baca"]);
  assert.deepEqual(slugs("P.B.D."), ["pojok-baca"]);
  for (const none of ["", "Pojok", "Layanan Antar"]) assert.deepEqual(slugs(none), []);
  const many = ["a", "b", "c", "d"].map((slug) => [slug, "Layanan Sama", slug]);
  assert.deepEqual(doublesOf("layanan sama", "c", many).map(([slug]) => slug), ["c", "a", "b"]);
});
