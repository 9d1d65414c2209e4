// Human spellings: what is sure is taken, what is not is asked, and nothing is guessed. tests/twins.yml and the random
// strings of tests/properties hold the same functions to the program's.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inWords } from "../../site_templates/browser/reading/amounts.js";
import { caseless, singleBlanks } from "../../site_templates/browser/reading/folding.js";
import * as values from "../../site_templates/browser/reading/values.js";
import { MONTHS } from "./program.js";

const { agenciesLike, agencyCalled, amountBack, cleaned, dateBack, spokenAmount, writtenAmount } = values;
const read = (text) => {
  const found = values.writtenDate(text, MONTHS);
  return found && !Array.isArray(found) ? [found.date, found.whole] : found;
};

test("a date is read at the precision it has", () => {
  const rows = {
    "2023-05-17": ["17-5-2023", "17 MEI 2023", "17-Mei-23", "17 Mei '23", "17/5/23", "tgl. 17-5-2023", "Mei 17, 2023", "17-V-2023", "20230517", "17 Mei 2023 pukul 09.00 WIB", "5/17/2023"],
    "2023-05": ["Mei 2023", "Mei-23", "bln. Mei 2023", "5-2023"],
    2023: ["2023", "TA. 2023", "sejak 2023"],
    "1998-05-17": ["17-5-98"],
  };
  for (const [date, written] of Object.entries(rows)) for (const one of written) assert.deepEqual(read(one), [date, true], one);
});

test("where a date holds less than the words, it is not taken by itself", () => {
  const rows = { 2023: ["Triwulan II 2023", "Semester I 2023", "awal 2023", "Januari s.d. Maret 2023", "2023 s.d. sekarang"], "2023-05": ["1-5 Mei 2023", "awal Mei 2023", "01/05/2023 - 17/05/2023"] };
  for (const [date, written] of Object.entries(rows)) for (const one of written) assert.deepEqual(read(one), [date, false], one);
  assert.equal(cleaned("Triwulan II 2023", "tanggal", MONTHS), "Triwulan II 2023");
  assert.equal(cleaned("17-V-2023", "tanggal", MONTHS), "2023-05-17");
});

test("a date that is not sure is asked, and what is none gives none", () => {
  assert.deepEqual(read("05/06/07"), ["2007-06-05", "2005-06-07"]);
  assert.deepEqual(read("2021/2022"), ["2021", "2022"]);
  assert.deepEqual(read("Mei 2021 s.d. Juni 2023"), ["2021-05", "2023-06"]);
  for (const one of ["sekitar 2023", "2023?"]) assert.deepEqual(read(one), ["2023"]);
  const none = ["kemarin", "31-2-2023", "17 Xyz 2023", "Xyz 17, 2023", "17-IIV-2023", "99999999", "20231399", "31/2/23", "Triwulan II 1800", "awal xyz", "xyz s.d. sekarang", "1800/1801", "sekitar sekitar", "a sampai b", "x".repeat(99), "", "2023 sampai 2021"];
  for (const one of none) assert.equal(read(one), null, one);
});

test("money is read as offices write it", () => {
  const rows = { 45000000: ["45 juta", "Rp45.000.000", "Rp. 45.000.000,00", "45000000", "IDR 45,000,000.00", "45 jt.", "45.000.000,-"], 1500000000: ["1,5 M", "1.5 miliar"], 2500: ["2.500", "2,5 rb"] };
  for (const [digits, written] of Object.entries(rows)) for (const one of written) assert.deepEqual(writtenAmount(one), { amounts: [digits], sure: true }, one);
  assert.deepEqual(writtenAmount("1,250 juta"), { amounts: ["1250000000", "1250000"], sure: false });
  assert.deepEqual(writtenAmount("25.00"), { amounts: ["25", "2500"], sure: false });
  assert.deepEqual(writtenAmount("Rp. 4 5.000.000"), { amounts: ["45000", "45000000"], sure: false });
  assert.deepEqual(writtenAmount("Rp 45 000 000"), { amounts: ["45000000"], sure: true });
  for (const one of ["gratis", "", ".5 juta", "1".repeat(41), "9,9".repeat(9), "1.2.3,4 juta"]) assert.deepEqual(writtenAmount(one), { amounts: [], sure: false }, one);
  assert.deepEqual([cleaned("45 juta", "bilangan", MONTHS), cleaned("25.00", "bilangan", MONTHS)], ["45000000", "25.00"]);
});

