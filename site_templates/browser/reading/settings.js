// Written by `make browser` from the program's own constants: change it there.

// generator/layout.py
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
export const SHORTEST_NAME = 3;

// generator/reading/document.py
export const BANNED = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u061c\u115f\u1160\u180e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\ue000-\ue006\ud800-\udfff\u{e0000}-\u{e01ef}]|\r(?!\n)/u;
/** @type {readonly string[]} */
export const NULLS = ["", "~", "null", "Null", "NULL"];

// generator/contributing/table_import/words/synonyms.py
/** @type {readonly string[]} */
export const ANSWER_NOISE = ["bidang", "daerah", "inovasi", "kec", "kecamatan", "pemerintah", "pemerintahan", "pilihan", "urusan", "wajib"];

// generator/schema/fields.py
export const BLANKS = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/u;
export const BULLETS = /[\uf0b7\uf0a7\uf076\uf0d8]/u;
export const MAIL = /^[A-Za-z0-9._%+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}$/u;
export const PHONE = /^\+?[0-9(][0-9 ().-]{1,20}[0-9](?: ?ext\.? ?[0-9]{1,5})?$/i;
/** @type {readonly string[]} */
export const TRUE_WORDS = ["true", "ya"];
/** @type {readonly string[]} */
export const FALSE_WORDS = ["false", "tidak"];

// generator/contributing/answers/spellings.py
export const BEFORE = "(?:pada|sejak|mulai|per|tmt|tanggal|tgl|bulan|bln|tahun anggaran|tahun|thn|th|t\\.a|ta)(?:\\. ?| (?:= ?)?|: ?|(?=[0-9]))";
export const BEHIND = "(?:[,t] ?| )(?:(?:pukul|jam) ?)?[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:\\.[0-9]{1,6})?)?(?: ?(?:wib|wita|wit|z))?";
export const PART_OF_YEAR = "(?:tri[ -]?wulan|trwln|trw|t\\.?w\\.?|kuartal|kwartal|quartal|quarter|kw|q|semester|sem|smt|smtr|catur ?wulan|cawu)(?:\\.| )? ?-?(?:(?:ke-?)?(?:iv|i{1,3}|[1-4]|satu|dua|tiga|empat)|pertama)";
export const YEAR_OF_PART = "([0-9]{4}|(?<=['\u2019\u2018`/-])(?:1[3-9]|[23][0-9]))";
export const SCHOOL_YEAR = "(?:(?:semester|smtr|smt|sem)\\.? ?(ganjil|gasal|genap|ii?|[12])(?: (?:(?:tahun ajaran|tahun pelajaran|thn\\.? ajaran|t\\.?p\\.?)|t\\.?a\\.?|tahun|thn|th))?|(?:tahun ajaran|tahun pelajaran|thn\\.? ajaran|t\\.?p\\.?))\\.? ?([0-9]{4}) ?[/-] ?([0-9]{4})";
export const TERM_OF_YEAR = "(?:semester|smtr|smt|sem)\\.? ?(ganjil|gasal|genap)(?: (?:tahun|thn|th|t\\.?a)\\.?)? ([0-9]{4})";
/** @type {readonly string[]} */
export const SECOND_TERMS = ["genap", "ii", "2"];
export const WITHIN = "(?:(?:awal|pertengahan|tengah|medio|akhir|penghujung)(?: (?:bulan|tahun))?|musim (?:kemarau|hujan|panen|tanam|penghujan)|(?:bulan )?(?:ramadh?an|puasa)|(?:hari raya )?(?:lebaran|idul ?fitri|idul ?adha|imlek|natal|nyepi|waisak)|(?:minggu|pekan) (?:(?:ke-?|ke )?(?:v|iv|i{1,3}|[1-5])|pertama|kedua|ketiga|keempat|terakhir)(?: bulan)?)";
export const ABOUT = "(?:sekitar|kira-kira|kurang lebih|k\\.l\\.|\u00b1|\\+/-|~)";
export const UNTIL = " ?(?:s\\.? ?d\\.?|s/d|sampai dengan|sampai|hingga|-) ?";
export const NOW = "(?:sekarang|kini|saat ini|seterusnya|selesai)";
export const ZEROS = "([0-9]{4}(?:-(?:0[1-9]|1[0-2]))?)(?:-00){1,2}";
export const BARE_YEAR = "['\u2019\u2018`]([0-9]{2})";
export const YEAR_NAMED = "(?<=[a-z])[.,]? (?:tahun anggaran|tahun|thn|th|t\\.a|ta)(?:\\. ?| )(?=['\\u2019\\u2018`]?[0-9]{2,4}$)";
export const PARTS_NAMED = "(?:(?:tanggal|tgl)\\.? ?)?(?:([0-9]{1,2}),? ?)?(?:bulan|bln)\\.? ?([0-9]{1,2}|[a-z]{3,9}),? ?(?:tahun|thn|th)\\.? ?([0-9]{4})";
export const YEAR_BEFORE = "([0-9]{4})[ ,/-]{1,2}(?:(?:bulan|bln)\\.? ?([0-9]{1,2}|[a-z]{3,9})|([a-z]{3,9}))(?:[ /-]([0-9]{1,2}))?";
export const TWO_MONTHS = "([a-z]{3,9})\\.? ?(?:/|&|dan |atau ) ?([a-z]{3,9})\\.?[ ,]{0,2}([0-9]{4})";
/** @type {readonly string[]} */
export const ROMAN_MONTHS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
export const PIVOT = 45;
/** @type {Record<string, number>} */
export const MULTIPLES = {"jt": 1000000, "juta": 1000000, "jutaan": 1000000, "m": 1000000000, "miliar": 1000000000, "milyar": 1000000000, "milyard": 1000000000, "rb": 1000, "ribu": 1000, "ribuan": 1000, "t": 1000000000000, "triliun": 1000000000000, "trilyun": 1000000000000};

// generator/dates.py
export const FIRST_YEAR = 1945;
export const LAST_YEAR = 2100;
export const PARTIAL = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/u;
export const DAY_FIRST = /^([0-9]{1,2})[-\/. ]([0-9]{1,2})[-\/. ]([0-9]{4})$/u;
export const YEAR_FIRST = /^([0-9]{4})[-\/.]([0-9]{1,2})(?:[-\/.]([0-9]{1,2}))?$/u;
export const MONTH_FIRST = /^([0-9]{1,2})[-\/.]([0-9]{4})$/u;
export const IN_WORDS = /^(?:([0-9]{1,2})[ \t-\r-]*)?([A-Za-z]{3,9})[ \t-\r-]+([0-9]{4})$/u;
export const AROUND = /^(?:Senin|Selasa|Rabu|Kamis|Jum['\u2019]?at|Sabtu|Minggu|Ahad)[, ] *(?=[0-9]{1,2}[^0-9])|^(?:Tahun|TA) +|(?<=[A-Za-z0-9])[.,](?= |$)/i;
export const DASH = /(?:(?<! ) +)?[-\u2013] */u;
/** @type {Record<string, number>} */
export const OTHER_MONTHS = {"agst": 8, "agt": 8, "august": 8, "december": 12, "february": 2, "febuari": 2, "january": 1, "july": 7, "june": 6, "march": 3, "may": 5, "mrt": 3, "nopember": 11, "october": 10, "pebruari": 2};

// generator/text/web_address.py
export const FORBIDDEN = /[<>"\\`{}|^]/u;
export const PARTS = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^\/?#]*))?/u;
export const HOST = /^(\[[^\[\]]*\]|[^:\[\]]*)(?::([0-9]{0,5}))?$/u;
export const LAST_PORT = 65535;
export const NO_HOST = /^(?:[0-9]+|0x[0-9a-f]*|localhost|local|internal)$/u;
export const HOST_LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/u;
