// The text of an entry's file.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isEmpty, write } from "../../site_templates/browser/checks/entry.js";

const written = (data, shapes = []) => write(data, shapes, "# c").split("\n").slice(1, -1);
/** How a value of this kind is written. */
const scalar = (value, kind = "baris") => written({ a: value }, [{ key: "a", kind }])[0].slice(3);

test("nothing, blanks, `false`, and lists and groups of such are not written", () => {
  for (const nothing of [null, undefined, false, "", " \u00a0", [], ["", [null]], {}, { a: { b: "" } }]) assert.equal(isEmpty(nothing), true, JSON.stringify(nothing));
  for (const something of [true, 0, "a", ["", "a"], { a: "", b: ["a"] }]) assert.equal(isEmpty(something), false, JSON.stringify(something));
  assert.deepEqual(written({ a: "", b: ["", "x"], c: { d: null } }, [{ key: "a" }]), ["b:", "  - x"]);
});

test("a file begins with its comment and ends with a line end", () => {
  assert.equal(write({ nama: "Uji" }, [], "# c"), "# c\nnama: Uji\n");
});

test("keys stand in the order of the shapes, those that no shape knows behind them, as they are", () => {
  assert.deepEqual(written({ z: "1x", "k: l": "x", b: "x", a: "x" }, [{ key: "a" }, { key: "b" }, { key: "c" }]), ["a: x", "b: x", 'z: "1x"', '"k: l": x']);
});

test("a plain text stands bare, one that YAML may read otherwise in quotes", () => {
  const bare = ["Pojok baca", "a.b, (c) / d% & e+f; g'h’i–j-k", "Rp 5", "a)", "https://contoh.go.id/a?b=c#d", "a%"];
  for (const text of bare) assert.equal(scalar(text), text);
  const quoted = ["1", "-a", "a: b", "a #b", "a,", "yes", "Tidak", "null", "é", "https://contoh.go.id/a:b", "a\nb", "https://contoh.go.id/?", '"'];
  for (const text of quoted) assert.equal(scalar(text), JSON.stringify(text));
});

test("figures, dates, words and marks stand bare where they have their shape", () => {
  for (const kind of ["bilangan", "desimal", "hari", "kata", "slug", "tahun", "tanggal", "ya_tidak"]) {
    assert.equal(scalar("2025-01", kind), "2025-01", kind);
    assert.equal(scalar("1:2", kind), '"1:2"', kind);
    assert.equal(scalar("null", kind), '"null"', kind);
  }
  assert.equal(scalar("-1.5", "desimal"), "-1.5");
  assert.equal(scalar(true, "ya_tidak"), "true");
  assert.deepEqual(written({ a: true, b: 5 }), ["a: true", 'b: "5"']);
});

test("prose stands as a block, with its empty lines and without those at its ends", () => {
  const prose = (text) => written({ a: text }, [{ key: "a", kind: "prosa" }]);
  assert.deepEqual(prose("\nSatu: é\n\n  dua\n\n"), ["a: |", "  Satu: é", "", "    dua"]);
  for (const text of [" a\nb", "\ta", "a\u200bb", "\n a"]) assert.deepEqual(prose(text), [`a: ${JSON.stringify(text)}`], JSON.stringify(text));
  assert.deepEqual(written({ a: "x\ny" }, [{ key: "a", kind: "baris" }]), ['a: "x\\ny"']);
  assert.deepEqual(written({ a: true }, [{ key: "a", kind: "prosa" }]), ["a: true"]);
});

test("groups and lists are indented by two, items of groups hang on one hyphen", () => {
  const inner = [{ key: "p", kind: "kata" }, { key: "q", kind: "prosa" }];
  const shapes = [{ key: "g", kind: "kelompok", inner }, { key: "l", kind: "kelompok", most: 9, inner }, { key: "w", kind: "kata", most: 9 }];
  assert.deepEqual(written({ g: { p: "2025", x: "z" }, l: [{ q: "a\n\nb", p: "1" }, {}, { p: "2" }], w: ["2024", "a: b", ""] }, shapes), [
    "g:", "  p: 2025", "  x: z", "l:", "  - p: 1", "    q: |", "      a", "    ", "      b", "  - p: 2", "w:", "  - 2024", '  - "a: b"',
  ]);
  assert.deepEqual(written({ g: { p: "2025" }, l: [{ p: "2025" }] }), ["g:", '  p: "2025"', "l:", '  - p: "2025"']);
});

test("a group by words writes each word with its fields", () => {
  const shapes = [{ key: "k", kind: "kelompok", keyed: true, inner: [{ key: "t", kind: "bilangan" }] }];
  assert.deepEqual(written({ k: { satu: { t: "2" }, dua: { t: "3", x: "5" } } }, shapes), ["k:", "  satu:", "    t: 2", "  dua:", "    t: 3", '    x: "5"']);
  assert.deepEqual(written({ k: { satu: { t: "2" } } }, [{ key: "k", kind: "kelompok", keyed: true }]), ["k:", "  satu:", '    t: "2"']);
});
