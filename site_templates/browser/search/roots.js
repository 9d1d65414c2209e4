// @ts-nocheck
/* The roots an Indonesian word may have: the same function as generator/text/word_roots.py, whose comments give the reasons.
   Both are held to tests/roots.yml. Source: Tata Bahasa Baku Bahasa Indonesia (meN-/peN- nasal substitution). */

const EXCEPTIONS = new Map(
  (
    "berikan:beri bersalin gerakan:gerak kemudian makalah masalah mengemas:kemas mengurus:urus " +
    "nilai pangan pariwisata:wisata pegawai pengemas:kemas pengurus:urus perangkat persalinan:bersalin " +
    "pesisir sekarang terang terapi terentang tetapi tunai wirausaha:usaha"
  )
    .split(" ")
    .map((entry) => [...entry.split(":"), entry]),
);
const SHORT_ROOTS = ["adu", "aju", "isi", "uji"];
const PREFIXES = [
  [/^[mp]e(?:m(?=[bfpv])|n(?=[cdjsz]|tr)|ng(?=[aeioughk])|(?=[lmnrwy][aeiou]|ny))/, ""],
  [/^[mp]em(?=[aeiour])/, "p"],
  [/^[mp]en(?=[aeiou])/, "t"],
  [/^[mp]eny(?=[aeiou])/, "s"],
  [/^[mp]eng(?=[aeiou])/, "k"],
  [/^pe(?=[bcdghjkpst])/, ""],
  [/^[bpt]er/, ""],
  [/^[bpt]e(?=r[aeiou]|[^aeiou]er[^aeiou])/, ""],
  [/^[bp]el(?=ajar)/, ""],
  [/^(?:antar|di|se)/, ""],
];
const SUFFIXED = [...PREFIXES, [/^ke/, ""]];

const plainLetters = (text) => text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "");
const fold = (word) => plainLetters([...word.slice(0, 80)].slice(0, 40).join(""));

const strip = (stem, prefixes, found, more) => {
  found.add(stem);
  if (more)
    for (const [prefix, letter] of prefixes)
      if (prefix.test(stem)) strip(stem.replace(prefix, letter), prefixes, found, more - 1);
};

const readings = (form) => {
  if (!/^[a-z]+$/.test(form)) return form ? [form] : [];
  const stems = new Set();
  for (const bare of [form, form.replace(/[lk]ah$/, "")])
    for (const stem of [bare, bare.replace(/nya$/, "")]) {
      strip(stem, PREFIXES, stems, 2);
      for (const suffix of [/kan$/, /an$/, /i$/])
        if (suffix.test(stem)) strip(stem.replace(suffix, ""), SUFFIXED, stems, 2);
    }
  const kept = [...stems].filter((stem) => EXCEPTIONS.has(stem)).map((stem) => EXCEPTIONS.get(stem));
  return [form, ...(kept.length ? kept : [...stems].filter((stem) => stem[3] || SHORT_ROOTS.includes(stem)))];
};

/** The word itself, folded, and every root it may have, as a Set. Two words match when their sets meet. */
export function roots(word) {
  const form = fold(word);
  const at = form.indexOf("-");
  const [left, right] = at < 0 ? [[], []] : [readings(form.slice(0, at)), readings(form.slice(at + 1))];
  return new Set([...readings(form), ...(left.some((root) => right.includes(root)) ? [...left, ...right] : [])]);
}

/** The words of a text in order, folded: letters and digits; a hyphen parts. */
export const words = (text) => (plainLetters(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => [...word].slice(0, 40).join(""));
