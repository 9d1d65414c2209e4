// What the rules of an entry are given in these tests: a small form, a region of two agencies, and one day.
import { check } from "../../site_templates/browser/checks/entry.js";
import { MONTHS, SHAPES } from "./program.js";

export const RULES = {
  komentar: "# catatan", bita: 400, nilai: 40, slug_terpanjang: 12, slug_terlarang: ["con"], bulan: MONTHS,
  alamat: { awal: "tidak dimulai dengan https", nama: "tidak memuat nama situs" }, urutan: ["inisiatif", "uji-coba", "penerapan", "pengembangan"],
  berhenti: "dihentikan", laporan: "dilaporkan", berakhir: ["dihentikan", "selesai"], dicari: [], ringkasan: 20, bulan_periksa: 12,
  ditunggu: { berjalan: "Berjalan" }, dipakai: { dipakai: "Dipakai" }, nomor_ki: { merek: ["IDM999", "999"] },
  indikator: { regulasi: { bobot: 3, tingkat: { "": { 1: "satu", 2: "dua", 3: "tiga" } } }, manfaat: { bobot: 2, tingkat: { orang: { 1: "sedikit", 2: "banyak" }, "hemat-belanja": { 1: "hemat" } } } },
};
export const AGENCIES = {
  disdik: { nama: "Dinas Pendidikan", ada: true, kontak: false, isian: ["rak-buku"], status: "belum", dihitung: [] },
  dinkes: { nama: "Dinas Kesehatan", ada: true, kontak: true, isian: ["posyandu"], status: "memenuhi", dihitung: ["posyandu"] },
};
export const CONTEXT = {
  agency: "disdik", slug: "uji", known: "", today: "2026-11-24", pictures: [], perangkat_daerah: AGENCIES, aturan: RULES, data_pribadi: SHAPES,
  kata: { urusan: { kesehatan: "Kesehatan", "pekerjaan-umum": "Pekerjaan umum" } }, sehari_hari: {}, alias: {}, kepatuhan: null, ditutup: { pesan: "", tahun: {} },
};
const DATED = [
  { key: "diperiksa", kind: "hari" }, { key: "ditarik", kind: "kelompok", inner: [{ key: "tanggal", kind: "hari" }] },
  { key: "riwayat", kind: "kelompok", most: 9, inner: [{ key: "tanggal", kind: "tanggal" }, ...["peristiwa", "alasan", "keadaan"].map((key) => ({ key, kind: "baris", limit: 99 }))] },
];
const SUPPORTS = {
  key: "pendampingan", kind: "kelompok", most: 9,
  inner: [{ key: "sejak", kind: "tanggal" }, { key: "selesai", kind: "tanggal" }, { key: "tenggat", kind: "hari" }, ...["perangkat_daerah", "kantor", "bentuk", "keadaan"].map((key) => ({ key, kind: "baris", limit: 99 }))],
};
const ADOPTIONS = {
  key: "pemakai", kind: "kelompok", most: 9,
  inner: [
    { key: "sejak", kind: "tanggal" }, { key: "sampai", kind: "tanggal" }, ...["kecamatan", "desa", "perangkat_daerah", "keadaan", "alasan"].map((key) => ({ key, kind: "baris", limit: 99 })),
    { key: "unit", kind: "kelompok", inner: ["jenis", "nama"].map((key) => ({ key, kind: "baris", limit: 99 })) },
  ],
};
const COPIES = {
  key: "replikasi", kind: "kelompok",
  inner: ["dari", "oleh"].map((key) => ({ key, kind: "kelompok", most: 9, inner: [{ key: "pihak", kind: "baris", limit: 99 }] })),
};
const RIGHTS = {
  key: "kekayaan_intelektual", kind: "kelompok", most: 9,
  inner: [{ key: "tanggal", kind: "tanggal" }, { key: "berlaku_sampai", kind: "tanggal" }, ...["jenis", "nomor"].map((key) => ({ key, kind: "baris", limit: 99 }))],
};
const LISTS = ["urusan", "alias", "usulan_penyusun"].map((key) => ({ key, kind: "baris", most: 9, limit: 99 }));
const GROUPS = { gambar: ["berkas"], kolaborator: ["perangkat_daerah", "nama"], hasil: ["ukuran", "sebelum", "sesudah"] };
const GROUPED = Object.entries(GROUPS).map(([key, inner]) => ({ key, kind: "kelompok", most: 9, inner: inner.map((one) => ({ key: one, kind: "baris", limit: 99 })) }));
const ALONE = [
  { key: "lokasi", kind: "kelompok", inner: [{ key: "kecamatan", kind: "baris", most: 9, limit: 99 }] },
  { key: "kontak", kind: "kelompok", inner: [{ key: "telepon", kind: "baris", limit: 99 }, { key: "layanan", kind: "ya_tidak" }, { key: "kantor", kind: "baris", limit: 99 }] },
];
const LINES = ["nama", "ringkasan"].map((key) => ({ key, kind: "baris", limit: 500 }));
/** The shapes of an entry as far as rules across fields look at them. */
export const ENTRY = [...LINES, ...DATED, ...LISTS, ...GROUPED, ...ALONE, SUPPORTS, ADOPTIONS, COPIES, RIGHTS];

/** Whose day of checking is recent: nothing but what a test adds is told. */
const CALM = { diperiksa: "2026-11-01" };
/** What is told of an entry, as [code, place, what the sentence is filled with besides the place]. */
export const told = (data, more = {}, shapes = ENTRY) =>
  check({ ...CALM, ...data }, shapes, { ...CONTEXT, ...more }).map(({ code, path, values: { kolom, ...values } }) => [code, path.join("."), values]);
/** What is told of one field of a shape. */
export const field = (value, shape, more = {}) => told({ uji: value }, more, [{ key: "uji", ...shape }, ...DATED]);
