import assert from "node:assert/strict";
import { test } from "node:test";
import * as values from "../../site_templates/browser/reading/values.js";
import { MONTHS } from "./program.js";

const { cleaned, readDate, meantDate, nearest, addressFault, tidied } = values;

test("blanks of every kind go at both ends, and one alone stays between words", () => {
  assert.equal(values.stripped("\u3000\x1c a b \u0085"), "a b");
  assert.equal(values.oneLine(" a\u00a0\n\u2003b "), "a b");
  assert.equal(values.stripped(" \t "), "");
});

test("the end alone may be bared", () => {
  assert.equal(values.bared("--a--", (sign) => sign === "-"), "a");
  assert.equal(values.bared("--a--", (sign) => sign === "-", { start: false }), "--a");
  assert.equal(values.bared("---", (sign) => sign === "-"), "");
});

test("accents are composed and a word processor's bullets are everybody's", () => {
  assert.equal(values.oneLine("\uf0b7 cafe\u0301"), "• café");
  assert.equal(values.paragraphs("\uf0a7 cafe\u0301"), "• café");
});

test("paragraphs keep their lines without blanks at the ends, and one empty line at most", () => {
  assert.equal(values.paragraphs("a \t\u00a0\r\n\r\n\r\n\n  b\rc\n\n"), "a\n\n  bc");
  assert.equal(values.paragraphs(""), "");
});

test("a sign beyond the first plane is one character", () => {
  assert.equal(values.lengthOf("a\u{1d400}"), 2);
});

test("a line shows something where it has a letter or a digit", () => {
  for (const text of ["a", "²", "日"]) assert.equal(values.isVisible(text), true);
  for (const text of ["", "...", "\u0301"]) assert.equal(values.isVisible(text), false);
});

test("a text is printable without controls and without any blank but the plain one", () => {
  assert.equal(values.isPrintable("a b"), true);
  for (const sign of ["\n", "\u00a0", "\u200b", "\ue000", "\u2028"]) assert.equal(values.isPrintable(`a${sign}b`), false, sign);
});

test("what hides in a typed text goes, and a line end of any kind is one", () => {
  assert.equal(cleaned("a\u200bb\u2028c\r\nd\re\x0bf", "prosa", MONTHS), "ab\nc\nd\ne\nf");
  assert.equal(cleaned("a\tb\u00adc", "baris", MONTHS), "a bc");
});

test("dates and figures get the form that files have, where it is certain which", () => {
  const rows = [
    ["17-8-2025", "tanggal", "2025-08-17"], ["2025-08", "tanggal", "2025-08"], ["entah", "tanggal", "entah"], ["3 Mei 2019", "hari", "2019-05-03"],
    ["Rp25.000.000,00", "bilangan", "25000000"], ["rp. 1.250", "bilangan", "1250"], ["Rp 1.250,-", "bilangan", "1250"], ["12", "bilangan", "12"],
    ["1.25", "bilangan", "1.25"], ["-0,25", "desimal", "-0.25"], ["0.25", "desimal", "0.25"], ["1,2,3", "desimal", "1,2,3"],
    ["Kantor@Contoh.go.id", "surel", "kantor@contoh.go.id"], ["Kantor", "baris", "Kantor"],
  ];
  for (const [typed, kind, kept] of rows) assert.equal(cleaned(typed, kind, MONTHS), kept, `${typed} as ${kind}`);
});

test("a whole entry is cleaned, and what no shape knows stays as it is", () => {
  const shapes = [
    { key: "nama", kind: "baris" }, { key: "alias", kind: "slug", most: 3 }, { key: "layanan", kind: "ya_tidak" },
    { key: "kontak", kind: "kelompok", inner: [{ key: "surel", kind: "surel" }] },
    { key: "kematangan", kind: "kelompok", keyed: true, inner: [{ key: "nilai", kind: "baris" }] },
    { key: "riwayat", kind: "kelompok", most: 3, inner: [{ key: "tanggal", kind: "tanggal" }] },
    { key: "aneh", kind: "baris" },
  ];
  const typed = {
    nama: " a  b ", alias: [" x "], layanan: true, kontak: { surel: "A@B.ID", lain: " y " }, kematangan: { "k-1": { nilai: " 1 " } },
    riwayat: [{ tanggal: "Mei 2025" }, null], aneh: { tak: " dikenal " }, bebas: " z ",
  };
  assert.deepEqual(tidied(typed, shapes, MONTHS), {
    nama: "a b", alias: ["x"], layanan: true, kontak: { surel: "a@b.id", lain: " y " }, kematangan: { "k-1": { nilai: "1" } },
    riwayat: [{ tanggal: "2025-05" }, null], aneh: { tak: " dikenal " }, bebas: " z ",
  });
});

