// @ts-nocheck
// The form by which an entry is written or corrected, built from the shapes of the program. Nothing leaves the browser
// here: a draft is kept in it, and review.js shows the ways to send what was written.
import { element } from "../page/boot.js";
import { PICTURES, box, chooser, describe, fields, isVacant, own } from "./controls.js";
import { blank } from "./state.js";

const UNSAFE = "Peramban ini tidak dapat menyimpan draf. Unduh berkasnya sebelum menutup halaman ini.";
const WRITING = "isi", LOOKING = "periksa"; // the steps of this page; "back" leads from the second to the first
const root = new URL("../", import.meta.url);

const json = async (address) => {
  const answer = await fetch(new URL(address, root));
  if (!answer.ok) throw Object.assign(new Error(`${answer.status} ${address}`), { missing: answer.status === 404 });
  return answer.json();
};

// The rules come when somebody begins to write; if they could not be had, the next call asks again.
let parts;
const tools = () => (parts ??= Promise.all([import("../checks/entry.js"), import("../reading/values.js")])
  .then(([entry, values]) => ({ ...entry, ...values })).catch((error) => { parts = undefined; throw error; }));

/** The published entry `slug` as a state; of a renamed one, what it is called now. */
const published = async (slug, form) => {
  const found = await json(`data/inovasi/${slug}.json`);
  if (found.pindah_ke) return published(found.slug, form);
  const filled = form.kolom.map(({ key }) => [key, found.inovasi[key]]).filter(([, value]) => value !== null && value !== undefined);
  const entry = Object.fromEntries(filled);
  const pictures = (entry[PICTURES] ?? []).map(({ berkas }) => berkas);
  return { ...blank(), data: entry, agency: found.inovasi.perangkat_daerah, slug, known: slug, named: true, pictures };
};

/**
 * The draft that begins with `original`, in this browser's own store, which may be full or forbidden. It is stale if
 * something else was published when it was begun.
 */
const drafts = (original) => {
  const name = `isian ${root.pathname} ${original.known}`, now = JSON.stringify(original.data);
  let base = now;
  return {
    name,
    original,
    read() {
      try {
        const kept = JSON.parse(localStorage.getItem(name));
        base = kept?.base ?? now;
        return kept && { ...kept, stale: base !== now };
      } catch { return null; }
    },
    keep(state) {
      try { localStorage.setItem(name, JSON.stringify({ state, base, at: Date.now() })); return true; } catch { return false; }
    },
    /** Whether anything can be kept at all. */
    able() {
      try { localStorage.setItem(`${name} uji`, ""); localStorage.removeItem(`${name} uji`); return true; } catch { return false; }
    },
    drop() {
      base = now;
      try { localStorage.removeItem(name); } catch { /* there was none */ }
    },
  };
};

/** Puts the form in `place`. Fails, and changes nothing, if what it is made of cannot be fetched. */
export const attach = async (place) => {
  const form = await json("kontribusi/formulir/isian.json");
  const asked = new URLSearchParams(location.search), wanted = asked.get("ubah") ?? "";
  const slug = /^[a-z0-9-]{1,60}$/.test(wanted) ? wanted : "";
  let original = blank(), note = "";
  if (wanted) {
    // What could not be fetched may well be there: then the whole form is not to be had.
    const found = slug && await published(slug, form).catch((error) => { if (!error.missing) throw error; });
    if (found) original = found;
    else note = `Inovasi "${wanted.slice(0, 60)}" tidak ditemukan di katalog. Formulir ini kosong.`;
  }
  if (!original.known && Object.hasOwn(form.perangkat_daerah, asked.get("pd") ?? "")) original.agency = asked.get("pd");
  const draft = drafts(original), kept = draft.read();
  if (kept?.stale)
    note = "Isian yang terbit sudah berubah sejak draf Anda dimulai. Bila draf ini dikirim, perubahan itu dapat tertimpa. "
      + "Bandingkan dahulu dengan halamannya, atau hapus draf untuk mulai dari isi yang sekarang.";
  const state = { ...structuredClone(original), ...kept?.state };
  state.agency ||= original.agency;
  draw(place, { form, state, draft, note, keptAt: kept?.at });
};

