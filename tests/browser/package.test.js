// The package that is handed over: what is written is what the program reads, and its number follows its content alone.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

globalThis.document = { getElementById: () => null };
globalThis.location = new URL("https://contoh.go.id/kontribusi/formulir/");
const { root } = await import("../../site_templates/browser/form/published.js");
const { beside, keepReceipt, receipts } = await import("../../site_templates/browser/form/receipts.js");
import { attached, arePictures, freeName } from "../../site_templates/browser/form/pictures.js";
import { canPackage, dayIn, numberOf, packaged, quotedPrintable, unpacked } from "../../site_templates/browser/form/package.js";

const CONTENT = { agency: "dinkes", slug: "contoh", known: "", text: "nama: Contoh é\n", pictures: [] };

/** Quoted-printable as RFC 2045 reads it. */
const read = (text) => {
  const joined = text.replace(/=\n/g, "");
  const bytes = [];
  for (let place = 0; place < joined.length; place++)
    if (joined[place] === "=") {
      bytes.push(Number.parseInt(joined.slice(place + 1, place + 3), 16));
      place += 2;
    } else bytes.push(joined.charCodeAt(place));
  return new TextDecoder().decode(new Uint8Array(bytes));
};

test("the number is the day and six signs of the digest that the program takes too", async () => {
  assert.equal(await numberOf(CONTENT, "2026-11-27"), "2026-11-27-3bab05");
  assert.equal(await numberOf({ ...CONTENT, text: "nama: Contoh é" }, "2026-11-28"), "2026-11-28-3bab05");
  const others = [{ agency: "disdik" }, { slug: "lain" }, { known: "contoh" }, { text: "nama: b" }, { pictures: [{ name: "a.jpg", base64: "AA==" }] }];
  for (const other of others) assert.notEqual(await numberOf({ ...CONTENT, ...other }, "2026-11-27"), "2026-11-27-3bab05");
  const [first, ...rest] = await Promise.all(
    [["a.jpg", "AA=="], ["a.jpg", "AQ=="], ["b.jpg", "AA=="]].map(([name, base64]) => numberOf({ ...CONTENT, pictures: [{ name, base64 }] }, "2026-11-27")),
  );
  for (const number of rest) assert.notEqual(number, first, "a picture counts with its name and its content");
});

test("line ends behind an entry say nothing, those within do", async () => {
  const of = async (text) => (await packaged({ ...CONTENT, text }, "2026-11-27")).text;
  assert.equal(await of("nama: a\nalias: b\n\n\n"), await of("nama: a\nalias: b"));
  assert.notEqual(await numberOf({ ...CONTENT, text: "nama: a\nb" }, "2026-11-27"), await numberOf({ ...CONTENT, text: "nama: ab" }, "2026-11-27"));
});

test("what is quoted is read back whole, in ASCII and within the width", () => {
  const texts = ["nama: Contoh é", "a=b", "x".repeat(200), "é".repeat(90), "akhir \n\tawal\n\n", `${"x".repeat(75)}é`, "x".repeat(76), `${"x".repeat(76)}y`, "😀 “kutip”"];
  for (const text of texts) {
    const quoted = quotedPrintable(text);
    assert.equal(read(quoted), text);
    assert.match(quoted, /^[\n -~]*$/);
    for (const line of quoted.split("\n")) assert.ok(line.length <= 76 && !/[ \t]$/.test(line), line);
    assert.ok(!/=[0-9A-F]?(?![0-9A-F\n])/.test(quoted.replace(/=[0-9A-F]{2}|=\n/g, "")), quoted);
  }
  assert.equal(quotedPrintable("nama: Contoh é"), "nama: Contoh =C3=A9");
  assert.equal(quotedPrintable("! ~\x7f"), "! ~=7F");
  assert.equal(quotedPrintable("x".repeat(76)), "x".repeat(76));
  assert.equal(quotedPrintable("x".repeat(77)), `${"x".repeat(75)}=\nxx`);
});

test("the package has its five lines, the entry and its pictures, and nothing in it looks like a marker", async () => {
  const pictures = [{ name: "gambar-1.jpg", base64: "A".repeat(160) }, { name: "gambar-2.jpg", base64: "" }];
  const { number, name, text } = await packaged({ ...CONTENT, known: "contoh", text: "nama: ==ISI==\n", pictures }, "2026-11-27");
  assert.equal(name, "contoh.txt");
  assert.deepEqual(text.split("\n"), [
    "Paket isian Katalog Inovasi. Kirim berkas ini apa adanya, jangan disunting.", "",
    "==PAKET KATALOG INOVASI==", "versi: 1", `nomor: ${number}`, "perangkat_daerah: dinkes", "jenis_usulan: perbaikan", "alamat: contoh",
    "==ISI==", "nama: =3D=3DISI=3D=3D", "==GAMBAR gambar-1.jpg==", "A".repeat(76), "A".repeat(76), "AAAAAAAA", "==GAMBAR gambar-2.jpg==", "",
    "==AKHIR PAKET==", "",
  ]);
  assert.match((await packaged(CONTENT, "2026-11-27")).text, /^jenis_usulan: baru$/m);
});

test("the day of a number is the region's own", () => {
  const late = new Date("2026-11-27T18:30:00Z");
  assert.equal(dayIn(late, "Asia/Pontianak"), "2026-11-28");
  assert.equal(dayIn(late, "UTC"), "2026-11-27");
});

