// What generator/publishing/exports/form_data.py hands to the form, as far as it is read here.

export type Kind =
  | "baris"
  | "prosa"
  | "kata"
  | "tanggal"
  | "hari"
  | "tahun"
  | "bilangan"
  | "desimal"
  | "ya_tidak"
  | "url"
  | "surel"
  | "telepon"
  | "slug"
  | "kelompok";

/** One key of an entry (generator/schema/shape.py); what does not apply is missing. */
export interface Shape {
  key: string;
  label: string;
  help: string;
  kind: Kind;
  required?: boolean;
  limit?: number;
  low?: number;
  high?: number;
  vocabulary?: string;
  most?: number;
  keyed?: boolean;
  inner?: Shape[];
}

/** Words of a vocabulary, slug -> label. */
export type Words = Record<string, string>;
export type Value = string | number | boolean | null | undefined | Value[] | Group;
/** Values by official keys. */
export interface Group {
  [key: string]: Value;
}

/** An agency: whether it may be chosen, how it stands this year. */
export interface Agency {
  nama: string;
  /** Short, other and former names. */
  sebutan: string[];
  jenis: string;
  /** The agency above it, "" for none. */
  induk: string;
  ada: boolean;
  kontak: boolean;
  /** What its folder holds, as far as it was asked about (form/taken.js). */
  isian: string[];
  status?: string;
  dihitung?: string[];
  alasan?: string;
}

/** An indicator of the national index: its weight (0 if the edition in force has it no more), basis -> level -> words. */
export interface Indicator {
  bobot: number;
  tingkat: Record<string, Record<string, string>>;
}

/** Figures and words that the rules of an entry rest on. */
export interface Rules {
  komentar: string;
  bita: number;
  nilai: number;
  slug_terpanjang: number;
  slug_terlarang: string[];
  bulan: string[];
  alamat: Record<string, string>;
  urutan: string[];
  berhenti: string;
  laporan: string;
  berakhir: string[];
  dicari: string[];
  ringkasan: number;
  bulan_periksa: number;
  indikator: Record<string, Indicator>;
  /** State of a help in which somebody is waited for -> its label. */
  ditunggu: Record<string, string>;
  /** State of use in which nothing has ended -> its label. */
  dipakai: Record<string, string>;
  /** Kind of intellectual property -> the forms of its numbers, 9 for any digit. */
  nomor_ki: Record<string, string[]>;
}

/** What the form says of a problem. */
export interface Sentences {
  tingkat: string;
  pesan: string;
  perbaikan: string;
  perbaikan_maksud?: string;
}

/** What counts in the newest year. */
export interface Compliance {
  tahun: number;
  belum_dicatat: string;
  ditutup: boolean;
  peristiwa: string[];
  minimum: number;
  kolaborasi: boolean;
  kata: Words;
}

export interface FormData {
  kolom: Shape[];
  bagian: [heading: string, keys: string[]][];
  /** One question at a time; `unsure` is what to do for who does not know. */
  langkah: [question: string, keys: string[], unsure: string][];
  kata: Record<string, Words>;
  /** Vocabulary -> what people type (hyphened) for one of its words alone -> its slug. */
  sehari_hari: Record<string, Words>;
  arti: Record<string, Words>;
  jenis_perangkat_daerah: Words;
  perangkat_daerah: Record<string, Agency>;
  /** Where each file of addresses begins, by blanks. */
  alamat: string;
  /** Old name -> path of the file that it leads to, as far as it was asked about. */
  alias: Record<string, string>;
  kepatuhan: Compliance | null;
  /** Closed year -> the events that counted in it. */
  ditutup: { pesan: string; tahun: Record<string, string[]> };
  pesan: Record<string, Sentences>;
  aturan: Rules;
  data_pribadi: import("../checks/personal_shapes.js").Shapes;
  hari: string;
  pengaturan: {
    repositori: string;
    cabang: string;
    lapor: string;
    pengelola: string;
    /** The region's own name. */
    wilayah: string;
    situs: string;
    /** IANA name of the region's time zone. */
    zona: string;
    /** Where a finished entry goes, in sentences. */
    tujuan: string;
    /** Ways to the maintainers: what the button says, and an address with names in braces to fill in. */
    kirim: [words: string, address: string][];
  };
}
