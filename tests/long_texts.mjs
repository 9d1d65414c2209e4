// The browser's half under long texts: the child of properties/test_long_texts.py, as long_texts.py is for the program.
// Every exported function of a module without a page gets each text for those of its arguments that are none of GIVEN.
// `long_texts.mjs SHAPES LONGEST NAME MODULE...` tries the use NAME; an empty name lists all uses. SHAPES is what the form's
// data says of personal data, LONGEST are the signs of the longest runs, "" for all (both JSON).
import { writeSync } from "node:fs";

const [personal, longest, wanted, ...paths] = process.argv.slice(2);
const SIGNS = [
  " ", "\t", "\u00a0", "\n", "\r", " \n", "*", "_", "[", "(", "`", "~", "-", "- a\n", ".", ",", ":", "a: ", "@", "a@", "#", "# a\n", '"', "\\",
  "0", "1.", "a", "a-", "\u0301", "\ufe0f", "\u{1f600}", "---\n", "!a b\n", "- !a b\n",
];
const SIZES = [100, 10000, 60000];
const months = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(" ");
const words = { kesehatan: "Kesehatan", "tata-kelola": "Tata kelola pemerintahan" };
const KINDS = ["baris", "prosa", "kata", "tanggal", "hari", "tahun", "bilangan", "desimal", "ya_tidak", "url", "surel", "telepon", "slug"];
const shapes = KINDS.map((kind) => ({ key: kind, label: kind, help: kind, kind, limit: 200, low: 0, high: 9, vocabulary: "kata" }));
const aturan = {
  slug_terpanjang: 60, slug_terlarang: [], bulan: months, bita: 65536, nilai: 2000, komentar: "# ", berhenti: "", berakhir: [], urutan: [],
  dicari: [], alamat: {}, bulan_periksa: 12, ringkasan: 200,
};
const context = { aturan, agency: "a", slug: "a", known: "", today: "2026-11-24", pictures: [], alias: {}, data_pribadi: JSON.parse(personal), perangkat_daerah: {}, kata: { kata: words } };
const url = (path) => new URL(path, "file:///").href;
const modules = {};
for (const path of paths) {
  try {
    modules[path.split("/").at(-1)] = await import(url(path));
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error; // a module that begins with the page: it has no function of a text
  }
}
const form = { aturan, words: () => words };
// What stands for an argument by its name; everything else is the text.
const GIVEN = { months, words, shapes, form, context, longest: 60, kind: "tanggal", sentences: {}, drops: (sign) => sign === "a" };
const data = (text) => Object.fromEntries(KINDS.map((kind) => [kind, text]));
const MADE = { data, file: (text) => new File([text], "a.yml") };
const argument = (name, text) => GIVEN[name] ?? MADE[name]?.(text) ?? text;

const uses = Object.entries(modules).flatMap(([file, members]) => Object.entries(members)
  .filter(([, member]) => typeof member === "function")
  .map(([name, member]) => {
    const [, list] = /^(?:async )?(?:function \w*)?\(?([\w, ]*)/.exec(String(member));
    return [`${file} ${name}`, (text) => member(...list.split(",").map((one) => argument(one.trim(), text)))];
  }));
for (const [name, member] of Object.entries(modules["personal.js"].scanner(JSON.parse(personal)))) uses.push([`personal.js ${name}`, member]);
if (!uses.length) throw new Error("no function found");
const places = { "as it is": (text) => text, "as a value": (text) => `baris: ${text}`, "in quotes": (text) => `baris: "${text}`, "in a block": (text) => `prosa: |\n  ${text}` };
for (const [how, place] of Object.entries(places)) uses.push([`import_file.js placed ${how}`, (text) => modules["import_file.js"].placed(place(text), shapes, form)]);
const say = (line) => writeSync(1, `${line}\n`);
for (const [name, use] of uses) {
  if (!wanted) say(name);
  if (name !== wanted) continue;
  for (const size of SIZES)
    for (const sign of (size !== SIZES[0] && JSON.parse(longest)) || SIGNS) {
      const text = `a${sign.repeat(Math.ceil(size / sign.length)).slice(0, size)}b`;
      say(`${name}: ${size} characters of ${JSON.stringify(sign)} between two letters`);
      try { await use(text); } catch (error) { if (!(error instanceof TypeError)) throw error; }
    }
}
