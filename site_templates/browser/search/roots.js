/* The roots an Indonesian word may have: the same function as generator/text/word_roots.py, whose comments give the reasons.
   Both are held to tests/roots.yml. Source: Tata Bahasa Baku Bahasa Indonesia (meN-/peN- nasal substitution). */

/** @type {Map<string, string>} */
const EXCEPTIONS = new Map(
  (
    "berikan:beri bersalin gerakan:gerak kemudian makalah masalah mengemas:kemas mengurus:urus " +
    "nilai pangan pariwisata:wisata pegawai pengemas:kemas pengurus:urus perangkat persalinan:bersalin " +
    "pesisir sekarang terang terapi terentang tetapi tunai wirausaha:usaha"
  )
    .split(" ")
    .map((entry) => [entry.split(":")[0], entry.split(":").pop() ?? ""]),
);
const SHORT_ROOTS = ["adu", "aju", "isi", "uji"];
/** @typedef {readonly (readonly [RegExp, string])[]} Prefixes what may stand before a root, and its first letter there */
/** @type {Prefixes} */
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
/** @type {Prefixes} */
const SUFFIXED = [...PREFIXES, [/^ke/, ""]];

/** @type {(text: string) => string} */
const plainLetters = (text) => text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "");
/** @type {(word: string) => string} */
const fold = (word) => plainLetters([...word.slice(0, 80)].slice(0, 40).join(""));

/** @type {(stem: string, prefixes: Prefixes, found: Set<string>, more: number) => void} */
const strip = (stem, prefixes, found, more) => {
  found.add(stem);
  if (more)
    for (const [prefix, letter] of prefixes)
      if (prefix.test(stem)) strip(stem.replace(prefix, letter), prefixes, found, more - 1);
};

/** @type {(form: string) => string[]} */
const readings = (form) => {
  if (!/^[a-z]+$/.test(form)) return form ? [form] : [];
  /** @type {Set<string>} */
  const stems = new Set();
  for (const bare of [form, form.replace(/[lk]ah$/, "")])
    for (const stem of [bare, bare.replace(/nya$/, "")]) {
      strip(stem, PREFIXES, stems, 2);
      for (const suffix of [/kan$/, /an$/, /i$/])
        if (suffix.test(stem)) strip(stem.replace(suffix, ""), SUFFIXED, stems, 2);
    }
  const kept = [...stems].flatMap((stem) => EXCEPTIONS.get(stem) ?? []);
  return [form, ...(kept.length ? kept : [...stems].filter((stem) => stem[3] || SHORT_ROOTS.includes(stem)))];
};

/**
 * The word itself, folded, and every root it may have. Two words match when their sets meet.
 * @param {string} word
 * @returns {Set<string>}
 */
export function roots(word) {
  const form = fold(word);
  const at = form.indexOf("-");
  /** @type {[left: string[], right: string[]]} */
  const [left, right] = at < 0 ? [[], []] : [readings(form.slice(0, at)), readings(form.slice(at + 1))];
  return new Set([...readings(form), ...(left.some((root) => right.includes(root)) ? [...left, ...right] : [])]);
}

/**
 * The words of a text in order, folded: letters and digits; a hyphen parts.
 * @type {(text: string) => string[]}
 */
export const words = (text) => (plainLetters(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => [...word].slice(0, 40).join(""));