test("a group is an object that is no list", () => {
  assert.deepEqual([{}, [], null, "a", undefined].map(values.isGroup), [true, false, false, false, false]);
});

test("a slug is small letters and digits in words joined by one hyphen, within the limit", () => {
  for (const good of ["uji", "uji-coba-2", "2026"]) assert.equal(values.isSlug(good, 10), true, good);
  for (const bad of ["", "Uji", "uji--coba", "-uji", "uji-", "uji\n", "uji²", "lebih-panjang"]) assert.equal(values.isSlug(bad, 10), false, bad);
});

test("a name suggests a slug, cut after a whole word where there is one", () => {
  const rows = [["Uji² Coba!", "uji2-coba"], ["ﬁsika İlmu", "fisika-ilmu"], ["Straße", "strasse"], ["日本", ""], ["a".repeat(9), "a".repeat(9)]];
  for (const [name, slug] of rows) assert.equal(values.asSlug(name, 12), slug, name);
  assert.equal(values.asSlug("satu dua tiga empat", 12), "satu-dua");
  assert.equal(values.asSlug("satu dua tiga empat", 13), "satu-dua-tiga");
  assert.equal(values.asSlug("a".repeat(20), 12), "a".repeat(12));
});

test("a date is a year, a month or a day that there is, within the years of the catalogue", () => {
  assert.deepEqual(readDate("2024"), { text: "2024", first: "2024-01-01", last: "2024-12-31" });
  assert.deepEqual(readDate("2024-02"), { text: "2024-02", first: "2024-02-01", last: "2024-02-29" });
  assert.deepEqual(readDate("2025-02-28"), { text: "2025-02-28", first: "2025-02-28", last: "2025-02-28" });
  for (const day of ["1945", "2100", "2025-12-31", "2024-02-29"]) assert.ok(readDate(day), day);
  for (const none of ["", "1944", "2101", "2025-00", "2025-13", "2025-02-29", "2025-02-00", "2025-2", "25", "2025-02-28\n", "٢٠٢٥"]) assert.equal(readDate(none), null, none);
});

test("of two dates the one that begins earlier comes first, then the one that ends earlier", () => {
  const sorted = ["2024-12-31", "2025-01-01", "2025-01", "2025", "2025-02"].map(readDate);
  assert.deepEqual([...sorted].reverse().sort(values.compareDates), sorted);
  assert.equal(values.compareDates(sorted[0], sorted[0]), 0);
});

test("a date lies surely before another where their days do not meet", () => {
  const before = (one, other) => values.surelyBefore(readDate(one), readDate(other));
  assert.deepEqual([before("2024", "2025"), before("2025-01", "2025"), before("2025-01-31", "2025-02"), before("2025", "2025")], [true, false, true, false]);
});

test("a date is spoken as in a letter", () => {
  assert.deepEqual(["2019", "2019-05", "2019-05-03"].map((date) => values.spoken(date, MONTHS)), ["2019", "Mei 2019", "3 Mei 2019"]);
});

test("a date in another spelling is understood where it can mean one day only", () => {
  const rows = [
    ["17-8-2025", "2025-08-17"], ["17/08/2025", "2025-08-17"], ["17.8.2025", "2025-08-17"], ["17 – 8 – 2025", "2025-08-17"], ["2025/8/7", "2025-08-07"], ["2025.8", "2025-08"],
    ["8-2025", "2025-08"], ["Agustus 2025", "2025-08"], ["Senin, 4 Agustus 2025.", "2025-08-04"], ["jum’at 1 agu 2025", "2025-08-01"], ["3 Pebruari 2025", "2025-02-03"],
    ["Tahun 2025", "2025"], [" 2025 ", "2025"], ["4 May 2025", "2025-05-04"],
    ["", ""], ["entah", ""], ["2101", ""], ["31 Februari 2025", ""], ["8/17/2025", ""], ["Marga 2024", ""], ["17-08-25", ""], ["2023-2024", ""], ["3\u00a0Mei 2019", ""],
  ];
  for (const [typed, meant] of rows) assert.equal(meantDate(typed, MONTHS), meant, typed);
});

