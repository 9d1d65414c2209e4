// Numbers and addresses that point to a person: the twin of generator/text/personal_data.py, held to it by tests/site/test_form.py.

const GAP = "[ .\\-/_:,\\u00a0\\u2002-\\u200a\\u2010-\\u2013\\u202f\\u200c\\u200d]{1,3}";
const RUN = new RegExp(`(?<![0-9])[0-9]+(?:${GAP}[0-9]+)*(?![0-9])`, "g");
const MOBILE = new RegExp(
  "(?:(?<![0-9A-Za-z])|(?<=wa)|(?<=hp))(?<![0-9][.,])(?<!nib )" +
  `\\(?(?:08|(?:\\+|00)?62\\)?(?:${GAP})?(?:\\(0\\)|\\(?0?)?8)[1-9][0-9]\\)?(?:(?:${GAP})?[0-9]){5,9}(?![0-9])`, "gi");
const ADDRESS = /https?:\/\/[^\s<>"]+/gi;
const ASKED = /[?&](?:no_?)?(?:nik|ktp|kk|nip|hp|wa|telp|telepon)=([0-9]{9,18})(?![0-9])/gi;
const WHATSAPP = /(?:wa\.me\/|phone=)(?:\+|%2B)?[0-9]{8,15}/gi;
const MAIL_LEFT = /[A-Za-z0-9._%+-]{1,64}$/;
const MAIL_RIGHT = /^(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9-])/;
const OFFICES = [".go.id", ".desa.id", ".sch.id", ".ac.id"];
// After which digits people break a NIK and a NIP; two dates side by side have sixteen digits too.
const NIK_CUTS = [[2, 4, 6, 8, 10, 12], [4, 8, 12]];
const NIP_CUTS = [[4, 6, 8, 12, 14, 15], [6, 12], [3, 6, 9, 12, 15]];
const DATE_PAIRS = ["2,2,4,2,2,4", "4,2,2,4,2,2"];

const digitsOf = (text) => text.replace(/[^0-9]/g, "");

/** A decimal digit of any script as ASCII: Unicode keeps each script's ten in one run. */
const decimal = (char) => {
  let before = 0;
  for (let code = char.codePointAt(0) - 1; /\p{Nd}/u.test(String.fromCodePoint(code)); code--) before++;
  return String(before % 10);
};
const plain = (char) => {
  if (char <= "\x7f") return char;
  if (/\p{Nd}/u.test(char)) return decimal(char);
  const simple = char.normalize("NFKC");
  return simple.length === 1 && simple <= "\x7f" ? simple : char;
};
/** Digits and signs of any shape as ASCII. */
const fold = (text) => (/^[\x00-\x7f]*$/.test(text) ? text : Array.from(text, plain).join(""));

const isNik = (digits) => {
  const province = +digits.slice(0, 2), day = +digits.slice(6, 8), month = +digits.slice(8, 10);
  return province >= 11 && province <= 96 && ((day >= 1 && day <= 31) || (day >= 41 && day <= 71)) && month >= 1 && month <= 12;
};
const isNip = (digits) => {
  const year = +digits.slice(0, 4), month = +digits.slice(4, 6), day = +digits.slice(6, 8);
  return year >= 1940 && year <= 2015 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
};

/** The identity number that begins with the first of `groups`, and how many groups it takes. */
const numberFrom = (groups) => {
  const sizes = [], cuts = [];
  let digits = "";
  for (const group of groups) {
    if (digits) cuts.push(digits.length);
    digits += group;
    sizes.push(group.length);
    const cutBy = (sets) => sets.some((set) => cuts.every((cut) => set.includes(cut)));
    if (digits.length === 16 && !DATE_PAIRS.includes(String(sizes)) && cutBy(NIK_CUTS) && isNik(digits))
      return { code: "P001", digits, taken: sizes.length };
    if (digits.length === 18 && cutBy(NIP_CUTS) && isNip(digits)) return { code: "P002", digits, taken: sizes.length };
    if (digits.length > 18) return null;
  }
  return null;
};
const identityNumbers = (run) => {
  const groups = run.match(/[0-9]+/g), found = [];
  for (let first = 0; first < groups.length;) {
    const number = numberFrom(groups.slice(first, first + 16));
    if (number) found.push(number);
    first += number?.taken ?? 1;
  }
  return found;
};

const mails = (text) => {
  const found = [];
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const left = MAIL_LEFT.exec(text.slice(Math.max(0, at - 64), at)), right = MAIL_RIGHT.exec(text.slice(at + 1, at + 256));
    if (left && right && !OFFICES.some((office) => `.${right[0].toLowerCase()}`.endsWith(office)))
      found.push({ code: "P004", digits: "", text: `${left[0]}@${right[0]}` });
  }
  return found;
};

/** As many blanks as an address has characters, but for the numbers that it names as a person's. */
const blank = (address) => {
  const shown = Array(address.length).fill(" ");
  for (const { 0: whole, 1: digits, index } of address.matchAll(ASKED))
    shown.splice(index + whole.length - digits.length, digits.length, ...digits);
  return shown.join("");
};

/** `text` as readers of a page see it: emphasis marks are gone and lines join, so that digits around them meet. */
export const asRead = (text) => text.replaceAll("*", "").replaceAll("\n", " ");

/** NIK, NIP, mobiles and private mail in `text`: {code, key, shown}; `key` is the same wherever the same is found again. */
export const find = (text) => {
  const whole = fold(text);
  const outside = whole.replace(ADDRESS, blank);
  const numbers = [...outside.matchAll(RUN)].flatMap(([run]) => identityNumbers(run));
  const mobiles = [...outside.matchAll(MOBILE), ...whole.matchAll(WHATSAPP)]
    .map(([match]) => ({ code: "P003", digits: digitsOf(match) }));
  return [...numbers, ...mobiles, ...mails(whole)].map(({ code, digits, text: mail }) => ({
    code, key: `${code} ${digits || mail}`,
    shown: mail ? `…@${mail.split("@").pop()}` : `${digits.slice(0, 2)}… (${digits.length} angka)`,
  }));
};
