// Written by `make browser` from the program's own constants: change it there.

// generator/layout.py
export const INNOVATIONS = "innovations";

// generator/schema/refusals.py
export const TEXT = "teks";
export const LIST = "daftar (baris-baris yang dimulai dengan tanda hubung)";
export const GROUP = "beberapa kolom";

// generator/checks/identity.py
export const SITE_ADDRESS = "alamat yang dipakai situs";

// generator/text/printable.py
export const SHOWN_LENGTH = 160;

// generator/schema/fields.py
export const DECIMAL = /^-?[0-9]{1,3}(?:\.[0-9]{1,8})?$/u;
/** @type {readonly string[]} */
export const TRUE_WORDS = ["true", "ya"];
/** @type {readonly string[]} */
export const FALSE_WORDS = ["false", "tidak"];

// generator/schema/whole_numbers.py
export const WHOLE = /^-?[0-9]{1,18}$/u;
export const YEAR_WRITTEN = "tulis tahunnya dengan empat angka, misalnya 2025";
export const FEW_WRITTEN = "tulis satu angka saja, misalnya 2";
export const MONEY_WRITTEN = "tulis angka saja tanpa Rp dan tanpa titik ribuan, misalnya 45000000";
export const DEGREES_WRITTEN = "tulis derajat dengan angka, dan pakai titik untuk pecahannya, misalnya -0.15";
export const FEW = 5000;

// generator/text/personal_shapes.py
/** @type {Record<string, string>} */
export const LETTERS = {"\u0130": "I", "\u0131": "i"};

// generator/text/personal_data.py
export const MAIL_BEFORE = 68;
export const MAIL_BEHIND = 260;
export const WORDS_BEFORE = 20;

// generator/contributing/entry_text.py
export const PLAIN = /^[A-Za-z][A-Za-z0-9 .,()\/%&+;'\u2019\u2013-]*$/u;
export const ENDS_BARE = /[A-Za-z0-9.)%]$/u;
/** @type {readonly string[]} */
export const TAKEN = ["false", "n", "no", "null", "off", "on", "tidak", "true", "y", "ya", "yes"];
export const ADDRESS = /^https?:\/\/[A-Za-z0-9._~\/?&=%+#,-]*[A-Za-z0-9\/]$/u;
/** @type {readonly string[]} */
export const BARE = ["bilangan", "desimal", "hari", "kata", "slug", "tahun", "tanggal", "ya_tidak"];
export const BARE_VALUE = /^(?!null$)-?[a-z0-9][a-z0-9.-]*$/i;
