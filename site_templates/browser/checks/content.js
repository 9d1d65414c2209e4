// Values that are sound alone but not together: the twin of generator/checks/content.py.
import { oneLine, stripped } from "../reading/values.js";

/** @typedef {import("./subject.d.ts").Subject} Subject */

/** @type {(values: string[] | undefined) => string[]} */
const bare = (values = []) => values.map(stripped);

/** @param {Subject} subject */
const checkRepeats = ({ sound, fault }) => {
  /** @type {(path: string[], values: string[]) => void} */
  const repeats = (path, values) => {
    values.forEach((item, number) => {
      if (values.indexOf(item) < number) fault("I016", [...path, number], { nilai: item });
    });
  };
  const events = sound("riwayat") ?? [];
  repeats(["urusan"], bare(sound("urusan")));
  repeats(
    ["riwayat"],
    events.map(({ peristiwa, tanggal }) => `${stripped(peristiwa)} ${stripped(tanggal)}`),
  );
  repeats(["usulan_penyusun"], bare(sound("usulan_penyusun")));
  repeats(["lokasi", "kecamatan"], bare(sound("lokasi")?.kecamatan));
};

/** @param {Subject} subject */
const checkGroups = ({ entry, sound, fault, context }) => {
  (sound("kolaborator") ?? []).forEach(({ perangkat_daerah: agency, nama }, number) => {
    if (!agency === !nama) fault("A005", ["kolaborator", number]);
    else if (agency && stripped(agency) === context.agency)
      fault("A006", ["kolaborator", number], { nilai: stripped(agency) });
  });
  (sound("hasil") ?? []).forEach(({ ukuran, sebelum, sesudah }, number) => {
    if (!sebelum && !sesudah) fault("A007", ["hasil", number], { nilai: ukuran });
  });
  bare(sound("usulan_penyusun")).forEach((name, number) => {
    if (!Object.hasOwn(entry, name)) fault("A009", ["usulan_penyusun", number], { nilai: name });
  });
};

/** @param {Subject} subject */
const checkPictures = ({ sound, fault, context: { pictures, slug } }) => {
  const named = (sound("gambar") ?? []).map(({ berkas }) => oneLine(berkas));
  named.forEach((name, number) => {
    if (!pictures.includes(name)) fault("B014", ["gambar", number, "berkas"], { nilai: name, folder: `${slug}/` });
  });
  for (const name of pictures) if (!named.includes(name)) fault("B015", ["gambar"], { nilai: name });
};

/**
 * Repeats in lists, half-filled groups, pictures that do not match their list.
 * @param {Subject} subject
 */
export const checkContent = (subject) => {
  checkRepeats(subject);
  checkGroups(subject);
  checkPictures(subject);
};
