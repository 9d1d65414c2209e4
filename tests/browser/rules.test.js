// The rules that no single field decides, one part a module of checks/. All numbers are made up.
import assert from "node:assert/strict";
import { test } from "node:test";
import { check, isTaken, said } from "../../site_templates/browser/checks/entry.js";
import { AGENCIES, CONTEXT, ENTRY, RULES, told } from "./entries.js";

const holds = (rows, more) => {
  for (const [data, ...faults] of rows) assert.deepEqual(told(data, more), faults, JSON.stringify(data));
};
const at = (peristiwa, tanggal, more = {}) => ({ peristiwa, tanggal, ...more });
const history = (...events) => ({ riwayat: events });

// events.js

const early = (nilai, peristiwa, tanggal_lain, lain, place) => ["A002", place, { nilai, peristiwa, lain, tanggal_lain }];

test("nothing has happened in the future, today and what may be today has", () => {
  const future = (nilai, place) => ["A001", place, { nilai, hari_ini: "24 November 2026" }];
  holds([
    [history(at("inisiatif", "2026-11-24"), at("uji-coba", "2026-11"), at("penerapan", "2026"))],
    [history(at("inisiatif", "2026-11-25"), at("uji-coba", "2026-12")), future("2026-11-25", "riwayat.0.tanggal"), future("2026-12", "riwayat.1.tanggal")],
    [{ diperiksa: "2026-11-25" }, future("2026-11-25", "diperiksa")],
    [{ ditarik: { tanggal: "2026-11-25" } }, future("2026-11-25", "ditarik.tanggal")],
  ]);
});

test("a date that is faulty itself is compared with none", () => {
  assert.deepEqual(told(history(at("penerapan", "2027-13"), at("uji-coba", "2024"))).map(([code]) => code), ["I007"]);
  assert.deepEqual(told({ diperiksa: "2026-13-01" }).map(([code]) => code), ["I007"]);
  assert.deepEqual(told({ ditarik: { tanggal: "2026-13-01" } }).map(([code]) => code), ["I007"]);
});

test("a step comes after the steps before it, where the dates leave no doubt", () => {
  holds([
    [history(at("inisiatif", "2024"), at("uji-coba", "2024-05"), at("penerapan", "2025-01-02"))],
    [history(at("penerapan", "2024"), at("uji-coba", "2024-05"))],
    [history(at("penerapan", "2024-04"), at("uji-coba", "2024-05")), early("April 2024", "penerapan", "Mei 2024", "uji-coba", "riwayat.0.tanggal")],
    [history(at("uji-coba", "2025"), at(" inisiatif ", "2026"), at("penerapan", "2024")),
      early("2025", "uji-coba", "2026", "inisiatif", "riwayat.0.tanggal"), early("2024", "penerapan", "2026", "inisiatif", "riwayat.2.tanggal"), early("2024", "penerapan", "2025", "uji-coba", "riwayat.2.tanggal")],
    [history(at("dilaporkan", "2020"), at("uji-coba", "2024"), at("dilaporkan", "2026"))],
  ]);
});

test("of a step only its first time counts, whatever the order of the file", () => {
  holds([
    [history(at("penerapan", "2024"), at("uji-coba", "2025"), at("uji-coba", "2023"))],
    [history(at("penerapan", "2025"), at("penerapan", "2022"), at("uji-coba", "2023")), early("2022", "penerapan", "2023", "uji-coba", "riwayat.1.tanggal")],
    [history(at("penerapan", "2024-01"), at("penerapan", "2024"), at("uji-coba", "2024-03")), early("Januari 2024", "penerapan", "Maret 2024", "uji-coba", "riwayat.0.tanggal")],
  ]);
});

test("what ended between two steps excuses their order", () => {
  holds([
    [history(at("penerapan", "2020"), at("selesai", "2021"), at("inisiatif", "2022"))],
    [history(at("penerapan", "2020"), at("selesai", "2020"), at("inisiatif", "2022")), early("2020", "penerapan", "2022", "inisiatif", "riwayat.0.tanggal")],
    [history(at("penerapan", "2020"), at("selesai", "2022"), at("inisiatif", "2022")), early("2020", "penerapan", "2022", "inisiatif", "riwayat.0.tanggal")],
    [history(at("penerapan", "2020"), at("dihentikan", "2021", { alasan: "a" }), at("inisiatif", "2022"))],
  ]);
});

