// The rules that one field alone decides.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DEGREES_WRITTEN, FEW_WRITTEN, MONEY_WRITTEN, YEAR_WRITTEN } from "../../site_templates/browser/checks/settings.js";
import { CONTEXT, field, told } from "./entries.js";

const holds = (shape, rows, more) => {
  for (const [value, ...faults] of rows)
    assert.deepEqual(field(value, shape, more), faults.map(([code, values = {}, at = "uji"]) => [code, at, values]), JSON.stringify(value));
};
const long = "a".repeat(11);

test("a line is as long as its limit allows once it is one line, and shows something", () => {
  holds({ kind: "baris", limit: 10 }, [
    ["a".repeat(10)], [long, ["I004", { panjang: 11, batas: 10 }]], [` ${"a\n".repeat(5)} `], ["\u{1d400}".repeat(10)], ["...", ["I005"]], [5],
    [{ a: "b" }, ["I003", { jenis: "teks", nilai: "beberapa kolom a" }]], [["a", "b"], ["I003", { jenis: "teks", nilai: "daftar berisi 2 butir" }]],
  ]);
  holds({ kind: "baris" }, [["a", ["I004", { panjang: 1, batas: 0 }]]]);
});

test("prose is as long as its limit allows, without the blanks at its ends", () => {
  holds({ kind: "prosa", limit: 10 }, [[`${"a".repeat(10)}  \n\n`], [long, ["I004", { panjang: 11, batas: 10 }]], ["..."]]);
});

test("a figure is one in figures alone, from its least to its most", () => {
  for (const [kind, T] of [["bilangan", FEW_WRITTEN], ["tahun", YEAR_WRITTEN]])
    holds({ kind, low: 2, high: 8 }, [
      [" 2 "], ["8"], ["1", ["I009", { nilai: "1", batas: "2 sampai 8" }]], ["9", ["I009", { nilai: "9", batas: "2 sampai 8" }]],
      ["1.5", ["I008", { nilai: "1.5", tulisan: T }]], ["dua", ["I008", { nilai: "dua", tulisan: T }]],
    ]);
  holds({ kind: "bilangan" }, [["0"], ["1", ["I009", { nilai: "1", batas: "0 sampai 0" }]]]);
});

test("a figure that may be large is money, and is told so", () => {
  holds({ kind: "bilangan", high: 10 ** 15 }, [["Rp1", ["I008", { nilai: "Rp1", tulisan: MONEY_WRITTEN }]]]);
});

test("a figure with decimals is told which limit it leaves", () => {
  holds({ kind: "desimal", low: -2, high: 8.5 }, [
    [" -2 "], ["8.5"], ["-2.1", ["I009", { nilai: "-2.1", batas: -2 }]], ["8.6", ["I009", { nilai: "8.6", batas: 8.5 }]], ["1,5", ["I008", { nilai: "1,5", tulisan: DEGREES_WRITTEN }]],
  ]);
  holds({ kind: "desimal" }, [["0"], ["1", ["I009", { nilai: "1", batas: 0 }]], ["-1", ["I009", { nilai: "-1", batas: 0 }]]]);
});

test("a date may lack a part where no day is asked for, and what was meant is offered", () => {
  holds({ kind: "tanggal" }, [[" 2025 "], ["2025-02"], ["17-8-2025 ", ["I007", { nilai: "17-8-2025", maksud: "2025-08-17" }]], ["kemarin", ["I007", { nilai: "kemarin", maksud: "" }]]]);
  holds({ kind: "hari" }, [["2025-02-03"], ["2025-02", ["I017", { nilai: "2025-02" }]], ["2025-02-30", ["I007", { nilai: "2025-02-30", maksud: "" }]]]);
});

test("a word is one of its vocabulary, and what people type for one, or nearly, is offered", () => {
  const wrong = (nilai, maksud = "") => ["I006", { nilai, pilihan: "kesehatan, pekerjaan-umum", maksud }];
  const everyday = { sehari_hari: { urusan: { "pinjam-buku": "kesehatan" } } };
  holds({ kind: "kata", vocabulary: "urusan" }, [[" kesehatan "], [" Kesehatan ", wrong("Kesehatan", "kesehatan")], ["umum", wrong("umum", "pekerjaan-umum")], ["lain", wrong("lain")]]);
  holds({ kind: "kata", vocabulary: "urusan" }, [["Pinjam Buku", wrong("Pinjam Buku", "kesehatan")], ["constructor", wrong("constructor")]], everyday);
  holds({ kind: "kata", vocabulary: "perangkat_daerah" }, [["disdik"], ["dinas kesehatan", ["I006", { nilai: "dinas kesehatan", pilihan: "disdik, dinkes", maksud: "dinkes" }]]]);
});