test("an amount is said as people read it", () => {
  const rows = [["45000000", "Rp45.000.000 = empat puluh lima juta rupiah"], ["1000", "Rp1.000 = seribu rupiah"], ["0", "Rp0 = nol rupiah"], ["007", "Rp7 = tujuh rupiah"], ["x", ""], ["", ""]];
  for (const [digits, said] of rows) assert.equal(spokenAmount(digits), said);
  const words = { 11: "sebelas", 17: "tujuh belas", 20: "dua puluh", 99: "sembilan puluh sembilan", 100: "seratus", 1999: "seribu sembilan ratus sembilan puluh sembilan", 1000000: "satu juta", 2000000003: "dua miliar tiga", 1500000000000: "satu triliun lima ratus miliar" };
  for (const [number, said] of Object.entries(words)) assert.equal(inWords(Number(number)), said);
});

test("what was typed is read back, or what it may mean is offered", () => {
  assert.deepEqual(dateBack("2026-03", MONTHS), { said: "Dibaca: Maret 2026", options: [] });
  assert.deepEqual(dateBack("kemarin", MONTHS), { said: "", options: [] });
  assert.deepEqual(dateBack("2021/2022", MONTHS), { said: "Belum pasti. Maksudnya yang mana?", options: [["2021", "2021"], ["2022", "2022"]] });
  assert.deepEqual(dateBack("awal Mei 2023", MONTHS).options, [["2023-05", "Mei 2023"]]);
  assert.match(dateBack("awal Mei 2023", MONTHS).said, /kolom Keterangan/);
  assert.deepEqual(amountBack("45000000"), { said: "Rp45.000.000 = empat puluh lima juta rupiah", options: [] });
  assert.deepEqual(amountBack("25.00"), { said: "Belum pasti. Maksudnya yang mana?", options: [["25", "Rp25 = dua puluh lima rupiah"], ["2500", "Rp2.500 = dua ribu lima ratus rupiah"]] });
  for (const none of ["", " ", "gratis"]) assert.deepEqual(amountBack(none), { said: "", options: [] });
});

test("small letters are those of Python, and blanks of every kind are one", () => {
  assert.equal(caseless("\u017f\u0131\u00df\ufb01A"), "s\u0131ssfia");
  assert.equal(singleBlanks(" a\u00a0\n b "), "a b");
});

const AGENCIES = {
  bapenda: { nama: "Badan Pendapatan Daerah", sebutan: ["BAPENDA", "Dispenda"] },
  dinkes: { nama: "Dinas Kesehatan", sebutan: ["Dinkes", "Dinas A"] },
  dkp: { nama: "Dinas Kelautan & Perikanan", sebutan: ["Dinas A"] },
};

test("an agency is known by any of its names, where it alone has that name", () => {
  const rows = { BAPENDA: "bapenda", "dinas kelautan dan perikanan": "dkp", dispenda: "bapenda", "Dinas A": "", "": "", "Dinas Lain": "" };
  for (const [name, slug] of Object.entries(rows)) assert.equal(agencyCalled(name, AGENCIES), slug, name);
});

test("agencies are found by words begun, those first whose name begins so", () => {
  assert.deepEqual(agenciesLike("dinas k", AGENCIES), ["dkp", "dinkes"]);
  assert.deepEqual(agenciesLike("kesehatan", AGENCIES), ["dinkes"]);
  assert.deepEqual(agenciesLike("dinkes", AGENCIES), ["dinkes"]);
  assert.deepEqual(agenciesLike("perikanan kel", AGENCIES), ["dkp"]);
  for (const none of ["", "xyz"]) assert.deepEqual(agenciesLike(none, AGENCIES), []);
  for (const region of ["Kabupaten Contoh", "Contoh"])
    assert.deepEqual(agenciesLike("Dinas Kesehatan Contoh", AGENCIES, region), ["dinkes"]);
  for (const name of ["Dinas Kesehatan Kab. Contoh", "DINKES KABUPATEN CONTOH"])
    assert.equal(agencyCalled(name, AGENCIES, "Kabupaten Contoh"), "dinkes");
  for (const name of ["Dinas Kesehatan Kota Contoh", "Kabupaten Contoh"])
    assert.equal(agencyCalled(name, AGENCIES, "Kabupaten Contoh"), "");
});
