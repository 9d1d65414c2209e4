// Keeps what is written as a draft while somebody writes, and says so.
import { element } from "../page/boot.js";
import { ownCopy } from "./state.js";

/**
 * @typedef {import("./sheet.d.ts").Sheet} Sheet
 * @typedef {ReturnType<typeof keeper>} Keeping
 */

export const UNSAFE = "Peramban ini tidak dapat menyimpan draf. Unduh berkasnya sebelum menutup halaman ini.";
const SHARED = "Draf yang sama sedang ditulis di tab lain. Tutup salah satunya: yang tersimpan hanya yang terakhir.";
const UNDROPPED = "Draf tidak dapat dihapus dari peramban ini. Hapus data situs ini lewat pengaturan peramban.";
export const UNKEPT =
  "Ruang simpan peramban penuh: gambar tidak ikut tersimpan dalam draf. Kirim sebelum menutup halaman ini.";
const PAUSE = 300; // milliseconds of typing that are kept together

/** @param {number} at */
export const time = (at) => new Date(at).toLocaleString("id", { dateStyle: "medium", timeStyle: "short" });

/**
 * Asks, then takes the draft away and begins anew.
 * @type {(sheet: Pick<Sheet, "draft" | "restart">, then: string, question?: string) => void}
 */
const dropped = ({ draft, restart }, then, question = "Hapus draf? Yang Anda tulis di sini hilang.") => {
  if (!confirm(question)) return;
  restart(ownCopy(draft.original), draft.drop() ? then : UNDROPPED);
};

/** @param {boolean} twice */
const keptNow = (twice) => (twice ? SHARED : `Draf disimpan di peramban ini, ${time(Date.now())}.`);

/**
 * What listens to the window until the form is drawn anew.
 * @type {(signal: AbortSignal) => <Kind extends keyof WindowEventMap>(kind: Kind, act: (event: WindowEventMap[Kind]) => void) => void}
 */
const listening = (signal) => (kind, act) => addEventListener(kind, act, { signal });

/**
 * Calls `act` when the page goes out of sight: a phone may end it then, and tell it no more.
 * @type {(signal: AbortSignal, act: () => void) => void}
 */
const leaving = (signal, act) => {
  addEventListener("pagehide", act, { signal });
  document.addEventListener("visibilitychange", act, { signal });
};

/**
 * So that loading the page anew, or a browser that begins again after a crash, opens this draft. While a page is left
 * it would be too late.
 * @param {Sheet["draft"]} draft
 */
const named = ({ address }) => {
  if (location.search !== address) history.replaceState(history.state, "", address);
};

/**
 * What keeps the draft of a sheet; `keptAt` is when the one that was read was kept.
 * @param {Pick<Sheet, "draft" | "state" | "signal" | "restart">} sheet
 * @param {number} [keptAt]
 */
export const keeper = (sheet, keptAt) => {
  const { draft, state, signal } = sheet;
  const said = element("span", {}, keptAt ? `Draf Anda dari ${time(keptAt)} dimuat.` : "");
  const dropping = element("button", { type: "button", hidden: !keptAt }, "Hapus draf");
  let timer = 0;
  let touched = !!keptAt;
  let twice = false;
  let safe = draft.able();
  const keep = () => {
    clearTimeout(timer);
    timer = 0;
    safe = draft.keep(state);
    dropping.hidden = !safe;
    said.textContent = safe ? keptNow(twice) : UNSAFE;
  };
  const on = listening(signal);
  // Where nothing can be kept, what was written goes with the page.
  on("beforeunload", (event) => touched && !safe && event.preventDefault());
  leaving(signal, () => timer && keep());
  on("storage", ({ key, newValue }) => {
    if (key !== draft.name) return;
    twice = !!newValue;
    said.textContent = twice ? SHARED : "";
  });
  signal.addEventListener("abort", () => clearTimeout(timer));
  dropping.addEventListener("click", () => dropped(sheet, "Draf dihapus."));
  const changed = () => {
    if (safe) named(draft);
    touched = true;
    timer ||= setTimeout(keep, PAUSE);
  };
  return {
    line: element("p", { className: "k-chips" }, dropping, said),
    keep,
    /** @type {(then: string, question?: string) => void} `then` is said when its writer has dropped it */
    drop: (then, question) => dropped(sheet, then, question),
    changed,
    picturesChanged: () => {
      changed();
      if (!draft.keepPictures(state.fresh)) said.textContent = UNKEPT;
    },
    isSafe: () => safe,
    isTouched: () => touched,
  };
};
