// A file that somebody has on the disk: what has a place in the form stands there, and nothing of the rest is lost.
import assert from "node:assert/strict";
import { test } from "node:test";
import { decoded } from "../../site_templates/browser/reading/file_text.js";
import { open, placed } from "../../site_templates/browser/reading/import_file.js";
import { comments, cut, read } from "../../site_templates/browser/reading/yaml_parts.js";

const WORDS = {
  perangkat_daerah: { bapenda: "Badan Pendapatan Daerah" },
  urusan: { kesehatan: "Kesehatan", pendidikan: "Pendidikan" },
  peristiwa: { penerapan: "Penerapan", "uji-coba": "Uji coba" },
};
const SHAPES = [
  { key: "mitra", label: "Mitra", help: "", kind: "kata", vocabulary: "perangkat_daerah" },
  { key: "nama", label: "Nama inovasi", help: "Tulis namanya.", kind: "baris" },
  { key: "masalah", label: "Masalah", help: "Apa masalahnya?", kind: "prosa" },
  { key: "urusan", label: "Urusan", help: "", kind: "kata", vocabulary: "urusan", most: 3 },
  { key: "utama", label: "Urusan utama", help: "", kind: "kata", vocabulary: "urusan" },
  { key: "resmi", label: "Resmi", help: "", kind: "ya_tidak" },
  { key: "langkah", label: "Langkah", help: "", kind: "baris", most: 9 },
  {
    key: "kontak",
    label: "Kontak",
    help: "",
    kind: "kelompok",
    inner: [
      { key: "kantor", label: "Kantor", help: "", kind: "baris" },
      { key: "surel", label: "Surel", help: "", kind: "baris" },
    ],
  },
  {
    key: "riwayat",
    label: "Riwayat",
    help: "",
    kind: "kelompok",
    most: 9,
    inner: [
      { key: "peristiwa", label: "Peristiwa", help: "", kind: "kata", vocabulary: "peristiwa" },
      { key: "tanggal", label: "Tanggal", help: "", kind: "tanggal" },
    ],
  },
  {
    key: "tahap",
    label: "Tahap",
    help: "",
    kind: "kelompok",
    keyed: true,
    vocabulary: "peristiwa",
    inner: [{ key: "tanggal", label: "Tanggal", help: "", kind: "tanggal" }],
  },
  { key: "catatan", label: "Catatan menurut urusan", help: "", kind: "baris", keyed: true, vocabulary: "urusan" },
];
const FORM = {
  words: (name) => WORDS[name],
  aturan: { slug_terpanjang: 20 },
  sehari_hari: { urusan: { berobat: "kesehatan" } },
  perangkat_daerah: { bapenda: { nama: "Badan Pendapatan Daerah", sebutan: ["BAPENDA", "Dispenda"] } },
};

const at = (text) => placed(text, SHAPES, FORM);
const held = (text) => {
  const { data, lost } = at(text);
  assert.deepEqual(lost, []);
  return data;
};
const one = (text) => {
  const { data, lost } = at(text);
  assert.equal(lost.length, 1, JSON.stringify(lost));
  return [data, lost[0].why, lost[0].text];
};
const file = (text, name = "isian.yml") => new File([text], name);
const opened = (text, name) => open(file(text, name), SHAPES, FORM);

// Encodings

test("a text is read in whatever encoding an editor wrote it", async () => {
  const bytes = (...numbers) => new Uint8Array(numbers).buffer;
  assert.equal(decoded(bytes(0xff, 0xfe, 0x61, 0x00, 0xe9, 0x00)), "aé");
  assert.equal(decoded(bytes(0xfe, 0xff, 0x00, 0x61, 0x00, 0xe9)), "aé");
  assert.equal(decoded(bytes(0x61, 0xc3, 0xa9)), "aé");
  assert.equal(decoded(bytes(0x61, 0xe9, 0x93)), "aé“");
  assert.equal(decoded(bytes(0xff, 0x61)), "ÿa");
  assert.equal(decoded(bytes(0xfe, 0x61)), "þa");
  assert.equal(decoded(bytes()), "");
});

// What is no entry at all

