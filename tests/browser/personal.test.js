// All numbers are made up.
import assert from "node:assert/strict";
import { test } from "node:test";
import { scanner } from "../../site_templates/browser/checks/personal.js";
import { NUMBERS, SHAPES } from "./program.js";

const { find, asRead } = scanner(SHAPES);
const codes = (text) => find(text).map(({ code }) => code).join(" ");
const holds = (rows) => {
  for (const [text, wanted] of rows) assert.equal(codes(text), wanted, text);
};

test("each number, however it is disguised, and each honest one is read as the program reads it", () => {
  for (const [text, read, found] of NUMBERS) assert.deepEqual([asRead(text), find(text).map(({ code, shown }) => [code, shown])], [read, found], text);
});

test("nothing is found where there is no digit, no at sign and nothing that may stand for one", () => {
  holds([["", ""], ["Layanan antar jemput", ""], ["é", ""]]);
});

test("a number of a person is found however it is cut", () => {
  holds([
    ["6112010101800001", "P001"], ["6112.0101 0180-0001", "P001"], ["6 1 1 2 0 1 0 1 0 1 8 0 0 0 0 1", "P001"], ["(6112)(0101)(0180)(0001)", "P001"],
    ["19800101 200501 1 001", "P002"], ["0812-3456-7890", "P003"], ["+62 (0) 812 3456 7890", "P003"], ["0062 812 3456 7890", "P003"],
  ]);
});

test("more than three signs, a letter or digits of none part two numbers", () => {
  holds([["0812 .... 34567890", ""], ["0812 a 34567890", ""], ["0812\u{1f4f1}\u{1f4f1}\u{1f4f1}34567890", "P003"], ["0812\u{1f4f1}\u{1f4f1}\u{1f4f1}\u{1f4f1}34567890", ""]]);
});

test("digits of other scripts and shapes are digits", () => {
  holds([["０８１２ ３４５６ ７８９０", "P003"], ["٠٨١٢٣٤٥٦٧٨٩٠", "P003"], ["⓪⑧①②③④⑤⑥⑦⑧⑨⓪", "P003"], ["🄋➇➀➁➂➃➄➅➆➇➈🄋", "P003"], ["⁰⁸¹²³⁴⁵⁶⁷⁸⁹⁰", "P003"], ["0⑴⒉", ""]]);
});

test("what does not show parts nothing, and every dash is one", () => {
  holds([["0812\u200b3456\u00ad7890", "P003"], ["0812\u115f34567890", "P003"], ["0812—3456−7890", "P003"], ["0812\u{e0020}34567890", "P003"]]);
});

test("a text is read as a page shows it, too", () => {
  holds([["[0812](https://contoh.go.id/)34567890", "P003"], ["**0812**3456*7890*", "P003"], ["&#48;81234567890", "P003"], ["&#x30;81234567890", "P003"],
    ["- 0812\n- 3456\n- 7890", "P003"], ["budi&commat;gmail&period;com", "P004"], ["&#1114112;081234567890", "P003"]]);
  assert.equal(asRead("**a**(b)&plus;&tidakada;&#9999999;&#xff11;\n1. c  - d"), "a(b)+  1 c - d");
});

test("dates, sums, decrees, codes and places are no numbers of a person", () => {
  holds(["17-08-2025 01-09-2025", "1.112.010.101.800.001", "400.7.1/0812/2024/567", "978-602-1234-56-7", "5.1.02.01.01.0024", "61.12.01.2001, 61.12.01.2002",
    "-0.08123456, 109.40217889", "12, 15, 20, 31, 25, 18, 22, 30", "08.00-12.00 13.00-16.00", "NIB 0812345678901", "EC00202112345", "0561 812345", "(0561) 628315, 602364",
    "2021 1.234 2022 1.345 2023 1.456", "1.02.02.2.02.0012 5.1.02.01.01.0026"].map((text) => [text, ""]));
});

test("an honest number beside it hides none", () => {
  holds([["tanggal 17-08-2025 HP 0812 3456 7890", "P003"], ["NIB 081234567890", "P003"], ["Rp25.000.000 081234567890", "P003"], ["(0561) +6281234567890", "P003"], ["2025 6112 0101 0180 0001", "P001"]]);
});

test("behind a word that calls it one a mobile is found, behind another it is part of a code", () => {
  holds([["wa081234567890", "P003"], ["telp0812-3456-7890", "P003"], ["kode081234567890", ""]]);
});

test("of an address only what it calls somebody's counts", () => {
  holds([["https://contoh.go.id/081234567890", ""], ["https://contoh.go.id/?hp=0812%203456%207890", "P003"], ["https://wa.me/60123456789", "P003"],
    ["https://contoh.go.id/?nik=6112.0101.0180.0001&x=1", "P001"], ["https://contoh.go.id/?phone=%2B60123456789", "P003"], ["https://contoh.go.id,081234567890", "P003"]]);
});

test("private mail is found, an office's is not", () => {
  holds([["budi@gmail.com", "P004"], ["budi @ gmail.com", "P004"], ["budi(@)gmail (.) com", "P004"], ["budi@contoh.com", "P004"], ["budi @ example.co.id", "P004"], ["BUDI@GMAİL.COM", "P004"],
    ["kantor@contoh.go.id", ""], ["@kantor", ""], ["Instagram @dinas.kota", ""], ["a@b", ""], ["budi。a@gmail。com", "P004"], ["budi@go.id.example.com", "P004"]]);
});

test("a finding shows two digits or the domain alone, and has one key wherever it is found", () => {
  const [number] = find("0812-3456-7890"), [again] = find("HP 081234567890"), [mail] = find("hub. budi@gmail.com");
  assert.deepEqual(number, { code: "P003", key: "P003 081234567890", shown: "08… (12 angka)" });
  assert.equal(again.key, number.key);
  assert.deepEqual(mail, { code: "P004", key: "P004 budi@gmail.com", shown: "…@gmail.com" });
});

test("what is told once is not told again in part", () => {
  holds([["0812-3456-7890, 0813-0000-0000", "P003 P003"], ["https://wa.me/6281234567890", "P003"], ["198001012005011001", "P002"]]);
});