test("an end before all steps, and a withdrawal before all events, are told with the first of them", () => {
  holds([
    [history(at("selesai", "2020"), at("penerapan", "2022"), at("uji-coba", "2021")), early("2020", "selesai", "2021", "uji-coba", "riwayat.0.tanggal")],
    [history(at("selesai", "2021"), at("uji-coba", "2021"), at("penerapan", "2022"))],
    [history(at("selesai", "2020"))],
    [{ ...history(at("dilaporkan", "2022"), at("uji-coba", "2021-02")), ditarik: { tanggal: "2021-01-05" } }, early("5 Januari 2021", "ditarik", "Februari 2021", "uji-coba", "ditarik.tanggal")],
    [{ ...history(at("dilaporkan", "2022"), at("uji-coba", "2021")), ditarik: { tanggal: "2021-01-05" } }],
    [{ ditarik: { tanggal: "2021-01-05" } }],
  ]);
});

test("a stop has its reason, and only a report tells a state", () => {
  holds([
    [history(at(" dihentikan ", "2025")), ["A003", "riwayat.0.alasan", {}]],
    [history(at("dihentikan", "2025", { alasan: "a" }), at("selesai", "2025"))],
    [history(at(" dilaporkan ", "2025", { keadaan: "dipakai" }))],
    [history(at("uji-coba", "2025"), at(" penerapan ", "2025", { keadaan: " dipakai " })), ["A010", "riwayat.1.keadaan", { nilai: "dipakai", peristiwa: "penerapan" }]],
  ]);
});

// content.js

test("nothing stands twice in a list", () => {
  const twice = (place, nilai) => ["I016", place, { nilai }];
  holds([
    [{ urusan: ["a", "b", " a", "a"] }, twice("urusan.2", "a"), twice("urusan.3", "a")],
    [history(at("uji-coba", "2025"), at("penerapan", "2025"), at("uji-coba", "2026"), at(" uji-coba ", "2025 ")), twice("riwayat.3", "uji-coba 2025")],
    [{ nama: "x", usulan_penyusun: ["nama", "nama "] }, twice("usulan_penyusun.1", "nama"), ["K002", "usulan_penyusun", {}]],
    [{ lokasi: { kecamatan: ["utara", "selatan", " utara"] } }, twice("lokasi.kecamatan.2", "utara")],
    [{ lokasi: {} }],
  ]);
});

test("a partner is an agency or a name, not both, not none, not the entry's own agency", () => {
  holds([
    [{ kolaborator: [{ nama: "Mitra" }, { perangkat_daerah: " dinkes" }] }],
    [{ kolaborator: [{ nama: "Mitra", perangkat_daerah: "dinkes" }] }, ["A005", "kolaborator.0", {}]],
    [{ kolaborator: [{ nama: "Mitra" }, { perangkat_daerah: " disdik " }] }, ["A006", "kolaborator.1", { nilai: "disdik" }]],
  ]);
  const peran = { key: "kolaborator", kind: "kelompok", most: 9, inner: [{ key: "peran", kind: "baris", limit: 9 }] };
  assert.deepEqual(told({ kolaborator: [{ peran: "a" }] }, {}, [peran, { key: "diperiksa", kind: "hari" }]), [["A005", "kolaborator.0", {}]]);
});

test("a result has a figure before or after", () => {
  holds([[{ hasil: [{ ukuran: "a", sebelum: "1" }, { ukuran: "b", sesudah: "2" }, { ukuran: "c" }] }, ["A007", "hasil.2", { nilai: "c" }]]]);
});

test("what a compiler proposes is a key that the entry has", () => {
  holds([[{ nama: "a", usulan_penyusun: [" nama", " constructor"] }, ["A009", "usulan_penyusun.1", { nilai: "constructor" }], ["K002", "usulan_penyusun", {}]]]);
});

test("every picture of the folder is named, and every named one is there", () => {
  holds([[{ gambar: [{ berkas: " foto.jpg" }, { berkas: "lain.jpg" }] }, ["B014", "gambar.1.berkas", { nilai: "lain.jpg", folder: "uji/" }], ["B015", "gambar", { nilai: "b.png" }]]], { pictures: ["foto.jpg", "b.png"] });
  holds([[{}, ["B015", "gambar", { nilai: "b.png" }]]], { pictures: ["b.png"] });
});

test("a key with a fault of its own is not looked at across fields", () => {
  assert.deepEqual(told({ urusan: ["a", "a", "..."] }), [["I005", "urusan.2", {}]]);
});

