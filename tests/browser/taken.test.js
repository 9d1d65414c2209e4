// Which addresses are taken: the form fetches the file that would hold one, once, and knows no others.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

globalThis.document = { getElementById: () => null };
globalThis.location = new URL("https://contoh.go.id/kontribusi/formulir/");
const { learn } = await import("../../site_templates/browser/form/taken.js");

const FILES = {
  "a-a.json": { "antar-obat": "dinkes", "baca-1": "disdik" },
  "a-bb.json": { lama: "innovations/dinkes/posyandu.yml", posyandu: "dinkes" },
};
let asked, works, form;

beforeEach(() => {
  asked = [];
  works = true;
  form = { alamat: "a bb", alias: {}, perangkat_daerah: { dinkes: { isian: [] }, disdik: { isian: [] } } };
  globalThis.fetch = async ({ pathname }) => {
    const name = pathname.split("/").pop();
    asked.push(name);
    return works ? Response.json(FILES[name]) : new Response("", { status: 503 });
  };
});

test("an address is looked for in the last file that begins before it", async () => {
  await learn(form, ["baca-2"]);
  assert.deepEqual(asked, ["a-a.json"]);
  assert.deepEqual(form.perangkat_daerah, { dinkes: { isian: ["antar-obat"] }, disdik: { isian: ["baca-1"] } });
  await learn(form, [" lama ", "zzz"]);
  assert.deepEqual(asked, ["a-a.json", "a-bb.json"]);
  assert.deepEqual(form.alias, { lama: "innovations/dinkes/posyandu.yml" });
  assert.deepEqual(form.perangkat_daerah.dinkes.isian, ["antar-obat", "posyandu"]);
});

test("a file is fetched once, however often and by however many it is asked for", async () => {
  await Promise.all([learn(form, ["antar", "antar-obat"]), learn(form, ["antar-obat"])]);
  await learn(form, ["antar-obat"]);
  assert.deepEqual(asked, ["a-a.json"]);
  assert.deepEqual(form.perangkat_daerah.dinkes.isian, ["antar-obat"]);
});

test("what stands before the first file is nobody's, nor is anything in an empty catalogue", async () => {
  await learn(form, ["7-langkah", ""]);
  await learn({ ...form, alamat: "" }, ["apa-saja"]);
  assert.deepEqual(asked, []);
});

test("what lies in the folder of an agency that the form does not know is taken too", async () => {
  delete form.perangkat_daerah.disdik;
  await learn(form, ["baca-1"]);
  assert.deepEqual([form.alias, form.perangkat_daerah.dinkes.isian], [{ "baca-1": "disdik" }, ["antar-obat"]]);
});

test("what could not be fetched is told, and tried again the next time", async () => {
  works = false;
  await assert.rejects(learn(form, ["posyandu"]));
  works = true;
  await learn(form, ["posyandu"]);
  assert.deepEqual(asked, ["a-bb.json", "a-bb.json"]);
  assert.deepEqual(form.perangkat_daerah.dinkes.isian, ["posyandu"]);
});
