// The browser's root function gives what the Python one gives. tests/unit/test_roots.py starts this file and names,
// in ROOTS_DUMP, a JSON list of [word, roots by Python].
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

// Read and imported as text, so that node needs no package.json to take a .js file for a module.
const source = readFileSync(new URL("../../site_templates/assets/roots.js", import.meta.url), "utf8");
const { roots } = await import(`data:text/javascript,${encodeURIComponent(source)}`);

const path = process.env.ROOTS_DUMP;
assert.ok(path, "ROOTS_DUMP names no file: start this test through tests/unit/test_roots.py.");
const expected = JSON.parse(readFileSync(path, "utf8"));

test("every word has the same roots as in Python", () => {
  assert.ok(expected.length > 1000);
  for (const [word, pythonRoots] of expected)
    assert.deepEqual([...roots(word)].sort(), [...pythonRoots].sort(), JSON.stringify(word.slice(0, 60)));
});

test("a very long word costs no time", () => {
  const started = performance.now();
  for (const long of ["a".repeat(10_000), "memper".repeat(10_000), "kata-".repeat(10_000), "😀".repeat(10_000)])
    assert.ok([...roots(long)].every((root) => root.length <= 720), "a root is longer than the length considered");
  assert.ok(performance.now() - started < 500, "four long words took more than half a second");
});