test("what is no entry is refused with one sentence that says why", async () => {
  for (const [text, said] of [
    ["x".repeat(512 * 1024 + 1), /^Berkas itu lebih dari 512 KB/],
    ["nama: a\0b", /bukan berkas teks\. Pilih paket \(\.txt\) atau berkas isian \(\.yml\)/],
    [" \n\t\n", /kosong/],
    ["Kepada Yth. Bapak Camat", /Tidak ada kolom isian yang dikenali/],
    ["- satu\n- dua", /Tidak ada kolom/],
  ]) {
    const { refused, ...rest } = await opened(text);
    assert.match(refused, said);
    assert.deepEqual(rest, {});
  }
  assert.equal((await opened(`nama: a\n#${"x".repeat(512 * 1024 - 9)}`)).refused, undefined);
});

test("the address of an entry comes from the name that its file had before it was copied", async () => {
  for (const name of [
    "posyandu-malam.yml",
    "posyandu-malam (1).yml",
    "posyandu-malam(12).yml",
    "posyandu-malam - Copy.yml",
    "posyandu-malam - Salin.txt",
    "posyandu-malam - Salinan.yml",
    "Salinan posyandu-malam.yml",
    "Salinan dari posyandu-malam.yml",
    "Copy of Posyandu Malam.yml",
  ])
    assert.equal((await opened("nama: a", name)).slug, "posyandu-malam", name);
  for (const [name, slug] of [
    ["salinan-arsip (2) lama.yml", "salinan-arsip-2-lama"],
    ["arsip v1.2.yml", "arsip-v1-2"],
    ["arsip - Copy lama.yml", "arsip-copy-lama"],
    ["arsip Salinan desa.yml", "arsip-salinan-desa"],
  ])
    assert.equal((await opened("nama: a", name)).slug, slug);
});

// What has a place

test("a value stands under its key, whether a key or its label names it", () => {
  assert.deepEqual(held("nama: Posyandu\n"), { nama: "Posyandu" });
  assert.deepEqual(held('"nama" : Posyandu'), { nama: "Posyandu" });
  assert.deepEqual(held("'Nama inovasi': Posyandu"), { nama: "Posyandu" });
  assert.deepEqual(held("NAMA: Posyandu"), { nama: "Posyandu" });
});

test("a file may begin with a mark, with what an editor of Windows puts there, or be indented throughout", () => {
  assert.deepEqual(held("\ufeff---\r\nnama: Posyandu\r\nresmi: ya\r"), { nama: "Posyandu", resmi: true });
  assert.deepEqual(held("--- nama: Posyandu"), { nama: "Posyandu" });
  assert.deepEqual(held("nama: Posyandu\rresmi: ya\n---\n \n"), { nama: "Posyandu", resmi: true });
  assert.deepEqual(held("  nama: Posyandu\n  kontak:\n    kantor: A"), { nama: "Posyandu", kontak: { kantor: "A" } });
});

test("words are meant by slug or by label, and several may be one", () => {
  assert.deepEqual(held('utama: Kesehatan\nurusan: " pendidikan "'), { utama: "kesehatan", urusan: ["pendidikan"] });
  assert.deepEqual(held("urusan: [kesehatan, Pendidikan]"), { urusan: ["kesehatan", "pendidikan"] });
  for (const text of ["urusan: Urusan Kesehatan; Pendidikan;", "urusan: berobat; Bidang Pendidikan; kesehatan", "urusan: |\n  Kesehatan\n  Pendidikan"])
    assert.deepEqual(held(text), { urusan: ["kesehatan", "pendidikan"] });
  assert.deepEqual(at("urusan: Kesehatan; Perikanan"), { data: { urusan: [] }, lost: [{ why: "Urusan 1: bukan pilihan yang tersedia.", text: "Kesehatan; Perikanan" }] });
  assert.deepEqual(at("utama: Urusan").lost.length, 1);
  assert.deepEqual(held("langkah: satu; dua"), { langkah: ["satu; dua"] });
});