// supports.js

const help = (more) => ({ perangkat_daerah: "dinkes", bentuk: "dana", sejak: "2026-03", keadaan: "berjalan", ...more });
const helps = (...items) => ({ pendampingan: items });

test("help is given by an agency or by an office, not by both, not by none", () => {
  const { perangkat_daerah: _, ...nobody } = help();
  holds([
    [helps(help(), { ...nobody, kantor: "Kampus" })],
    [helps(help({ kantor: "Kampus" }), nobody), ["A021", "pendampingan.0", {}], ["A021", "pendampingan.1", {}]],
  ]);
});

test("help neither ends nor is due before it begins, and has not begun or ended in the future", () => {
  const early = (key, nilai) => ["A022", `pendampingan.0.${key}`, { nilai, sejak: "Maret 2026" }];
  const future = (key, nilai) => ["A001", `pendampingan.0.${key}`, { nilai, hari_ini: "24 November 2026" }];
  holds([
    [helps(help({ keadaan: "selesai", selesai: "2026", tenggat: "2026-03-01" }))],
    [helps(help({ tenggat: "2030-01-01" }))],
    [helps(help({ keadaan: "selesai", selesai: "2026-02" })), early("selesai", "Februari 2026")],
    [helps(help({ tenggat: "2026-02-28" })), early("tenggat", "28 Februari 2026")],
    [helps(help({ sejak: "2026-12" })), future("sejak", "2026-12")],
    [helps(help({ keadaan: "selesai", selesai: "2026-11-25" })), future("selesai", "2026-11-25")],
  ]);
});

test("what is still waited for has no end, and no help stands twice", () => {
  holds([
    [helps(help({ keadaan: " berjalan ", selesai: "2026-05" })), ["A023", "pendampingan.0.selesai", { nilai: "Berjalan" }]],
    [helps(help({ keadaan: "toString", selesai: "2026-05" }))],
    [helps(help(), help({ perangkat_daerah: " dinkes", sejak: "2026-03 " }), help({ bentuk: "latih" })), ["I016", "pendampingan.1", { nilai: "dinkes dana 2026-03" }]],
    [helps({ ...help(), perangkat_daerah: "", kantor: " Kampus " }, { ...help(), perangkat_daerah: "", kantor: "Kampus" }), ["I016", "pendampingan.1", { nilai: "Kampus dana 2026-03" }]],
  ]);
});

// adoption.js

const uses = (...items) => ({ pemakai: items.map((one) => ({ keadaan: "dipakai", ...one })) });

test("what is used is used in one place, whose district may stand beside it", () => {
  const unit = { jenis: "sekolah", nama: "SD 1" };
  const nowhere = (number) => ["A024", `pemakai.${number}`, {}];
  holds([
    [uses({ kecamatan: "utara" }, { desa: "A", kecamatan: "utara" }, { unit }, { perangkat_daerah: "dinkes", kecamatan: "utara" })],
    [uses({}, { desa: "A", unit }, { unit, perangkat_daerah: "dinkes" }, { desa: "A", perangkat_daerah: "dinkes" }), nowhere(0), nowhere(1), nowhere(2), nowhere(3)],
  ]);
});

test("use neither ends before it begins nor begins or ends in the future", () => {
  const future = (key) => ["A001", `pemakai.0.${key}`, { nilai: "2026-12", hari_ini: "24 November 2026" }];
  holds([
    [uses({ desa: "A", keadaan: "berhenti", sejak: "2025", sampai: "2025-02" })],
    [uses({ desa: "A", keadaan: "berhenti", sampai: "2025-02" })],
    [uses({ desa: "A", keadaan: "berhenti", sejak: "2025-03", sampai: "2025-02" }), ["A026", "pemakai.0.sampai", { nilai: "Februari 2025", sejak: "Maret 2025" }]],
    [uses({ desa: "A", sejak: "2026-12" }), future("sejak")],
    [uses({ desa: "A", keadaan: "berhenti", sampai: "2026-12" }), future("sampai")],
  ]);
});

test("who took it over is not who it was taken from", () => {
  const copies = (dari, ...oleh) => ({ replikasi: { dari: dari.map((pihak) => ({ pihak })), oleh: oleh.map((pihak) => ({ pihak })) } });
  holds([
    [copies(["Kabupaten Jauh"], "Kabupaten Dekat")],
    [{ replikasi: { oleh: [{ pihak: "A" }] } }],
    [copies(["Kabupaten Jauh"], "Kabupaten Dekat", " KABUPATEN  jauh"), ["A027", "replikasi.oleh.1.pihak", { nilai: "KABUPATEN jauh" }]],
  ]);
});

