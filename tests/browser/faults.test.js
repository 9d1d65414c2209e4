// What the browser refuses and what the network loses: it is told, and what was typed stays.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

globalThis.document = { getElementById: () => null };
globalThis.location = new URL("https://contoh.go.id/inovasi/");
globalThis.HTMLElement = class {};

const browser = "../../site_templates/browser";
const { json, script, sorry } = await import(`${browser}/page/boot.js`);
const { begun, drafts } = await import(`${browser}/form/drafts.js`);
const { published } = await import(`${browser}/form/published.js`);
const { blank } = await import(`${browser}/form/state.js`);
const { copied } = await import(`${browser}/form/clipboard.js`);
const { fetchJson } = await import(`${browser}/search/index_files.js`);
const { loaded } = await import(`${browser}/search/filter_table.js`);
const { slowly } = await import(`${browser}/search/typing.js`);
const { stateOf } = await import(`${browser}/search/filter_state.js`);

const ADDRESS = new URL("https://contoh.go.id/data.json");
const CONNECTION = "Tidak dapat dimuat. Periksa sambungan internet, lalu coba lagi.";
const RELOAD = "Tidak dapat dimuat. Halaman ini mungkin sudah usang. Muat ulang halaman ini.";
const caught = (promise) => promise.then(() => assert.fail("nothing failed"), (error) => error);

const offline = async () => {
  throw new TypeError("Failed to fetch");
};
const answering = (body, status = 200) => async () => new Response(body, { status });
const LOST = [
  ["offline", offline, CONNECTION],
  ["a server that is down", answering("", 503), CONNECTION],
  ["JSON that breaks off", answering('{"kolom": ['), CONNECTION],
  ["the page of a hotel's network", answering("<title>Masuk</title>"), CONNECTION],
  ["an answer that breaks off", async () => new Response(new ReadableStream({ start: (body) => body.error(new TypeError("lost")) })), CONNECTION],
  ["a file that is gone", answering("", 404), RELOAD],
];

for (const [name, network, said] of LOST)
  test(`what cannot be fetched is told by its cure: ${name}`, async () => {
    globalThis.fetch = network;
    assert.equal(sorry(await caught(json(ADDRESS))), said);
  });

test("what came and does not fit asks for the page to be loaded anew", async () => {
  assert.equal(sorry(await caught(script(Promise.reject(new SyntaxError("no export named card"))))), RELOAD);
  assert.equal(sorry(await caught(script(Promise.reject(new TypeError("Failed to fetch"))))), CONNECTION);
  globalThis.fetch = answering('{"tabel": {}}');
  assert.equal(sorry(await caught(loaded())), RELOAD);
  assert.equal(sorry(await caught(published("uji", { kolom: [{ key: "nama" }] }))), RELOAD);
});

test("a fetch that failed is made again the next time, one that succeeded is not", async () => {
  globalThis.fetch = offline;
  await caught(fetchJson("sekali.json"));
  globalThis.fetch = answering('{"jumlah": 1}');
  assert.deepEqual(await fetchJson("sekali.json"), { jumlah: 1 });
  globalThis.fetch = offline;
  assert.deepEqual(await fetchJson("sekali.json"), { jumlah: 1 });
});

test("an entry that is gone differs from one that could not be fetched", async () => {
  globalThis.fetch = answering("", 404);
  assert.equal((await caught(published("uji", { kolom: [] }))).status, 404);
  globalThis.fetch = answering("", 503);
  assert.equal((await caught(published("uji", { kolom: [] }))).status, 503);
});

test("somebody who waits is told so, but not over an answer or a newer question", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  for (const [newest, answered, said] of [[true, false, "Sedang mencari …"], [true, true, "3 inovasi."], [false, false, "3 inovasi."]]) {
    let [told, answer] = ["3 inovasi."];
    const coming = slowly(new Promise((resolve) => (answer = resolve)), () => newest, (sentence) => (told = sentence));
    context.mock.timers.tick(999);
    assert.equal(told, "3 inovasi.");
    if (answered) answer("found");
    if (answered) assert.equal(await coming, "found");
    context.mock.timers.tick(1);
    assert.equal(told, said);
  }
});