test("yes and no are read as people write them, and no is nothing", () => {
  for (const word of ["ya", " YA ", "true"]) assert.deepEqual(held(`resmi: "${word}"`), { resmi: true });
  for (const word of ["tidak", "false"]) assert.deepEqual(held(`resmi: ${word}`), {});
  assert.deepEqual(one("resmi: mungkin"), [{}, 'Resmi: "mungkin" bukan ya atau tidak.', "mungkin"]);
});

test("groups and lists hold what their items hold", () => {
  assert.deepEqual(
    held("riwayat:\n- peristiwa: penerapan\n  tanggal: 2024-05\n- Peristiwa: Uji coba\nkontak:\n  Kantor: A"),
    { riwayat: [{ peristiwa: "penerapan", tanggal: "2024-05" }, { peristiwa: "uji-coba" }], kontak: { kantor: "A" } },
  );
  assert.deepEqual(held("langkah:\n- satu\n-\n- dua"), { langkah: ["satu", "dua"] });
});

test("what stands under words of a list keeps them", () => {
  assert.deepEqual(held("tahap:\n  penerapan: {tanggal: 2024}\n  Uji coba:\n"), {
    tahap: { penerapan: { tanggal: "2024" }, "uji-coba": {} },
  });
  assert.deepEqual(held("catatan: {kesehatan: sehat}"), { catatan: { kesehatan: "sehat" } });
  assert.deepEqual(held("tahap: null\ncatatan:\n"), {});
});

test("an empty value, and what means nothing, take no place", () => {
  assert.deepEqual(held("nama:\nmasalah: null\nutama: ~\nkontak:"), {});
  assert.deepEqual(held('nama: "null"\nmasalah: !!str null'), { nama: "null", masalah: "!!str null" });
});

test("an entry that is a list of its columns is read as if it were none", () => {
  assert.deepEqual(held("- nama: Posyandu\n- resmi: ya"), { nama: "Posyandu", resmi: true });
  assert.deepEqual(held("{nama: Posyandu, utama: kesehatan}"), { nama: "Posyandu", utama: "kesehatan" });
});

// What has none

test("what has no place is told with where it stood, and nothing of it is missing", () => {
  for (const [text, why, lost] of [
    ["warna: hijau", 'Kolom "warna" tidak dikenal di sini.', "warna: hijau"],
    ["nama: a\nNama inovasi: b", 'Kolom "Nama inovasi" ditulis lebih dari satu kali.', "Nama inovasi: b"],
    ["utama: perikanan", "Urusan utama: bukan pilihan yang tersedia.", "perikanan"],
    ["urusan: [kesehatan, perikanan]", "Urusan 2: bukan pilihan yang tersedia.", "perikanan"],
    ["kontak: telepon saja", "Kontak: harus berisi kolom Kantor, Surel.", "telepon saja"],
    ["kontak:\n  kantor: A\n  faks: 5", 'Kolom "faks" tidak dikenal di sini.', "faks: 5"],
    ["riwayat:\n- tanggal: 2024\n- besok", "Riwayat 2: harus berisi kolom Peristiwa, Tanggal.", "besok"],
    ["tahap: kemarin", "Tahap: harus berisi beberapa kolom, masing-masing bernama pilihan yang tersedia.", "kemarin"],
    ["tahap:\n  rapat: {tanggal: 2024}", "Tahap: bukan pilihan yang tersedia.", "rapat: {tanggal: 2024}"],
    [
      "tahap:\n  penerapan: {tanggal: 2024}\n  Penerapan: {tanggal: 2025}",
      "Tahap: Penerapan ditulis lebih dari satu kali.",
      "Penerapan: {tanggal: 2025}",
    ],
    ["tahap:\n  penerapan: cepat", "Penerapan: harus berisi kolom Tanggal.", "cepat"],
    ["[a, b]: c\nnama: a", 'Kolom "" tidak dikenal di sini.', "[a, b]: c"],
    ["tahap:\n  ? [penerapan]\n  : {tanggal: 2024}", "Tahap: bukan pilihan yang tersedia.", "[penerapan]\n  : {tanggal: 2024}"],
    ["tahap:\n  ? rapat", "Tahap: bukan pilihan yang tersedia.", "rapat"],
    ["nama: a\n# hubungi loket", "Catatan dalam berkas, sesudah tanda #.", "# hubungi loket"],
    ["nama: a\n---\nnama: b", "Bagian kedua berkas, sesudah baris ---.", "nama: b"],
    ["nama: a\n...\nsisa", "Bagian kedua berkas, sesudah baris ---.", "sisa"],
    ["nama: a\n---\n\nsatu\n  dua\n", "Bagian kedua berkas, sesudah baris ---.", "satu\n  dua"],
    ["nama: a\nhalo saja", "Baris ini tidak terbaca.", "halo saja"],
    ["nama: a\nhalo saja\n  dua", "Baris ini tidak terbaca.", "halo saja\n  dua"],
    ["nama: a\n{}", "Baris ini tidak terbaca.", "{}"],
    ["nama: a\n{", "Baris ini tidak terbaca.", "{"],
    ["nama: a # satu\nresmi: ya # dua #", "Catatan dalam berkas, sesudah tanda #.", "# satu\n# dua #"],
    ["riwayat:\n- tanggal: 2024\n  tanggal: 2025", 'Kolom "Tanggal" ditulis lebih dari satu kali.', "tanggal: 2025"],
  ]) {
    const [, said, rest] = one(text);
    assert.deepEqual([said, rest], [why, lost], text);
  }
});