test("only what has stopped has an end and a reason, and no place uses it twice from one day on", () => {
  holds([
    [uses({ desa: "A", keadaan: "berhenti", alasan: "dana", sampai: "2025" }, { desa: "B", keadaan: "toString", alasan: "dana" })],
    [uses({ desa: "A", keadaan: " dipakai", alasan: "dana" }), ["A025", "pemakai.0.alasan", { nilai: "Dipakai" }]],
    [uses({ desa: "A", alasan: "dana", sampai: "2025" }), ["A025", "pemakai.0.sampai", { nilai: "Dipakai" }]],
    [uses({ desa: "A", sejak: "2025" }, { desa: " A", sejak: "2025 " }, { desa: "A", sejak: "2024" }), ["I016", "pemakai.1", { nilai: "A" }]],
    [uses({ unit: { jenis: "sd", nama: "A" } }, { unit: { jenis: "smp", nama: "A" } }, { unit: { jenis: "smp ", nama: " A" } }), ["I016", "pemakai.2", { nilai: "A" }]],
    [uses({ perangkat_daerah: "dinkes" }, { perangkat_daerah: "dinkes " }, { kecamatan: "utara" }, { kecamatan: " utara" }), ["I016", "pemakai.1", { nilai: "dinkes" }], ["I016", "pemakai.3", { nilai: "utara" }]],
  ]);
});

// rights.js

const rights = (...items) => ({ kekayaan_intelektual: items });

test("a number of a kind whose forms are known has one of them, whatever signs part it", () => {
  const odd = (number, nilai) => ["K021", `kekayaan_intelektual.${number}.nomor`, { nilai, bentuk: "IDM999, 999" }];
  holds([
    [rights({ jenis: "merek", nomor: "IDM 12.3" }, { jenis: " merek", nomor: "idm-001" }, { jenis: "merek", nomor: "450" }, { jenis: "merek" })],
    [rights({ jenis: "paten", nomor: "x" }, { jenis: "toString", nomor: "x" }, { nomor: "x" })],
    [rights({ jenis: "merek", nomor: "IDM 1234" }, { jenis: "merek", nomor: " IDX123 " }, { jenis: "merek", nomor: "12" }), odd(0, "IDM 1234"), odd(1, "IDX123"), odd(2, "12")],
  ]);
});

test("protection does not end before it began", () => {
  holds([
    [rights({ tanggal: "2025-03", berlaku_sampai: "2025" }, { berlaku_sampai: "2020" }, { tanggal: "2025" })],
    [rights({ tanggal: "2025-03", berlaku_sampai: "2025-02" }), ["A028", "kekayaan_intelektual.0.berlaku_sampai", { nilai: "Februari 2025", tanggal: "Maret 2025" }]],
  ]);
});

// identity.js

test("an old name leads to this entry alone", () => {
  const known = { alias: { lama: "innovations/dinkes/posyandu.yml", sendiri: "innovations/disdik/baru.yml" }, slug: "baru", known: "baru" };
  const taken = (number, nilai, lain) => ["B012", `alias.${number}`, { nilai, lain }];
  holds([
    [{ alias: ["bebas", "sendiri", "constructor"] }],
    [{ alias: [" rak-buku", "baru", "con", "lama", "bebas", " bebas "] }, taken(0, "rak-buku", "innovations/disdik/rak-buku.yml"), taken(1, "baru", "innovations/disdik/baru.yml"),
      taken(2, "con", "alamat yang dipakai situs"), taken(3, "lama", "innovations/dinkes/posyandu.yml"), taken(5, "bebas", "innovations/disdik/baru.yml")],
    [{ alias: ["posyandu"] }, taken(0, "posyandu", "innovations/dinkes/posyandu.yml")],
  ], known);
});

// file.js

test("an entry has an agency of the register", () => {
  holds([[{}, ["I001", "perangkat_daerah", {}]]], { agency: "" });
  holds([[{}, ["B005", "perangkat_daerah", { nilai: "kesehatan", maksud: "dinkes" }]]], { agency: "kesehatan" });
  holds([[{}, ["B005", "perangkat_daerah", { nilai: "constructor", maksud: "" }]]], { agency: "constructor" });
});

