// @ts-nocheck
// What was written, shown once more before it is sent, and the ways to send it. Only a press of the user's leads away.
import { element } from "../page/boot.js";
import { own } from "./controls.js";
import { CORRECTION, INNOVATIONS, NEW } from "./settings.js";
import { isEmpty } from "../checks/entry.js";
import { isGroup, spoken } from "../reading/values.js";

const LONGEST = 8_000; // bytes of an address; forges refuse those beyond about 8,190

/** `text` as a part of a query; what needs no escape there stays short. */
const quoted = (text) => encodeURIComponent(text).replace(/%(?:2C|2F|3A)/g, decodeURIComponent);
const query = (values) => Object.entries(values).map(([name, value]) => `${name}=${quoted(value)}`).join("&");
/** The address with all values, or without the long one if it would be too long, also as a part of a login's address. */
const addressed = (base, values, long) => {
  const { [long]: _, ...rest } = values, whole = `${base}?${query(values)}`;
  return encodeURIComponent(whole).length > LONGEST ? { href: `${base}?${query(rest)}`, whole: false } : { href: whole, whole: true };
};

/** Where the proposal goes: to the issue form, and for those who may write, to the file itself. */
export const ways = ({ form, state, text }) => {
  const { repositori, cabang } = form.pengaturan, { agency, slug, known, data } = state;
  const folder = [cabang, INNOVATIONS, agency].map((part) => part.split("/").map(quoted).join("/")).join("/");
  const proposal = {
    template: "usulan-inovasi.yml", title: `${known ? CORRECTION : "Usulan"}: ${data.nama}`,
    jenis_usulan: known ? CORRECTION : NEW, perangkat_daerah: agency, nama_berkas: slug, isi: text,
  };
  return {
    issue: addressed(`${repositori}issues/new`, proposal, "isi"),
    file: known ? { href: `${repositori}edit/${folder}/${quoted(slug)}.yml`, whole: false }
      : addressed(`${repositori}new/${folder}`, { filename: `${slug}.yml`, value: text }, "value"),
  };
};