test("of a file without any known column the whole is given back", () => {
  assert.deepEqual(at("kepada siapa pun").lost, [{ why: "Isi berkas tidak terbaca sebagai isian.", text: "kepada siapa pun" }]);
  assert.deepEqual(
    at("warna: hijau").lost,
    [{ why: 'Kolom "warna" tidak dikenal di sini.', text: "warna: hijau" }],
  );
});

test("comments that the program itself writes are no remarks", () => {
  assert.deepEqual(held("# yaml-language-server: $schema=x\nnama: a\n# Nama inovasi (wajib). Tulis namanya.\n# masalah:\n#utama:\n# - langkah: -\n# langkah:  -\n#\n"), {
    nama: "a",
  });
  assert.equal(one("nama: a # Nama inovasi lama")[2], "# Nama inovasi lama");
});

test("a comment is told from a sign within a value", () => {
  assert.deepEqual(comments("--- |\n# a"), []);
  assert.deepEqual(comments("nama: 'a # b' # c\nmasalah: |\n  # d\n# e"), ["# c", "# e"]);
});

// Slips that YAML cannot read

test("a slip that leaves no doubt is mended", () => {
  assert.deepEqual(held("nama: Posyandu: malam hari"), { nama: "Posyandu: malam hari" });
  assert.deepEqual(held("nama: @sehat"), { nama: "@sehat" });
  assert.deepEqual(held("kontak:\n\tkantor: A"), { kontak: { kantor: "A" } });
  assert.deepEqual(held("riwayat:\n- tanggal: 2024\n  peristiwa: penerapan"), {
    riwayat: [{ tanggal: "2024", peristiwa: "penerapan" }],
  });
});

test("of a part that YAML cannot read only the values that it takes for its own are quoted", () => {
  for (const [text, mended] of [
    ["nama: a: b", 'nama: "a: b"'],
    ["nama: a: b:  ", 'nama: "a: b:"'],
    ["nama kedua:  @a", 'nama kedua:  "@a"'],
    ["nama_2: `a", 'nama_2: "`a"'],
    ["- - nama: %a", '- - nama: "%a"'],
    ["ñama: @a", 'ñama: "@a"'],
    ["nama: @a|b >c", 'nama: "@a|b >c"'],
    ["nama: @a\n\t\t", 'nama: "@a"\n    '],
    ["nama: @a\u2028b", 'nama: "@a\u2028b"'],
  ])
    assert.equal(read(text).text, mended);
  const group = "kontak:\n\tkantor: @a\n  surel: a@b\n  jam: 07:30\n  lain: [a, b]\n  # c: @d";
  assert.equal(read(group).text, 'kontak:\n  kantor: "@a"\n  surel: a@b\n  jam: 07:30\n  lain: [a, b]\n  # c: @d');
  for (const sound of ["nama: !a b", "nama: &a b", ""])
    assert.deepEqual([read(sound).text, read(sound).faulty], [sound, false]);
});

