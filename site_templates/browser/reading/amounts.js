// Money as offices write it, and as it is said: the twin of generator/contributing/answers/amounts.py.
import { caseless, singleBlanks } from "./folding.js";
import { MULTIPLES } from "./settings.js";
import { lengthOf } from "./texts.js";

const AROUND = /^(?:rp|idr)\.? ?|(?:,-|,--|\.-|,=| ?rupiah)$/gu;
const MULTIPLE = new RegExp(`^([0-9.,]+) ?(${Object.keys(MULTIPLES).join("|")})\\.?$`, "u");
const DOTS = /^[0-9]{1,3}(?:\.[0-9]{3})+(?:,0{1,2})?$|^[0-9]+(?:,0{1,2})?$/u;
const COMMAS = /^[0-9]{1,3}(?:,[0-9]{3}){2,}(?:\.0{1,2})?$/u;
const DECIMAL = /^([0-9]+)[.,]([0-9]{1,2})$/u;
const ONE_COMMA = /^[0-9]{1,3},[0-9]{3}$/u;
// Behind a sum, the same in words: `Rp 20.000.000,- (dua puluh juta rupiah)`.
const SAID = / ?\([a-z ]{4,150} rupiah\)\.?$/u;
const SPACED = /^[0-9]{1,3}(?: [0-9]{3})+(?:,0{1,2})?$/u;
const LONGEST = 40;
const MOST = 10n ** 15n;

/** @param {string} digits */
const undotted = (digits) => digits.split(",")[0].replaceAll(".", "");

/** @type {(digits: string, by: bigint) => bigint[]} */
const multiplied = (digits, by) => {
  const [, whole, part] = DECIMAL.exec(digits) ?? [];
  if (part) return [BigInt(whole) * by + (BigInt(part) * by) / 10n ** BigInt(part.length)];
  if (ONE_COMMA.test(digits)) {
    const [thousands, rest] = digits.split(",");
    return [BigInt(thousands + rest) * by, BigInt(thousands) * by + (BigInt(rest) * by) / 1000n];
  }
  return DOTS.test(digits) ? [BigInt(undotted(digits)) * by] : [];
};

/**
 * What a slip of the hand or another country's signs may mean: those before the last sign, or all digits.
 * @param {string} plain
 */
const unsure = (plain) => {
  if (!/^[0-9][0-9.,]*$/u.test(plain)) return [];
  const before = plain.replace(/[^.,]*$/u, "").replace(/[.,]/gu, "");
  const found = [before, plain.replace(/[.,]/gu, "")].map((digits) => BigInt(digits));
  return [...new Set(found)].filter((one) => one > 0n && one <= MOST);
};

/**
 * The amounts that may be meant, and whether it is certain: then there is one.
 * @type {(text: string) => { amounts: string[], sure: boolean }}
 */
export const writtenAmount = (text) => {
  const whole = singleBlanks(caseless(text)).replace(SAID, "");
  /** @type {(amounts: bigint[], sure: boolean) => { amounts: string[], sure: boolean }} */
  const told = (amounts, sure) => ({ amounts: amounts.map(String), sure: sure && amounts.length === 1 });
  if (lengthOf(whole) > LONGEST) return { amounts: [], sure: false };
  const bare = [1, 2].reduce((left) => singleBlanks(left.replace(AROUND, "")), whole);
  const [, digits, name] = MULTIPLE.exec(bare) ?? [];
  if (name) return told(multiplied(digits, BigInt(MULTIPLES[name])), true);
  const plain = bare.replaceAll(" ", "");
  // A blank that parts no thousands is a slip: nobody knows of which digits.
  if (bare.includes(" ") && !SPACED.test(bare)) return told(unsure(plain), false);
  if (DOTS.test(plain)) return told([BigInt(undotted(plain))], true);
  if (COMMAS.test(plain)) return told([BigInt(plain.split(".")[0].replaceAll(",", ""))], true);
  return told(unsure(plain), false);
};

const ONES = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"];
const LARGE = /** @type {[number, string][]} */ ([
  [1e12, "triliun"],
  [1e9, "miliar"],
  [1e6, "juta"],
  [1e3, "ribu"],
  [100, "ratus"],
]);

/**
 * A number in words: 45000000 -> `empat puluh lima juta`.
 * @type {(number: number) => string}
 */
export const inWords = (number) => {
  if (number < ONES.length) return ONES[number];
  if (number < 20) return `${ONES[number - 10]} belas`;
  if (number < 100) return `${ONES[Math.floor(number / 10)]} puluh ${ONES[number % 10]}`.trim();
  const [by, name] = /** @type {[number, string]} */ (LARGE.find(([least]) => number >= least));
  const count = Math.floor(number / by);
  const head = count === 1 && by < 1e6 ? `se${name}` : `${inWords(count)} ${name}`;
  return `${head} ${inWords(number % by)}`.trim();
};

/**
 * An amount as people read it: `Rp45.000.000 = empat puluh lima juta rupiah`; "" for what is none.
 * @param {string} digits
 */
export const spokenAmount = (digits) => {
  if (!/^[0-9]{1,15}$/u.test(digits)) return "";
  const dotted = digits.replace(/^0+(?=[0-9])/u, "").replace(/[0-9](?=(?:[0-9]{3})+$)/gu, "$&.");
  return `Rp${dotted} = ${inWords(Number(digits)) || "nol"} rupiah`;
};
