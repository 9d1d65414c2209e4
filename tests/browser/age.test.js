// A page says that it is old from the fourth day after its build on, by the reader's clock.
import assert from "node:assert/strict";
import { test } from "node:test";

const { isFresh } = await import("../../site_templates/browser/page/age.js");
const CASES = [
  ["2026-11-24T00:00Z", false],
  ["2026-11-27T23:59Z", false],
  ["2026-11-28T00:00Z", true],
  ["2027-01-01T00:00Z", true],
  ["2026-11-20T00:00Z", false], // a clock that is slow
];

for (const [now, old] of CASES)
  test(`of 24 November, seen at ${now}: ${old ? "old" : "new"}`, () => assert.equal(isFresh("2026-11-24", Date.parse(now)), !old));