test("prose is left as it is, whatever its signs mean elsewhere", () => {
  assert.deepEqual(held("masalah: |\n  Jauh: dua jam\n  @loket\n"), { masalah: "Jauh: dua jam\n@loket\n" });
  assert.equal(read("masalah: |\n  a: b: c").text, "masalah: |\n  a: b: c");
  for (const sign of ["|", ">", "|-", ">+ ", "|2"])
    assert.equal(read(`masalah: ${sign}\n\tJauh: dua: jam`).text, `masalah: ${sign}\n  Jauh: dua: jam`);
});

test("a line that cannot be read at all is taken as the text it is", () => {
  assert.deepEqual(held('nama: "Posyandu'), { nama: "Posyandu" });
  assert.deepEqual(held("nama: 'Posyandu"), { nama: "Posyandu" });
  assert.deepEqual(held('nama: "a b" c'), { nama: '"a b" c' });
  for (const sign of ["|", " >-", "|+"])
    assert.deepEqual(held(`masalah: ${sign}\n    a: b\n  c: d: e`), { masalah: "a: b\n  c: d: e" });
  assert.deepEqual(held('nama: "a | b\n  c'), { nama: "a | b\n  c" });
});

test("a slip in one part spoils no other, and a part read by half says so", () => {
  const { data, lost } = at("nama: a\nlangkah:\n- satu\n- [dua\nresmi: ya");
  assert.deepEqual([data.nama, data.resmi], ["a", true]);
  assert.match(lost.map(({ why }) => why).join(), /^Langkah: tidak terbaca seluruhnya\./);
  assert.deepEqual(
    at("nama: a\nwarna: !hijau\n- {").lost.map(({ why }) => why),
    ['Kolom "warna" tidak dikenal di sini.', "warna: tidak terbaca seluruhnya."],
  );
  assert.equal(at('nama: a\nNama inovasi: "b').data.nama, "a");
  assert.equal(at("nama: a\n{warna: b").lost[1].why, "Berkas: tidak terbaca seluruhnya.");
});

test("a tag and an anchor are text that somebody wrote", () => {
  assert.deepEqual(held("nama: !!str Posyandu"), { nama: "!!str Posyandu" });
  assert.deepEqual(held("nama: &a Posyandu"), { nama: "&a Posyandu" });
  assert.deepEqual(held("nama: [a, b]"), { nama: "[a, b]" });
});

test("what is nested too deep to be read is given back whole", () => {
  const deep = "[".repeat(90_000);
  assert.deepEqual(at(`nama: a\nlangkah: ${deep}`).data.nama, "a");
  assert.equal(read(deep).faulty, true);
  assert.deepEqual(read("").contents, null);
});

test("a file is cut where a key of the outermost level begins", () => {
  assert.deepEqual(cut("nama: a\n b\n\n# c\n- d: e\n'x y': z\n---\nf"), [
    { key: "nama", lines: ["nama: a", " b", "", "# c", "- d: e"] },
    { key: "x y", lines: ["'x y': z"] },
    { mark: true, lines: [] },
    { lines: ["f"] },
  ]);
  assert.deepEqual(cut('"x y"  : z\n---  \n---x\n--- nama: a\n...\nb ---\nnama  : a ---'), [
    { key: "x y", lines: ['"x y"  : z'] },
    { mark: true, lines: ["---x"] },
    { mark: true, lines: [" nama: a"] },
    { mark: true, lines: [] },
    { lines: ["b ---"] },
    { key: "nama", lines: ["nama  : a ---"] },
  ]);
});

test("the margin that all lines have is no part of them", () => {
  assert.deepEqual(cut("    nama: a\n \n        \n      b\n    resmi: ya"), [
    { key: "nama", lines: ["nama: a", "", "    ", "  b"] },
    { key: "resmi", lines: ["resmi: ya"] },
  ]);
});

test("a word of choice and an agency are taken by what people call them, where that is certain", () => {
  assert.deepEqual(held("utama: Berobat\nmitra: Dispenda\n"), { utama: "kesehatan", mitra: "bapenda" });
  assert.deepEqual(at("utama: constructor\n").data, {});
});
