// What the rules of one entry are given.
import type { PartialDate } from "../reading/dates.js";
import type { FormData, Group, Shape } from "../reading/form_data.d.ts";

export type Path = (string | number)[];

/** A problem of an entry; codes that begin with K are advice. */
export interface Fault {
  code: string;
  path: Path;
  values: Record<string, unknown>;
}

/** What the form knows of the catalogue and of this entry. */
export interface Context extends FormData {
  agency: string;
  slug: string;
  /** The slug by which it is published, "" for a new one. */
  known: string;
  /** ISO. */
  today: string;
  /** Names of the files in its folder. */
  pictures: string[];
}

/** The keys that a rule across fields looks at. */
export interface Data {
  ringkasan?: string;
  urusan?: string[];
  riwayat?: { peristiwa: string; tanggal: string; alasan?: string; keadaan?: string }[];
  lokasi?: { kecamatan?: string[] };
  kolaborator?: { perangkat_daerah?: string; nama?: string }[];
  pendampingan?: { perangkat_daerah?: string; kantor?: string; bentuk: string; sejak: string; keadaan: string }[];
  kekayaan_intelektual?: { jenis?: string; nomor?: string }[];
  pemakai?: {
    kecamatan?: string;
    desa?: string;
    unit?: { jenis: string; nama: string };
    perangkat_daerah?: string;
    sejak?: string;
    sampai?: string;
    keadaan: string;
    alasan?: string;
  }[];
  replikasi?: { dari?: { pihak: string }[]; oleh?: { pihak: string }[] };
  kematangan?: Record<string, { tingkat: string; dasar?: string; bukti?: { judul: string; tanggal?: string }[] }>;
  hasil?: { ukuran: string; sebelum?: string; sesudah?: string }[];
  gambar?: { berkas: string }[];
  usulan_penyusun?: string[];
  alias?: string[];
  diperiksa?: string;
  ditarik?: { tanggal: string };
}

export interface Subject {
  /** The entry as its file will hold it: no empty values, every scalar a text. */
  entry: Group;
  shapes: Shape[];
  context: Context;
  fault: (code: string, path: Path, values?: Record<string, unknown>) => void;
  /** The dates that could be read, by their path. */
  dates: Map<string, PartialDate>;
  /** The value of a key in which no rule of its own has found a fault. */
  sound: <Key extends keyof Data>(key: Key) => Data[Key];
}