test("a file has a name of its own", () => {
  const name = (slug, code, values, more = {}) => holds([[{}, ...(code ? [[code, "nama_berkas", values]] : [])]], { slug, ...more });
  name("", "I001", {});
  name("Uji", "B003", { nilai: "Uji.yml" });
  name("a".repeat(13), "B003", { nilai: `${"a".repeat(13)}.yml` });
  name("a".repeat(12));
  name("con", "B004", { nilai: "con" });
  name("posyandu", "B006", { nilai: "posyandu", lain: "innovations/dinkes/posyandu.yml" });
  name("posyandu", "", {}, { known: "posyandu" });
  const alias = { alias: { lama: "innovations/dinkes/posyandu.yml" } };
  name("lama", "B012", { nilai: "lama", lain: "innovations/dinkes/posyandu.yml" }, alias);
  name("lama", "", {}, { ...alias, known: "lama" });
  name("constructor", "", {}, { ...alias, aturan: { ...RULES, slug_terpanjang: 20 } });
});

test("a file is not larger in bytes, and has not more nodes, than may be read", () => {
  const bytes = new TextEncoder().encode('# catatan\nnama: "é"\ndiperiksa: 2026-11-01\n').length;
  holds([[{ nama: "é" }]], { aturan: { ...RULES, bita: bytes } });
  holds([[{ nama: "é" }, ["B007", "", { nilai: bytes, batas: bytes - 1 }]]], { aturan: { ...RULES, bita: bytes - 1 } });
  const data = { nama: "a", urusan: ["a", "b", ""], lokasi: { kecamatan: ["utara"] } };
  holds([[data]], { aturan: { ...RULES, nilai: 14 } });
  holds([[data, ["Y006", "", { batas: 13 }]]], { aturan: { ...RULES, nilai: 13 } });
});

test("signs that do not show are counted, each by its name", () => {
  holds([[{ nama: "a\u00adb\u00adc\u202e", urusan: ["a", "b\u00ad"] },
    ["B009", "nama", { nilai: "U+00AD", jumlah: 2 }], ["B009", "nama", { nilai: "U+202E", jumlah: 1 }], ["B009", "urusan.1", { nilai: "U+00AD", jumlah: 1 }]]]);
});

// privacy.js

test("a number of a person is told where it stands, and once more for every further place", () => {
  const phone = (place, shown = "08… (12 angka)") => ["P003", place, { nilai: shown }];
  holds([
    [{ nama: "HP 081200000000", ringkasan: "0812-0000-0000 atau 081200000000" }, phone("nama"), phone("ringkasan"), ["K005", "ringkasan", { panjang: 32, batas: 20 }]],
    [{ urusan: ["a", "081200000000"] }, phone("urusan.1")],
  ]);
  assert.deepEqual(told({}, { slug: "081200000000" }), [phone("nama_berkas")]);
});

test("a contact's service number that is one mobile and nothing else is excused, there alone", () => {
  const codes = (kontak, more = {}) => told({ kontak, ...more }).map(([code, place]) => `${code} ${place}`).join(", ");
  const telepon = "0812-0000-0000";
  const rows = [
    [{ telepon, layanan: true }, ""], [{ telepon, layanan: " YA " }, ""], [{ telepon }, "P003 kontak.telepon"], [{ telepon, layanan: "tidak" }, "P003 kontak.telepon"],
    [{ telepon: `${telepon} Budi`, layanan: true }, "P003 kontak.telepon"], [{ telepon: `${telepon} 0813-0000-0000`, layanan: true }, "P003 kontak.telepon, P003 kontak.telepon"],
    [{ telepon: `${telepon}, 721234`, layanan: true }, "P003 kontak.telepon"], [{ telepon: "6199010101900001", layanan: true }, "P001 kontak.telepon"], [{ layanan: true, kantor: "Loket" }, ""],
    [{ telepon, layanan: true, kantor: telepon }, "P003 kontak.kantor"], [["a"], "I003 kontak"], [{ telepon: [telepon], layanan: true }, "I003 kontak.telepon, P003 kontak.telepon.0"],
  ];
  for (const [kontak, found] of rows) assert.equal(codes(kontak), found, JSON.stringify(kontak));
});

test("what only the text of the whole file makes a person's number is told of the file", () => {
  assert.deepEqual(told({}, { aturan: { ...RULES, komentar: "# 081200000000" } }), [["P003", "", { nilai: "08… (12 angka)" }]]);
});

// completeness.js

