// The form and what opens a file in it, as doors. Standard input: {form, day, files, typed}; standard output: the entry's text of each.
import { readFileSync } from "node:fs";
import { write } from "../../site_templates/browser/checks/entry.js";
import { placed } from "../../site_templates/browser/reading/import_file.js";
import { agenciesLike, cleaned, tidied } from "../../site_templates/browser/reading/values.js";

const { form, names, files, typed } = JSON.parse(readFileSync(0, "utf8"));
const { kolom, aturan } = form;
const words = (vocabulary) => form.kata[vocabulary];
const entry = (data) => write(tidied(data, kolom, aturan.bulan), kolom, "");

process.stdout.write(JSON.stringify({
  opened: files.map((text) => { const { data, lost } = placed(text, kolom, { ...form, words }); return [entry(data), lost]; }),
  written: typed.map((data) => entry({ ...data, riwayat: data.riwayat.map((one) => ({ ...one, tanggal: cleaned(one.tanggal, "tanggal", aturan.bulan) })) })),
  agencies: names.map((name) => agenciesLike(name, form.perangkat_daerah, form.pengaturan.wilayah)),
}));
