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