test("no digest can be taken where the page did not come by a safe way", () => {
  assert.equal(canPackage(), true);
  const held = Object.getOwnPropertyDescriptor(globalThis, "crypto");
  for (const value of [{}, undefined]) {
    Object.defineProperty(globalThis, "crypto", { value, configurable: true });
    assert.equal(canPackage(), false);
  }
  Object.defineProperty(globalThis, "crypto", held);
});

// pictures.js

const STATE = { data: { gambar: [{ berkas: "gambar-1.jpg" }, undefined, {}] }, pictures: ["gambar-2.png"], fresh: [{ name: "gambar-1.jpg", base64: "AA==" }, { name: "gambar-3.jpg", base64: "AA==" }] };

test("pictures that the entry no longer names stay here", () => {
  assert.deepEqual(attached(STATE), STATE.fresh.slice(0, 1));
  assert.deepEqual(attached({ ...STATE, data: {} }), []);
});

test("a picture gets a name that no other has, in whatever format", () => {
  assert.equal(freeName(STATE), "gambar-4.jpg");
  assert.equal(freeName({ data: {}, pictures: [], fresh: [] }), "gambar-1.jpg");
});

test("what a store held are pictures only if each has its name and content", () => {
  const held = [[], STATE.fresh, [{ name: "a" }], [null], {}, [{ name: 1, base64: "" }]].map(arePictures);
  assert.deepEqual(held, [true, true, false, false, false, false]);
});

// receipts.js

const RECEIPT = { number: "2026-11-27-3bab05", name: "Siap", agency: "dinkes" };
let store;
beforeEach(() => {
  store = new Map();
  globalThis.localStorage = { getItem: (name) => store.get(name) ?? null, setItem: (name, text) => store.set(name, text) };
});

test("numbers of what was handed over stay, each once, the newest first", () => {
  assert.deepEqual(receipts(), []);
  const other = { ...RECEIPT, number: "2026-11-28-aaaaaa" };
  for (const one of [RECEIPT, other, RECEIPT]) keepReceipt(one);
  assert.deepEqual(receipts(), [RECEIPT, other]);
  assert.deepEqual([...store.keys()], [`kiriman ${root.pathname}`], "two catalogues of one host have two lists");
  for (let number = 0; number < 60; number++) keepReceipt({ ...RECEIPT, number: `n${number}` });
  assert.equal(receipts().length, 50);
});

test("the same content keeps its number, changed content names the one before", () => {
  const [first, second] = ["2026-11-26-3bab05", "2026-11-27-aaaaaa"];
  assert.deepEqual(beside(first, []), { same: "", earlier: "" });
  assert.deepEqual(beside("2026-11-28-3bab05", [first, second]), { same: first, earlier: "" });
  assert.deepEqual(beside("2026-11-28-bbbbbb", [first, second]), { same: "", earlier: second });
  assert.deepEqual(beside(first, ["", 7, null, "x2026-11-27-3bab05", "2026-11-27-3bab05x", "2026-11-27"]), { same: "", earlier: "" });
});

test("a store that is spoilt or refuses breaks nothing", () => {
  for (const text of ["{", "{}", '[1, null, {"number": 1}, {"number": "a", "name": "b"}]']) {
    globalThis.localStorage.getItem = () => text;
    assert.deepEqual(receipts(), []);
  }
  globalThis.localStorage.getItem = () => JSON.stringify([null, RECEIPT]);
  assert.deepEqual(receipts(), [RECEIPT], "what is sound in it stays");
  globalThis.localStorage = undefined;
  assert.deepEqual([receipts(), keepReceipt(RECEIPT)], [[], undefined]);
});

test("its officer's own package opens as it was written, and nothing else is taken for one", async () => {
  const texts = ["nama: Contoh é\n", `ringkasan: ${"kata=é ".repeat(60)}x\nmasalah: |-\n  a\n\n  b \n`];
  for (const text of texts) {
    const pictures = [{ name: "gambar-1.jpg", base64: "QUJD".repeat(50) }, { name: "gambar-2.jpg", base64: "AA==" }];
    const { text: whole } = await packaged({ ...CONTENT, text, pictures }, "2026-11-27");
    for (const travelled of [whole, whole.replace(/\n/g, "\r\n"), `Yth. Bapak/Ibu\nalamat: Jalan Contoh\n${whole}\n--\nkantor`])
      assert.deepEqual(unpacked(travelled), { number: `2026-11-27-${whole.match(/nomor: .*-(\w+)/)[1]}`, agency: "dinkes", slug: "contoh", text, pictures });
  }
  for (const other of ["", "nama: a\n", "==PAKET KATALOG INOVASI==\n==ISI==\n", "==AKHIR PAKET==\n==ISI==\n==PAKET KATALOG INOVASI==\n", "==ISI==\n==PAKET KATALOG INOVASI==\n==AKHIR PAKET==\n"])
    assert.equal(unpacked(other), null);
  assert.deepEqual(unpacked("==PAKET KATALOG INOVASI==\n==ISI==\n==AKHIR PAKET=="), { number: "", agency: "", slug: "", text: "\n", pictures: [] });
  const body = "==GAMBAR x.jpg== lagi\na: ==GAMBAR x.jpg==";
  assert.equal(unpacked(`==PAKET KATALOG INOVASI==\n==ISI==\n${body}\n==AKHIR PAKET==`).text, `${body}\n`, "a mark stands alone in its line");
});
