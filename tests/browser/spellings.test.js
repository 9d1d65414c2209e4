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
    2023: ["2023", "TA. 2023", "TMT 2023", "sejak 2023", "'23", "2023-00-00"],
    "1998-05-17": ["17-5-98"],
  };
  for (const [date, written] of Object.entries(rows)) for (const one of written) assert.deepEqual(read(one), [date, true], one);
});

test("where a date holds less than the words, it is not taken by itself", () => {
  const rows = { 2023: ["Triwulan II 2023", "Semester I 2023", "Sem. I 2023", "musim kemarau 2023", "awal 2023", "Januari s.d. Desember 2023", "2023 s.d. sekarang", "Tahun Ajaran 2023/2024"], "2023-01": ["Januari s.d. Maret 2023"], "2023-05": ["1-5 Mei 2023", "awal Mei 2023", "01/05/2023 - 17/05/2023"] };
  for (const [date, written] of Object.entries(rows)) for (const one of written) assert.deepEqual(read(one), [date, false], one);
  assert.equal(cleaned("Triwulan II 2023", "tanggal", MONTHS), "Triwulan II 2023");
  assert.equal(cleaned("17-V-2023", "tanggal", MONTHS), "2023-05-17");
});

test("a date is read with any of the signs that offices put between its parts", () => {
  const rows = {
    "2023-05-17": ["17-05-23", "17.5.23", "17 - Mei - 23", "17/Mei/2023", "17\u2010Mei\u201023", "17.Mei.'23", "17Mei 23", "Mei 17,2023", "17/v/2023", "17 v 2023", "17 Mei 2023;", "17 Mei 2023:", "05-17-2023", `17${"-".repeat(70)}mei 2023`],
    "2023-08-07": ["7-8-23", "7/VIII/2023", "7.viii.2023", "Agt. 7, 2023", "7 Agt. '23", "7-VIII-2023"], "2023-12-07": ["7-XII-2023"], "2023-03-07": ["7 III 2023"], "2023-09-07": ["september 7, 2023", "7 September 23"],
    "2031-05-23": ["23-5-31"], "2023-05-31": ["31-5-23"], "2013-06-05": ["5-6-13"], "1945-05-17": ["17-5-45", "17 Mei 45"], "2044-05-17": ["17-5-44", "17 Mei 44"], "1998-05-17": ["19980517"],
    2023: [`2023${".".repeat(76)}`], "2023-09": ["Sept. 2023", "September '23"],
  };
  for (const [date, written] of Object.entries(rows)) for (const one of written) assert.deepEqual(read(one), [date, true], one);
  const none = [
    "117-5-23", "17-5-234", "17-5/23", "105/17/2023", "5/17/20234", "117 Mei 2023", "17 Mei 20234", "7 Mei 17, 2023", "Mei 17, 20234", "117-V-2023", "17-V-20234", "7-IIV-2023", "7 Xyz 2023", "Xyz 2023",
    "Xyz 7, 2023", "120230517", "202305171", `2023${".".repeat(80)}`, `17${"-".repeat(71)}mei 2023`, "- 2023", "1800/2021", "2021/1800", "sekitar 2021/2022",
  ];
  for (const one of none) assert.equal(read(one), null, one);
});