test("an address becomes a link only if it leads to a public host name, and else the cause is named", () => {
  const rows = [
    ["https://contoh.go.id/a?b=c@d#e", ""], ["HTTP://CONTOH.GO.ID:8080", ""], ["https://contoh.go.id:", ""],
    ["https://contoh.go.id/a b", "tanda"], ["https://contoh.go.id/\u00a0", "tanda"], ["https://contoh.go.id/<", "tanda"], ["https://a\\b", "tanda"],
    ["https://contoh.go.id:65536", "susunan"], ["https://contoh.go.id:x", "susunan"], ["https://[::1", "susunan"], ["https://:80", "susunan"],
    ["ftp://contoh.go.id", "awal"], ["contoh.go.id", "awal"], ["javascript:alert(1)", "awal"], ["//contoh.go.id", "awal"], ["", "awal"],
    ["https://a@contoh.go.id", "pengguna"], ["https://@contoh.go.id", "pengguna"],
    ["https://127.0.0.1/", "ip"], ["https://[::1]:80", "ip"], ["https://256.0.0.1/", "nama"], ["https://01.1.1.1", "nama"],
    ["https://localhost", "nama"], ["https://a.local", "nama"], ["https://a.0x7f", "nama"], ["https://-a.id", "nama"], ["https://a..id", "nama"], ["https:", "nama"], ["https://contoh．go．id", "nama"],
  ];
  for (const [address, cause] of rows) assert.equal(addressFault(address), cause, address);
});

test("mail is written small behind the sign, and a number as people write it", () => {
  assert.equal(values.MAIL.test("Kantor.1@contoh.go.id"), true);
  for (const bad of ["kantor@contoh", "kantor@Contoh.go.id", "a b@contoh.go.id", "kantor@contoh.go.id\n"]) assert.equal(values.MAIL.test(bad), false, bad);
  for (const good of ["112", "(0561) 123-456 EXT. 7", "+62 561 721234"]) assert.equal(values.PHONE.test(good), true, good);
  for (const bad of ["12", "0561 a", "０５６１ 721234", "0561721234\n"]) assert.equal(values.PHONE.test(bad), false, bad);
});

test("a word is meant by its spelling, its label, or words that it alone has", () => {
  const words = { "pekerjaan-umum": "Pekerjaan umum dan penataan", "uji-coba": "Uji coba", "uji-petik": "Uji petik" };
  const rows = [["Pekerjaan Umum", "pekerjaan-umum"], ["UJI COBA", "uji-coba"], ["penataan umum", "pekerjaan-umum"], ["petik", "uji-petik"], ["uji", ""], ["", ""], ["lain", ""], ["!", ""]];
  for (const [typed, meant] of rows) assert.equal(nearest(typed, words), meant, typed);
});

test("signs that do not show are found, a line end of Windows is not among them", () => {
  const found = (text) => [...text.matchAll(values.BANNED)].length;
  assert.equal(found("a\u200bb\u{e0001}\ue006\rc\ud800"), 5);
  assert.equal(found("a\r\nb\tc\u200d"), 0);
});

test("an address comes from the name, short where that is enough, and is free", () => {
  const free = (name, taken = []) => values.proposedSlug(name, "disdik", 20, (slug) => taken.includes(slug));
  assert.equal(values.shortSlug("SIAP (Sistem Antrean)", 20), "siap");
  assert.equal(values.shortSlug("AB (Antre Bersama)", 20), "ab-antre-bersama");
  assert.deepEqual([free("SIAP (Antre)"), free("SIAP (Antre)", ["siap"]), free("SIAP (Antre)", ["siap", "siap-disdik"])], ["siap", "siap-disdik", "siap-antre"]);
  assert.deepEqual([free("Siap", ["siap", "siap-disdik"]), free("日本")], ["", ""]);
});