test("what is wanted and not there is told at once, with its number", () => {
  const wanted = { aturan: { ...RULES, dicari: ["nama", "kontak", "hasil"] } };
  const missing = (data, more) => check({ diperiksa: "2026-11-01", ...data }, ENTRY, { ...CONTEXT, ...wanted, ...more });
  assert.deepEqual(missing({ nama: "a" }), [{ code: "K001", path: [], values: { kolom: "kontak, hasil", jumlah: 2 } }]);
  assert.deepEqual(missing({ hasil: [{ ukuran: "a", sebelum: "1" }] }, { agency: "dinkes" }), [{ code: "K001", path: [], values: { kolom: "nama", jumlah: 1 } }]);
  assert.deepEqual(missing({ nama: "a", kontak: { kantor: "a" }, hasil: [{ ukuran: "a", sebelum: "1" }] }), []);
  assert.deepEqual(missing({}, { agency: "lain" }).map(({ code }) => code), ["B005", "K001"]);
  assert.deepEqual(missing({ ditarik: { tanggal: "2026-01-01" }, diperiksa: "" }), []);
});

test("what a compiler proposed is told by its keys", () => {
  const [fault] = check({ diperiksa: "2026-11-01", nama: "a", ringkasan: "b", usulan_penyusun: ["nama", "ringkasan"] }, ENTRY, CONTEXT);
  assert.deepEqual(fault, { code: "K002", path: ["usulan_penyusun"], values: { kolom: "nama, ringkasan" } });
});

test("the day of the last check is wanted, and old once the months have passed", () => {
  holds([
    [{ diperiksa: "" }, ["K003", "diperiksa", {}]], [{ diperiksa: "2025-11-24" }], [{ diperiksa: "2025-12-31" }], [{ diperiksa: "2025-11-23" }, ["K004", "diperiksa", { nilai: "2025-11-23" }]],
    [{ diperiksa: "2025-10-30" }, ["K004", "diperiksa", { nilai: "2025-10-30" }]], [{ diperiksa: "2024-12-01" }, ["K004", "diperiksa", { nilai: "2024-12-01" }]],
  ]);
});

test("a summary that is long is told, counted as one line", () => {
  holds([[{ ringkasan: `${"a".repeat(20)} ` }], [{ ringkasan: "a".repeat(21) }, ["K005", "ringkasan", { panjang: 21, batas: 20 }]]]);
});

// entry_checks.js

test("a place is called as people call it", () => {
  const kolom = (data) => check({ diperiksa: "2026-11-01", ...data }, ENTRY, CONTEXT)[0].values.kolom;
  assert.deepEqual([kolom({ urusan: ["a", "a"] }), kolom({ lokasi: { kecamatan: ["a", "a"] } }), kolom(history(at("penerapan", "x")))], ["urusan butir 2", "kecamatan butir 2", "tanggal"]);
  assert.equal(check({}, [], { ...CONTEXT, aturan: { ...RULES, nilai: 0 } })[0].values.kolom, "");
});

test("a fault is told in the site's own words, with a cure that names what was meant where that is known", () => {
  const words = { A: { pesan: "{kolom}: {nilai}", perbaikan: "Perbaiki {lain}.", perbaikan_maksud: "Tulis {maksud}." }, B: { pesan: "", perbaikan: "Perbaiki." } };
  assert.deepEqual(said({ code: "A", values: { kolom: "nama", nilai: 5 } }, words), ["nama: 5", "Perbaiki ."]);
  assert.deepEqual(said({ code: "A", values: { nilai: "{lain}", maksud: "x" } }, words), [": {lain}", "Tulis x."]);
  assert.deepEqual(said({ code: "B", values: { maksud: "x" } }, words), ["", "Perbaiki."]);
});

test("a long value is shown by its beginning", () => {
  const shown = (nilai) => said({ code: "A", values: { nilai } }, { A: { pesan: "{nilai}", perbaikan: "" } })[0];
  assert.equal(shown("\u{1d400}".repeat(160)), "\u{1d400}".repeat(160));
  assert.equal(shown("\u{1d400}".repeat(161)), `${"\u{1d400}".repeat(159)}…`);
});

// file.js

test("an address is taken by an entry, by an old name, and by what the site needs", () => {
  const context = { ...CONTEXT, alias: { lama: "innovations/dinkes/posyandu.yml" } };
  assert.deepEqual(["rak-buku", "lama", "con", "bebas"].map((slug) => isTaken(slug, context)), [true, true, true, false]);
});
