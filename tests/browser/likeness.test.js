// Names that may be of one innovation.
import assert from "node:assert/strict";
import { test } from "node:test";
import { doublesOf, namesakesOf, spelledAlike } from "../../site_templates/browser/form/likeness.js";

const KNOWN = [
  ["si-lastri", "Si Lastri", "dinkes"],
  ["pojok-baca", "Pojok Baca Digital", "disdik", "PBD"],
  ["pojok-lain", "Pojok Bicara", "dinkes"],
];
const slugs = (name, agency = "disdik") => doublesOf(name, agency, KNOWN).map(([slug]) => slug);

test("names are alike without blanks, case and signs", () => {
  assert.equal(spelledAlike("SILASTRI", "Si-Lastri"), 1);
  assert.deepEqual([spelledAlike("", "a"), spelledAlike("a", ""), spelledAlike("abc", "xyz")], [0, 0, 0]);
  // The figures of Python's difflib: the longest run is taken first, then what stands before and behind it in both.
  for (const [one, other, ratio] of [["abcd", "bcde", 3 / 4], ["xabcxde", "abcyde", 10 / 13], ["deabc", "abcde", 3 / 5], ["abxcd", "cdxab", 2 / 5], ["aab", "ab", 4 / 5], ["abab", "ba", 2 / 3]])
    assert.ok(Math.abs(spelledAlike(one, other) - ratio) < 1e-9, one);
});

test("a name that is spelt alike, is part of another, or another name is told, own agency first", () => {
  assert.deepEqual(slugs("SILASTRI"), ["si-lastri"]);
  assert.deepEqual(slugs("Pojok Baca"), ["pojok-baca"]);
  assert.deepEqual(slugs("Aplikasi Pojok Baca Digital Desa"), ["pojok-baca"]);
  assert.deepEqual(slugs("P.B.D."), ["pojok-baca"]);
  for (const none of ["", "Pojok", "Layanan Antar"]) assert.deepEqual(slugs(none), []);
  assert.deepEqual(doublesOf("Layanan Sama", "x", [["a", "Layanan Samar", "y"], ["b", "Layanan Sama", "y"]]).map(([slug]) => slug), ["b", "a"]);
  const many = ["a", "b", "c", "d"].map((slug) => [slug, "Layanan Sama", slug]);
  assert.deepEqual(doublesOf("layanan sama", "c", many).map(([slug]) => slug), ["c", "a", "b"]);
});

test("a namesake is of the same agency, by any of its names, whatever its case and signs", () => {
  const found = (name, agency) => namesakesOf(name, agency, KNOWN).map(([slug]) => slug);
  assert.deepEqual(found("POJOK-BACA digital", "disdik"), ["pojok-baca"]);
  assert.deepEqual(found("pbd", "disdik"), ["pojok-baca"]);
  assert.deepEqual([...found("Pojok Baca Digital", "dinkes"), ...found("Pojok Baca", "disdik"), ...found("", "disdik")], []);
});