/** Shows it all in `place`; `change(number)` goes back to a section, `sent()` is called when the user says so. */
export const review = (place, { form, words, state, text, effects, closed, advice, kept, change, sent }) => {
  const { pengaturan, aturan, kepatuhan, perangkat_daerah: agencies } = form;
  const one = (value, shape) => {
    if (shape.kind === "kata") return own(words(shape.vocabulary), value) ?? value;
    if (shape.kind === "tanggal" || shape.kind === "hari") return spoken(String(value), aturan.bulan);
    if (value === true) return "ya";
    if (shape.kind !== "prosa") return String(value);
    return element("span", {}, ...value.split("\n").flatMap((line) => [line, element("br")]));
  };
  const answer = (value, shape) => {
    if (Array.isArray(value)) {
      const items = value.filter((item) => !isEmpty(item));
      return element("ul", {}, ...items.map((item) => element("li", {}, answer(item, { ...shape, most: 0 }))));
    }
    if (!isGroup(value)) return one(value, shape);
    const inside = Object.values(value);
    if (!shape.keyed && !inside.some((each) => Array.isArray(each) || isGroup(each)))
      return shape.inner.filter(({ key }) => !isEmpty(value[key])).map((each) => `${each.label}: ${one(value[each.key], each)}`).join("; ");
    const underWord = (key) => ({ ...shape, keyed: false, kind: "kelompok", key, label: own(words(shape.vocabulary), key) ?? key });
    const shapes = shape.keyed ? Object.keys(value).map(underWord) : shape.inner;
    return element("ul", {}, ...shapes.filter(({ key }) => !isEmpty(value[key]))
      .map((inner) => element("li", {}, `${inner.label}: `, answer(value[inner.key], inner))));
  };
  const row = (label, value) => element("div", {}, element("dt", {}, label), element("dd", {}, value));
  const shapes = new Map(form.kolom.map((shape) => [shape.key, shape]));
  const sections = form.bagian.flatMap(([heading, keys], number) => {
    const rows = keys.filter((key) => !isEmpty(state.data[key])).map((key) => shapes.get(key))
      .map((shape) => row(shape.label, answer(state.data[shape.key], shape)));
    if (!number) rows.unshift(row("Perangkat daerah", agencies[state.agency].nama), row("Nama berkas", `${state.slug}.yml`));
    if (!rows.length) return [];
    const button = element("button", { type: "button", ariaLabel: `Ubah ${heading.toLowerCase()}` }, "Ubah");
    button.addEventListener("click", () => change(number));
    return [element("h3", {}, heading), element("dl", { className: "k-facts" }, ...rows), element("p", { className: "k-chips" }, button)];
  });

  const word = (status) => kepatuhan.kata[status].toLowerCase();
  const effect = ({ agency, before, after, counted, reason }) => {
    const { nama } = agencies[agency];
    const year = kepatuhan.tahun;
    if (reason) return `${nama}: status tahun ${year} tidak berubah. ${reason}`;
    if (before !== after)
      return `${nama}: status tahun ${year} berubah dari "${word(before)}" menjadi "${word(after)}" setelah isian ini terbit.`;
    const kinds = kepatuhan.peristiwa.map((kind) => form.kata.peristiwa[kind].toLowerCase()).join(", ");
    const why = counted ? "" : !isEmpty(state.data.ditarik) ? " Isian yang ditarik tidak dihitung." : ` Isian ini tidak memuat peristiwa yang dihitung (${kinds}) dengan tanggal ${year}.`;
    return `${nama}: status tahun ${year} tetap "${word(before)}".${why}`;
  };

  const written = element("textarea", { id: "teks", readOnly: true, rows: 10, value: text });
  const status = element("p", { role: "status" });
  // At once where browsers still can: a new tab takes the focus, and with it the right to write to the clipboard.
  const copiedAtOnce = () => {
    const held = element("textarea", { value: text, readOnly: true, className: "k-skip" }), before = document.activeElement;
    place.append(held);
    held.select();
    const done = document.execCommand("copy");
    held.remove();
    before.focus();
    return done;
  };
  const copy = async () => {
    if (copiedAtOnce()) return true;
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      written.closest("details").open = true;
      return false;
    }
  };
  const copied = async (then) => {
    status.textContent = await copy() ? `Teks isian sudah disalin. ${then}`
      : `Teks isian tidak dapat disalin otomatis. Salin dari kotak "Teks isian" di bawah. ${then}`;
  };
  const leading = ({ href, whole }, label, then, second) => {
    const link = element("a", { className: `k-button${second ? " k-button-second" : ""}`, href, target: "_blank", rel: "noopener" }, label);
    // The address alone would be too long: the text travels by the clipboard.
    if (!whole) link.addEventListener("click", () => { copied(then); });
    return link;
  };
  const exits = () => {
    const { issue, file } = ways({ form, state, text }), { repositori } = pengaturan;
    const paste = 'Di tab yang baru dibuka, tempel teks itu pada kolom "Isi berkas", lalu kirim.';
    return [
      element("p", {}, leading(issue, "Kirim usulan", paste)),
      element("p", { className: "k-note" },
        `Formulir usulan terbuka di tab baru. Perlu akun di ${new URL(repositori).hostname}. Usulan terbuka untuk umum.`
        + (issue.whole ? "" : ` Isiannya panjang: teksnya disalin lebih dahulu. ${paste}`)),
      element("details", {}, element("summary", {}, "Saya punya akses ke repositori"),
        element("p", {}, state.known
          ? leading(file, "Sunting berkas", "Di tab yang baru dibuka, ganti seluruh isi berkas dengan teks itu.", true)
          : leading(file, "Buat berkas", "Di tab yang baru dibuka, tempel teks itu sebagai isi berkas.", true)),
        element("p", { className: "k-note" }, `Berkasnya: ${INNOVATIONS}/${state.agency}/${state.slug}.yml.`
          + (file.whole ? "" : " Teks isian disalin lebih dahulu, untuk ditempel sebagai seluruh isi berkas."))),
    ];
  };
  const button = (label, act, second) => {
    const made = element("button", { type: "button", className: `k-button${second ? " k-button-second" : ""}` }, label);
    made.addEventListener("click", act);
    return made;
  };
  const download = () => {
    const link = element("a", { href: URL.createObjectURL(new Blob([text], { type: "application/yaml" })), download: `${state.slug}.yml` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    status.textContent = `Berkas ${state.slug}.yml diunduh.`;
  };
  const guide = (part, label) => element("a", { href: new URL(`../kontribusi/#${part}`, import.meta.url).href }, label);
  // The folder, not the file, says whose entry it is.
  const office = element("p", {},
    `Kirim berkas atau teks itu kepada ${pengaturan.pengelola}. Sebutkan perangkat daerahnya, ${agencies[state.agency].nama}, `
    + `dan nama berkasnya, ${state.slug}.yml: keduanya tidak ada di dalam teks. `,
    guide("bertanya", "Cara menghubungi pengelola"), ". Gambar dikirim tersendiri. ", guide("mengirim-gambar", "Cara mengirim gambar"), ".");

  place.replaceChildren(
    element("h2", { tabIndex: -1 }, "Periksa jawaban"),
    element("div", { className: "k-box" },
      element("p", {}, element("strong", {}, "Isian ini sah dan siap dikirim.")),
      ...(kepatuhan?.belum_dicatat ? [element("p", {}, kepatuhan.belum_dicatat)] : []), ...effects.map((each) => element("p", {}, effect(each))),
      ...(closed.length ? [element("p", {}, form.ditutup.pesan.replace("{tahun}", closed.join(", ")))] : [])),
    ...(advice.length ? [element("p", {}, "Boleh menyusul:"), element("ul", {}, ...advice.map((each) => element("li", {}, each)))] : []),
    ...(state.lost.length ? [element("p", { className: "k-box k-box-warn" },
      `${state.lost.length} bagian berkas yang Anda buka belum mendapat tempat di isian ini.`)] : []),
    ...sections,
    element("h2", {}, "Kirim"), ...(pengaturan.repositori ? exits() : []),
    element("p", {}, button("Unduh berkas", download, true), button("Salin teks", () => copied(""), true)), office, status,
    element("details", {}, element("summary", {}, "Teks isian"),
      element("label", { htmlFor: "teks" }, `Isi berkas ${state.slug}.yml`), written),
    ...(kept ? [element("p", {}, "Draf tetap ada di peramban ini sampai Anda menghapusnya.")] : []),
    element("p", {}, button("Sudah saya kirim, hapus draf", sent, true), button("Kembali mengubah", () => change(0), true)));
};