test("yes and no have two spellings each", () => {
  holds({ kind: "ya_tidak" }, [[true], [" YA "], ["tidak"], ["False"], ["mungkin", ["I015", { nilai: "mungkin" }]]]);
});

test("an address, a mail and a phone number have their shape, and are measured first", () => {
  holds({ kind: "url", limit: 30 }, [
    ["https://contoh.go.id/"], ["contoh.go.id", ["I010", { nilai: "contoh.go.id", sebab: "tidak dimulai dengan https" }]],
    ["https://contoh", ["I010", { nilai: "https://contoh", sebab: "tidak memuat nama situs" }]],
    [`https://${"a".repeat(30)}`, ["I004", { panjang: 38, batas: 30 }]], ["///", ["I005"]],
  ]);
  holds({ kind: "surel", limit: 30 }, [["kantor@contoh.go.id"], ["kantor", ["I011", { nilai: "kantor" }]], ["@", ["I005"]]]);
  holds({ kind: "telepon", limit: 30 }, [["0561 123456"], ["loket", ["I012", { nilai: "loket" }]], ["1".repeat(31), ["I004", { panjang: 31, batas: 30 }]]]);
});

test("a slug is one within the limit of the catalogue", () => {
  holds({ kind: "slug" }, [[" uji-coba "], ["Uji", ["I013", { nilai: "Uji" }]], ["a".repeat(13), ["I013", { nilai: "a".repeat(13) }]]]);
});

test("a list holds so many items, each of the shape of one", () => {
  holds({ kind: "bilangan", high: 9, most: 2 }, [
    [["1", "2"]], [["1", "2", "3"], ["I014", { batas: 2 }]], [["1", "", "x"], ["I008", { nilai: "x", tulisan: FEW_WRITTEN }, "uji.1"]],
    ["1", ["I003", { jenis: "daftar (baris-baris yang dimulai dengan tanda hubung)", nilai: "1" }]],
  ]);
});

test("a group holds its fields, those that must be there and no other", () => {
  const shape = { kind: "kelompok", inner: [{ key: "nama", kind: "baris", limit: 9, required: true }, { key: "tahun", kind: "tahun", high: 9 }] };
  holds(shape, [
    [{ nama: "a" }], [{ tahun: "x" }, ["I001", {}, "uji.nama"], ["I008", { nilai: "x", tulisan: YEAR_WRITTEN }, "uji.tahun"]], ["a", ["I003", { jenis: "beberapa kolom", nilai: "a" }]],
    [{ nama: "a", Tahun: "1" }, ["I002", { pilihan: "nama, tahun", maksud: "tahun" }, "uji.Tahun"]], [{ nama: "a", constructor: "b" }, ["I002", { pilihan: "nama, tahun", maksud: "" }, "uji.constructor"]],
  ]);
  holds({ kind: "kelompok" }, [[{ a: "b" }, ["I002", { pilihan: "", maksud: "" }, "uji.a"]]]);
});

test("a group by words holds so many, each named by a word of its vocabulary", () => {
  const shape = { kind: "kelompok", keyed: true, most: 1, vocabulary: "urusan", inner: [{ key: "tingkat", kind: "bilangan", high: 3 }] };
  const lain = ["I006", { nilai: "lain", pilihan: "kesehatan, pekerjaan-umum", maksud: "" }, "uji.lain"];
  holds(shape, [
    [{ kesehatan: { tingkat: "3" } }], [{ kesehatan: { tingkat: "4" } }, ["I009", { nilai: "4", batas: "0 sampai 3" }, "uji.kesehatan.tingkat"]], [{ lain: { tingkat: "1" } }, lain],
    [{ kesehatan: { tingkat: "1" }, lain: { tingkat: "1" } }, ["I014", { batas: 1 }], lain], [["a"], ["I003", { jenis: "beberapa kolom", nilai: "daftar berisi 1 butir" }]],
    [{ kesehatan: "a" }, ["I003", { jenis: "beberapa kolom", nilai: "a" }, "uji.kesehatan"]],
  ]);
  holds({ ...shape, most: undefined }, [[{ kesehatan: { tingkat: "1" } }, ["I014", { batas: 0 }]]]);
});

test("a key that must be there is missed, one that no shape knows is told with the nearest", () => {
  assert.deepEqual(told({ Nama: "a" }, CONTEXT, [{ key: "nama", kind: "baris", required: true }, { key: "diperiksa", kind: "hari" }]), [
    ["I001", "nama", {}], ["I002", "Nama", { pilihan: "nama, diperiksa", maksud: "nama" }],
  ]);
});

test("a value that is nothing counts as missing", () => {
  for (const nothing of ["", " ", null, undefined, false, [], [""], {}, { a: [" "] }])
    assert.deepEqual(field(nothing, { kind: "baris", limit: 9, required: true }), [["I001", "uji", {}]], JSON.stringify(nothing));
});
