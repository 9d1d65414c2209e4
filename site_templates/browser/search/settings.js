// Written by `make browser` from the program's own constants: change it there.

// generator/publishing/search/keys.py
export const KEY_LETTERS = 5;
/** @type {Record<string, number>} */
export const WEIGHTS = {"": 1.0, "0": 0.5, "1": 0.5, "8": 0.5, "9": 0.0};
export const HINT = "9";
export const PAGE = "0";
export const AGENCY = "1";

// generator/publishing/search/told.py
export const JOINED = "_";
export const LONGEST_PHRASE = 4;

// generator/publishing/search/spelling.py
export const SPELLING_LETTERS = 5;
export const SPELLING_SHORTEST = 4;
export const REAL = "=";

// generator/text/word_roots.py
export const MAX_LETTERS = 40;
export const SHORTEST_ROOT = 4;
/** @type {readonly string[]} */
export const SHORT_ROOTS = ["adu", "aju", "isi", "uji"];
/** @type {Record<string, string>} */
export const EXCEPTIONS = {"berikan": "beri", "bersalin": "bersalin", "gerakan": "gerak", "kemudian": "kemudian", "makalah": "makalah", "masalah": "masalah", "mengemas": "kemas", "mengurus": "urus", "nilai": "nilai", "pangan": "pangan", "pariwisata": "wisata", "pegawai": "pegawai", "pengemas": "kemas", "pengurus": "urus", "perangkat": "perangkat", "persalinan": "bersalin", "pesisir": "pesisir", "sekarang": "sekarang", "terang": "terang", "terapi": "terapi", "tetapi": "tetapi", "tunai": "tunai", "wirausaha": "usaha"};
/** @type {readonly (readonly [RegExp, string])[]} */
export const PREFIXES = [[/^(?:[mp]e(?:m(?=[bfpv])|n(?=[cdjsz]|tr)|ng(?=[aeioughk])|(?=[lmnrwy][aeiou]|ny)))/u, ""], [/^(?:[mp]em(?=[aeiour]))/u, "p"], [/^(?:[mp]en(?=[aeiou]))/u, "t"], [/^(?:[mp]eny(?=[aeiou]))/u, "s"], [/^(?:[mp]eng(?=[aeiou]))/u, "k"], [/^(?:pe(?=[bcdghjkpst]))/u, ""], [/^(?:[bpt]er)/u, ""], [/^(?:[bpt]e(?=r[aeiou]|[^aeiou]er[^aeiou]))/u, ""], [/^(?:[bp]el(?=ajar))/u, ""], [/^(?:antar|di|se)/u, ""]];
export const KE = /^ke/u;
/** @type {readonly string[]} */
export const SUFFIXES = ["kan", "an", "i"];
export const PARTICLE = /[lk]ah$/u;
export const POSSESSIVE = /nya$/u;