const draw = (place, { form, state, draft, note, keptAt }) => {
  const title = document.title;
  const words = (vocabulary) => (vocabulary === "perangkat_daerah"
    ? Object.fromEntries(Object.entries(form.perangkat_daerah).map(([one, { nama }]) => [one, nama])) : form.kata[vocabulary]);

  // The draft
  const kept = element("span");
  const time = (at) => new Date(at).toLocaleString("id", { dateStyle: "medium", timeStyle: "short" });
  const dropping = element("button", { type: "button", hidden: !keptAt }, "Hapus draf");
  let timer, touched = !!keptAt, twice = false, safe = draft.able();
  const SHARED = "Draf yang sama sedang ditulis di tab lain. Tutup salah satunya: yang tersimpan hanya yang terakhir.";
  const keep = () => {
    clearTimeout(timer);
    timer = undefined;
    safe = draft.keep(state);
    dropping.hidden = !safe;
    kept.textContent = !safe ? UNSAFE : twice ? SHARED : `Draf disimpan di peramban ini, ${time(Date.now())}.`;
  };
  // Where nothing can be kept, what was written goes with the page.
  const warn = (event) => { if (touched && !safe) event.preventDefault(); };
  addEventListener("beforeunload", warn);
  const changed = () => {
    touched = true;
    timer ??= setTimeout(keep, 300);
  };
  addEventListener("pagehide", () => { if (timer) keep(); });
  const elsewhere = ({ key, newValue }) => {
    if (key !== draft.name) return;
    twice = !!newValue;
    kept.textContent = twice ? SHARED : "";
  };
  addEventListener("storage", elsewhere);
  const restart = (next, said, to = draft) => {
    clearTimeout(timer);
    timer = undefined;
    removeEventListener("beforeunload", warn);
    removeEventListener("storage", elsewhere);
    removeEventListener("popstate", back);
    document.title = title;
    draw(place, { form, state: next, draft: to, note: said });
    place.firstElementChild.focus();
  };
  const drop = (said) => { draft.drop(); restart(structuredClone(draft.original), said); };
  const sure = () => confirm("Hapus draf? Yang Anda tulis di sini hilang.");
  dropping.addEventListener("click", () => { if (sure()) drop("Draf dihapus."); });
  const keeping = element("p", { className: "k-chips" }, dropping, kept);
  kept.textContent = keptAt ? `Draf Anda dari ${time(keptAt)} dimuat.` : "";

  // Values by their path
  const at = (path) => path.reduce(own, state.data);
  const put = (path, value) => {
    const inside = (holder, key, number) => own(holder, key) ?? (holder[key] = typeof path[number + 1] === "number" ? [] : {});
    path.slice(0, -1).reduce(inside, state.data)[path.at(-1)] = value;
    changed();
  };
  const field = fields({ form, words, at, put, changed, tools });

  // Whose entry it is and what it is called
  const owner = () => {
    const agencies = Object.entries(form.perangkat_daerah).filter(([, { ada }]) => ada)
      .sort(([, a], [, b]) => a.nama.localeCompare(b.nama, "id"));
    const help = "Perangkat daerah pemilik inovasi. Inovasi puskesmas, sekolah, atau desa dicatat pada perangkat daerah induknya.";
    return chooser(["perangkat_daerah"], "Perangkat daerah (wajib)", help,
      Object.fromEntries(agencies.map(([one, { nama }]) => [one, nama])), state.agency, (value) => { state.agency = value; changed(); });
  };
  const address = () => {
    const longest = form.aturan.slug_terpanjang, base = new URL("inovasi/", form.pengaturan.situs || root).href;
    const help = "Diusulkan dari nama inovasi dan boleh Anda singkat. Nama ini menjadi alamat halaman dan tidak dapat diganti lagi.";
    const control = element("input", { autocomplete: "off", autocapitalize: "off", value: state.slug, maxLength: longest });
    const shown = element("span", { className: "k-note" });
    const show = () => { shown.textContent = `Alamat halamannya kelak: ${base}${state.slug || "…"}/`; };
    control.addEventListener("input", () => {
      state.slug = control.value.trim().replace(/\.ya?ml$/, "");
      state.named = !!state.slug;
      show();
      changed();
    });
    show();
    const follow = async (name) => {
      if (state.named) return;
      state.slug = (await tools()).asSlug(name, longest);
      control.value = state.slug;
      show();
      changed();
    };
    return [box(["nama_berkas"], "Nama berkas (wajib)", help, control, shown), follow];
  };

  // The page
  const summary = element("div"), main = element("form", { className: "k-formulir", noValidate: true });
  const shapes = new Map(form.kolom.map((shape) => [shape.key, shape]));
  let propose = async () => {};
  // What is folded is drawn when it is opened: a cheap phone need not lay out a hundred fields to begin.
  const sections = form.bagian.map(([heading, keys], number) => {
    const shown = keys.filter((key) => key !== PICTURES || state.data[PICTURES]);
    const filled = shown.filter((key) => !isVacant(state.data[key])).length;
    const told = number && filled ? [element("span", { className: "k-note" }, ` ${filled} terisi`)] : [];
    const folder = element("details", { open: number === 0 }, element("summary", {}, heading, ...told));
    let drawn = false;
    const fill = () => {
      if (drawn) return;
      drawn = true;
      const fields = shown.map((key) => field(shapes.get(key), [key]));
      if (number === 0 && !state.known) {
        const [slugBox, follow] = address();
        propose = follow;
        fields.unshift(owner());
        fields.splice(2, 0, slugBox);
        fields[1].addEventListener("input", ({ target }) => propose(target.value).catch(() => {}));
      }
      folder.append(...fields);
    };
    folder.addEventListener("toggle", fill);
    return { folder, fill };
  });
  sections[0].fill();
  const opener = element("input", { type: "file", id: "buka", accept: ".yml,.yaml,.txt" });
  const about = element("span", { className: "k-note", id: "b.buka" },
    "Berkas dibaca di peramban ini dan tidak dikirim ke mana pun. Berkas yang keliru pun dapat dibuka.");
  const refused = element("p", { role: "alert" });
  const opening = element("details", {}, element("summary", {}, "Punya berkas isian? Buka di sini"),
    element("div", { className: "k-kolom" }, element("label", { htmlFor: "buka" }, "Berkas isian (.yml)"), about, opener, refused));
  describe(opener, [about]);
  const failed = element("p", { role: "alert" });
  const lost = () => element("div", { className: "k-box k-box-warn" },
    element("p", {}, element("strong", {}, "Yang belum mendapat tempat."), " Salin ke kolom yang sesuai bila masih diperlukan."),
    ...state.lost.map(({ why, text }) => element("div", {}, element("p", {}, why), element("pre", {}, element("code", {}, text)))));
  const heading = () => element("p", {}, "Anda memperbaiki ", element("strong", {}, state.data.nama ?? state.known),
    `, ${own(form.perangkat_daerah, state.agency)?.nama ?? state.agency}.`);
  main.append(
    element("p", {}, "Kolom dengan tanda (wajib) harus diisi. Bagian lain boleh dilewati."), opening,
    ...sections.map(({ folder }) => folder), failed,
    element("p", {}, element("button", { className: "k-button" }, "Periksa jawaban")));
  // Where it is does not change while somebody writes: what comes and goes on top would push the fields away.
  if (!keptAt) main.append(keeping);
  const looked = element("div", { hidden: true });
  place.replaceChildren(
    ...(note ? [element("p", { className: "k-box", role: "status", tabIndex: -1 }, note)] : []),
    ...(state.known ? [heading()] : []), safe ? element("p", { className: "k-note" },
      "Yang Anda tulis disimpan sebagai draf di peramban ini saja. Tidak ada yang dikirim sebelum Anda sendiri mengirimnya.")
      : element("p", { className: "k-box k-box-warn" }, UNSAFE),
    ...(keptAt ? [keeping] : []), ...(state.lost.length ? [lost()] : []), summary, main, looked);

  opener.addEventListener("change", async () => {
    const [file] = opener.files;
    opener.value = ""; // so that the same file can be chosen again
    refused.textContent = "";
    if (!file) return;
    try {
      const { open } = await import("../reading/import_file.js");
      const found = await open(file, form.kolom, { ...form, words });
      if (found.refused) {
        refused.textContent = found.refused;
        return;
      }
      const holds = Object.values(form.perangkat_daerah).some(({ isian }) => isian.includes(found.slug));
      const base = holds ? await published(found.slug, form) : blank();
      const to = base.known === draft.original.known ? draft : drafts(base);
      if ((to === draft ? touched : to.read()) && !confirm("Isi formulir yang sudah ditulis diganti dengan isi berkas itu. Lanjutkan?")) return;
      const named = holds ? {} : { agency: state.agency, slug: found.slug, named: !!found.slug };
      const next = { ...base, ...named, data: found.data, lost: found.lost };
      to.keep(next);
      if (to !== draft) history.replaceState(history.state, "", holds ? `?ubah=${base.known}` : location.pathname);
      restart(next, `Berkas "${file.name}" dibuka.${found.lost.length ? " Sebagian isinya belum mendapat tempat." : ""}`, to);
    } catch {
      refused.textContent = "Berkas itu tidak dapat dibuka. Coba lagi, atau salin isinya ke formulir.";
    }
  });

  // Looking over
  const context = () => {
    const now = new Date(), two = (number) => String(number).padStart(2, "0");
    const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    // A clock that runs behind would put what has happened into the future; the site's own day has surely come.
    return { ...form, ...state, today: day < form.hari ? form.hari : day };
  };
  const back = ({ state: step }) => {
    if (looked.hidden || step?.langkah !== WRITING) return;
    looked.hidden = true;
    main.hidden = false;
    main.querySelector("button.k-button").focus({ preventScroll: true });
    main.scrollIntoView();
  };
  history.replaceState({ langkah: WRITING }, "");
  addEventListener("popstate", back);
  main.addEventListener("focusin", () => { tools().catch(() => {}); }, { once: true });
  main.addEventListener("submit", async (event) => {
    event.preventDefault();
    failed.textContent = "";
    try {
      const [{ check, said, effects, closedYears, write, tidied, isEmpty }, { complaints, unfold }, { review }] =
        await Promise.all([tools(), import("./error_summary.js"), import("./review.js")]);
      const { complain, told } = complaints({ main, summary, title, form, said });
      await propose(state.data.nama ?? "");
      keep();
      const data = tidied(state.data, form.kolom, form.aturan.bulan), faults = check(data, form.kolom, context());
      const errors = faults.filter(({ code }) => !code.startsWith("K"));
      if (errors.length) for (const { fill } of sections) fill();
      complain(errors.map((fault) => ({ ...fault, path: among(data, fault.path, isEmpty) })));
      if (errors.length) return;
      review(looked, {
        form, words, state: { ...state, data },
        text: write(data, form.kolom, form.aturan.komentar),
        effects: effects(data, context()),
        closed: closedYears(data, draft.original.data, form),
        advice: faults.map(told),
        change: (number) => {
          sections[number].fill();
          addEventListener("popstate", () => unfold(sections[number].folder), { once: true });
          history.back();
        },
        kept: safe,
        sent: () => { if (sure()) drop("Draf dihapus. Terima kasih."); },
      });
      main.hidden = true;
      looked.hidden = false;
      const step = history.state?.langkah === LOOKING ? "replaceState" : "pushState";
      history[step]({ langkah: LOOKING }, "");
      looked.querySelector("h2").focus();
    } catch {
      failed.textContent = "Pemeriksaan tidak dapat dimuat. Periksa sambungan internet, lalu coba lagi.";
    }
  });
};

/** A path in the file, where empty items do not count, as a path in `data`, where they do. */
const among = (data, path, isEmpty) => {
  let here = data;
  return path.map((part) => {
    const filled = Array.isArray(here) && typeof part === "number" && [...here.keys()].filter((number) => !isEmpty(here[number]));
    const place = filled ? filled[part] ?? part : part;
    here = here?.[place];
    return place;
  });
};
