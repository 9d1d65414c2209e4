// Intellectual property: the twin of generator/checks/rights.py.
import { oneLine, spoken, stripped, surelyBefore } from "../reading/values.js";

/** @type {(text: string) => string} */
const form = (text) =>
  text
    .replace(/[^0-9A-Za-z]/g, "")
    .replace(/[0-9]/g, "9")
    .toUpperCase();

/**
 * A number that no number of its kind looks like, protection that ends before it began.
 * @param {import("./subject.d.ts").Subject} subject
 */
export const checkRights = ({ sound, dates, fault, context: { aturan } }) => {
  (sound("kekayaan_intelektual") ?? []).forEach(({ jenis = "", nomor = "" }, number) => {
    const kind = stripped(jenis);
    const forms = Object.hasOwn(aturan.nomor_ki, kind) ? aturan.nomor_ki[kind] : [];
    if (nomor && forms.length && !forms.map(form).includes(form(nomor)))
      fault("K021", ["kekayaan_intelektual", number, "nomor"], { nilai: oneLine(nomor), bentuk: forms.join(", ") });
    const [date, until] = ["tanggal", "berlaku_sampai"].map((key) =>
      dates.get(`kekayaan_intelektual.${number}.${key}`),
    );
    if (date && until && surelyBefore(until, date))
      fault("A028", ["kekayaan_intelektual", number, "berlaku_sampai"], {
        nilai: spoken(until.text, aturan.bulan),
        tanggal: spoken(date.text, aturan.bulan),
      });
  });
};