test("filters go on where the browser refuses to write the address", () => {
  let written = "";
  const refuse = () => {
    throw new DOMException("too many calls", "SecurityError");
  };
  globalThis.history = { replaceState: refuse };
  const state = stateOf([]);
  state.change({ q: "po" });
  globalThis.history.replaceState = (_state, _title, address) => {
    written = address;
  };
  state.change({ q: "pos" });
  assert.deepEqual([state.text(), written], ["pos", "?q=pos"]);
});

// The store of drafts

const SHAPES = [
  { key: "nama", kind: "baris" }, { key: "urusan", kind: "kata", most: 3 }, { key: "kontak", kind: "kelompok", inner: [{ key: "surel", kind: "surel" }, { key: "kantor", kind: "baris" }] },
  { key: "riwayat", kind: "kelompok", most: 3, inner: [{ key: "tanggal", kind: "tanggal" }] },
  { key: "kematangan", kind: "kelompok", keyed: true, most: 2, inner: [{ key: "nilai", kind: "baris" }] },
];
const WRITTEN = {
  nama: "Uji", urusan: ["a"], kontak: { surel: "a@b.id" }, riwayat: [{ tanggal: "2025" }, {}], kematangan: { "k-1": { nilai: "1" } },
};
let store;
const refusing = (error) => () => {
  throw new DOMException("refused", error);
};
const draft = (id = "a1") => drafts(blank(), SHAPES, id);
const kept = (data, more = {}) => JSON.stringify({ state: { ...blank(), data, ...more }, base: "{}", at: 1 });
const put = (text) => store.set(draft().name, text);

beforeEach(() => {
  store = new Map();
  globalThis.localStorage = {
    get length() {
      return store.size;
    },
    key: (number) => [...store.keys()][number],
    getItem: (name) => store.get(name) ?? null, setItem: (name, text) => store.set(name, text), removeItem: (name) => store.delete(name),
  };
});

test("a draft comes back as it was kept, and goes", () => {
  assert.equal(draft().read(), null);
  assert.deepEqual([draft().able(), draft().keep({ ...blank(), data: WRITTEN }), store.size], [true, true, 1]);
  const { state, stale } = draft().read();
  assert.deepEqual([state.data, stale], [WRITTEN, false]);
  assert.deepEqual([draft().drop(), store.size], [true, 0]);
});

test("several drafts, corrections among them, lie beside each other by their names, the newest first", () => {
  globalThis.crypto ??= {};
  assert.deepEqual(begun(), []);
  draft("a1").keep({ ...blank(), data: { nama: " Pertama " }, agency: "dinkes" });
  draft("b2").keep(blank());
  drafts({ ...blank(), known: "siap" }, SHAPES).keep({ ...blank(), from: "siap.yml" });
  draft("a1").keepPictures([{ name: "gambar-1.jpg", base64: "" }]);
  store.set("lain", "x");
  store.set(draft("b2").name, store.get(draft("b2").name).replace(/"at":[0-9]+/, '"at":9e15'));
  store.set(draft("a1").name, store.get(draft("a1").name).replace(/"at":[0-9]+/, '"at":8e15'));
  const told = ({ id, address, title, at, state: { agency, from } }) => [id, address, title, at < 8e15, agency, from];
  assert.deepEqual(begun().map(told), [["b2", "?draf=b2", "Belum bernama", false, "", ""], ["a1", "?draf=a1", "Pertama", false, "dinkes", ""], ["", "?ubah=siap", "Belum bernama", true, "", "siap.yml"]]);
  assert.match(draft("a1").name, /^isian \S+ baru a1$/);
  assert.deepEqual([draft("b2").address, drafts({ ...blank(), known: "siap" }, SHAPES).address], ["?draf=b2", "?ubah=siap"]);
  assert.notEqual(drafts(blank(), SHAPES).id, drafts(blank(), SHAPES).id);
  assert.equal(begun()[1].drop(), true);
  assert.deepEqual([begun().map(({ id }) => id), store.has(`${draft("a1").name} gambar`)], [["b2", ""], false]);
  store.set("isian / baru c3", "rusak");
  assert.equal(begun().length, 2);
  store.set(draft("c gambar d").name, "rusak");
  assert.deepEqual(begun().map(({ id, title }) => [id, title]), [["b2", "Belum bernama"], ["", "Belum bernama"], ["c gambar d", "Belum bernama"]]);
});