test("what lies between two dates is the month or the year of both, from months of one year the first, else one of the two", () => {
  const rows = [
    ["2021 s.d. tahun 2023", ["2021", "2023"]], ["1 s.d. 5 Mei 2023", ["2023-05", false]], ["1/5 - 17/5/2023", ["2023-05", false]], ["2023 s.d. 2023", ["2023", false]], ["1 Mei s.d. 3 Juni 2023", ["2023-05", false]], ["Tahun Ajaran 2023/2025", null],
    ["awal th. 2023", ["2023", false]], ["awal bln. Mei 2023", ["2023-05", false]], ["Mei 2023 s.d. sekarang", ["2023-05", false]], ["12-5-11", ["2011-05-12", "2012-05-11"]], ["05-06-12", ["2012-06-05", "2005-06-12"]], ["32-5-23", ["2032-05-23"]],
  ];
  for (const [written, found] of rows) assert.deepEqual(read(written), found, written);
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

test("a sum is sure where its signs part thousands or stand for the currency, and else it is asked", () => {
  const sure = {
    45: ["Rp45", "rp. 45", "Rp 45", "IDR45", "45 rupiah", "45rupiah", "45,-", "45,--", "45.-", "45,=", "45,0", "45,00", "Rp 45 ,-"],
    45000: ["45.000", "45 000", "45 000,0", "45 000,00", "45.000,0", "Rp45.000,- rupiah"],
    450000000: ["450.000.000", "450,000,000", "450,000,000.0", "450,000,000.00", "450 juta", "450juta", "450 jt."],
    1234567: ["1.234.567", "1,234,567", "1 234 567", "1.234.567,00", "1.234.567 (satu juta dua ratus ribu rupiah).", "1234567(sejuta rupiah)"],
    12500000: ["12,5 juta", "12.50 jutaan"], 1250000: ["1,25 juta", "1.250 ribu", "1.250,00 rb"], [`${"1".repeat(40)}`]: ["1".repeat(40)],
  };
  for (const [digits, written] of Object.entries(sure)) for (const one of written) assert.deepEqual(writtenAmount(one), { amounts: [digits], sure: true }, one);
  const asked = {
    "1.234,5": ["1234", "12345"], "1234.567": ["1234", "1234567"], "1.2345,00": ["12345", "1234500"], "1.234.567,000": ["1234567", "1234567000"], "45,000": ["45", "45000"],
    "1234,567,890": ["1234567", "1234567890"], "45,000,000.5": ["45000000", "450000005"], "45,000,000.000": ["45000000", "45000000000"],
    "4500 000": ["4500000"], "45 0000": ["450000"], "45 000,5": ["45000", "450005"], "25.": ["25"], "12,250 juta": ["12250000000", "12250000"], "1000000000000000.0": ["1000000000000000"],
  };
  for (const [written, amounts] of Object.entries(asked)) assert.deepEqual(writtenAmount(written), { amounts, sure: false }, written);
  const none = ["45rp", "45,-6", "a1.5", "1.5x", ".5", "0.0", "9999999999999999.0", ".1,5 juta", "1234,250 juta", "1,2500 juta", "45 jutax", "x45 juta", "45 (dua) rupiah", "45 (empat puluh lima rupiah) lagi", "45 (empat puluh lima rupiah)0", "45 (rupiah)"];
  for (const one of none) assert.deepEqual(writtenAmount(one), { amounts: [], sure: false }, one);
});

test("an amount is said as people read it", () => {
  const rows = [["45000000", "Rp45.000.000 = empat puluh lima juta rupiah"], ["1001", "Rp1.001 = seribu satu rupiah"], ["1".repeat(16), ""], ["x1", ""], ["1x", ""], ["123456", "Rp123.456 = seratus dua puluh tiga ribu empat ratus lima puluh enam rupiah"], ["1000", "Rp1.000 = seribu rupiah"], ["0", "Rp0 = nol rupiah"], ["007", "Rp7 = tujuh rupiah"], ["x", ""], ["", ""]];
  for (const [digits, said] of rows) assert.equal(spokenAmount(digits), said);
  const words = { 11: "sebelas", 17: "tujuh belas", 20: "dua puluh", 99: "sembilan puluh sembilan", 100: "seratus", 1999: "seribu sembilan ratus sembilan puluh sembilan", 1000000: "satu juta", 2000000003: "dua miliar tiga", 1500000000000: "satu triliun lima ratus miliar" };
  for (const [number, said] of Object.entries(words)) assert.equal(inWords(Number(number)), said);
  const first = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split(" ");
  assert.deepEqual(first.map((_, at) => inWords(at + 1)), first);
  assert.deepEqual([12, 19, 101, 200, 999, 1e9, 1e12].map(inWords), ["dua belas", "sembilan belas", "seratus satu", "dua ratus", "sembilan ratus sembilan puluh sembilan", "satu miliar", "satu triliun"]);
});

test("what was typed is read back, or what it may mean is offered", () => {
  assert.deepEqual(dateBack("2026-03", MONTHS), { said: "Dibaca: Maret 2026", options: [] });
  assert.deepEqual(dateBack("kemarin", MONTHS), { said: "", options: [] });
  assert.deepEqual(dateBack("2021/2022", MONTHS), { said: "Belum pasti. Maksudnya yang mana?", options: [["2021", "2021"], ["2022", "2022"]], rest: "2021/2022" });
  const offered = (typed) => dateBack(typed, MONTHS).options.map(([date]) => date);
  assert.deepEqual(dateBack(" awal  Mei 2023", MONTHS), { said: "Belum pasti. Maksudnya yang mana?", options: [["2023-05", "Mei 2023"]], rest: "awal Mei 2023" });
  // Of a span within one year its beginning, or the year; the order of the parts of a number leaves no word out.
  assert.deepEqual([offered("Mei S.D. Juli 2025"), offered("Januari - Desember 2024"), offered("Mei 2024 - Juli 2025")], [["2025-05", "2025"], ["2024"], ["2024-05", "2025-07"]]);
  assert.equal(dateBack("05/06/07", MONTHS).rest, "");
  assert.equal(amountBack(" 45000000 ").said, "Rp45.000.000 = empat puluh lima juta rupiah");
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
  assert.equal(agencyCalled("!", { a: { nama: "?", sebutan: [] } }), "", "a name without a letter is nobody's");
});

test("the region behind a name goes only where nobody is called so with it", () => {
  const known = { rsud: { nama: "RSUD", sebutan: [] }, "rsud-contoh": { nama: "RSUD Contoh Raya", sebutan: [] } };
  for (const [name, slug] of [["RSUD Contoh Raya", "rsud-contoh"], ["RSUD Kab. Contoh Raya", "rsud"], ["RSUD Kabupaten Contoh Raya", "rsud"], ["RSUD Contoh", "rsud-contoh"]]) {
    assert.equal(agencyCalled(name, known, "Kabupaten Contoh Raya"), slug, name);
    assert.equal(agenciesLike(name, known, "Kabupaten Contoh Raya")[0], slug, name);
  }
  assert.deepEqual(agenciesLike("RSUD Contoh Raya", known, "Kabupaten Contoh Raya"), ["rsud-contoh"]);
  assert.equal(agencyCalled("RSUD Kabupaten", known, "Kabupaten"), "rsud");
});

test("agencies are found by words begun, those first whose name begins so", () => {
  assert.deepEqual(agenciesLike("dinas k", AGENCIES), ["dkp", "dinkes"]);
  assert.deepEqual(agenciesLike("kesehatan", AGENCIES), ["dinkes"]);
  assert.deepEqual(agenciesLike("dinkes", AGENCIES), ["dinkes"]);
  assert.deepEqual(agenciesLike("perikanan kel", AGENCIES), ["dkp"]);
  const ranked = { c: { nama: "Unit Pasar", sebutan: [] }, d: { nama: "Alun Pasar", sebutan: [] }, b: { nama: "Pasar Raya", sebutan: ["Unit Pasar Raya"] }, a: { nama: "Zona", sebutan: ["Pasar"] } };
  assert.deepEqual(agenciesLike("pasar", ranked), ["a", "b", "d", "c"], "who is called so, who begins so, then by name");
  for (const none of ["", "xyz"]) assert.deepEqual(agenciesLike(none, AGENCIES), []);
  for (const region of ["Kabupaten Contoh", "Contoh"])
    assert.deepEqual(agenciesLike("Dinas Kesehatan Contoh", AGENCIES, region), ["dinkes"]);
  for (const name of ["Dinas Kesehatan Kab. Contoh", "DINKES KABUPATEN CONTOH"])
    assert.equal(agencyCalled(name, AGENCIES, "Kabupaten Contoh"), "dinkes");
  for (const name of ["Dinas Kesehatan Kota Contoh", "Kabupaten Contoh"])
    assert.equal(agencyCalled(name, AGENCIES, "Kabupaten Contoh"), "");
});