test("pictures are kept beside the draft, and what was typed goes before them", () => {
  const fresh = [{ name: "gambar-1.jpg", base64: "AA==" }];
  const one = draft();
  assert.deepEqual([one.keep({ ...blank(), fresh }), one.keepPictures(fresh), one.read().state.fresh], [true, true, fresh]);
  assert.ok(!store.get(one.name).includes("AA=="));
  for (const spoilt of ["{", "{}", '[{"name": 1}]']) {
    store.set(`${one.name} gambar`, spoilt);
    assert.deepEqual(one.read().state.fresh, []);
  }
  globalThis.localStorage.setItem = (name, text) => {
    if (store.has(`${one.name} gambar`)) throw new DOMException("full", "QuotaExceededError");
    store.set(name, text);
  };
  assert.deepEqual([one.keep({ ...blank(), data: { nama: "Baru" } }), one.read().state.data.nama], [true, "Baru"]);
});

test("a draft begun from other contents is stale until it is dropped", () => {
  put(JSON.stringify({ state: blank(), base: '{"nama":"Lama"}', at: 1 }));
  const one = draft();
  assert.equal(one.read().stale, true);
  one.keep(blank());
  assert.equal(draft().read().stale, true);
  one.drop();
  one.keep(blank());
  assert.equal(draft().read().stale, false);
});

for (const [name, error] of [["a private window", "SecurityError"], ["a full store", "QuotaExceededError"]])
  test(`a store that refuses is told, and breaks nothing: ${name}`, () => {
    globalThis.localStorage = { getItem: refusing(error), setItem: refusing(error), removeItem: refusing(error) };
    const one = draft();
    assert.deepEqual([one.read(), one.able(), one.keep(blank()), one.drop()], [null, false, false, false]);
    Object.defineProperty(globalThis, "localStorage", { configurable: true, writable: true, value: undefined });
    assert.deepEqual([one.read(), one.able(), one.keep(blank()), one.drop()], [null, false, false, false]);
  });

test("a store that is full later keeps the draft that it has", () => {
  put(kept({ nama: "Uji" }));
  globalThis.localStorage.setItem = refusing("QuotaExceededError");
  const one = draft();
  assert.deepEqual([one.able(), one.keep(blank()), one.read().state.data.nama], [false, false, "Uji"]);
});

const SPOILT = [
  '{"state": {"da', "null", "1", '"teks"', "{}", kept(null), kept([]), kept("a"), kept({}, { lost: null }), kept({}, { pictures: {} }),
  ...[{ nama: {} }, { nama: ["a"] }, { urusan: "a" }, { urusan: [{}] }, { kontak: "a" }, { kontak: ["a"] }, { kontak: { surel: {} } },
    { urusan: ["a", {}] }, { kontak: { surel: "a", kantor: [] } }, { riwayat: [{}, "2025"] }, { kematangan: { "k-1": {}, "k-2": "1" } }, { riwayat: "2025" }, { riwayat: ["2025"] }, { riwayat: [{ tanggal: [] }] }, { kematangan: [] }, { kematangan: { "k-1": "1" } }].map((data) => kept(data)),
];
for (const text of SPOILT)
  test(`a draft of another edition is shown as text and none of it is lost: ${text.slice(0, 60)}`, () => {
    put(text);
    const { state, at, stale } = draft().read();
    assert.deepEqual([state.lost.map((one) => one.text), at, stale], [[text], undefined, false]);
    assert.match(state.lost[0].why, /tidak terbaca/);
  });

// The clipboard

const box = () => ({ append() {}, select() {}, remove() {} });
const CLIPBOARDS = [
  ["at once", true, undefined, true],
  ["by the newer way", false, { writeText: async () => {} }, true],
  ["not where it is forbidden", false, { writeText: refusing("NotAllowedError") }, false],
  ["not where the page is not safe", false, undefined, false],
];
for (const [name, atOnce, clipboard, done] of CLIPBOARDS)
  test(`a text is copied ${name}, and it is known whether it was`, async () => {
    Object.assign(globalThis.document, { createElement: box, execCommand: () => atOnce });
    Object.defineProperty(globalThis, "navigator", { configurable: true, value: { clipboard } });
    assert.equal(await copied("teks", box()), done);
  });
