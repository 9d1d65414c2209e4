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
const PAUSE = 300; // milliseconds of typing that are kept together

/** @param {number} at */
const time = (at) => new Date(at).toLocaleString("id", { dateStyle: "medium", timeStyle: "short" });

/**
 * Asks, then takes the draft away and begins anew.
 * @type {(sheet: Pick<Sheet, "draft" | "restart">, then: string) => void}
 */
const dropped = ({ draft, restart }, then) => {
  if (!confirm("Hapus draf? Yang Anda tulis di sini hilang.")) return;
  restart(ownCopy(draft.original), draft.drop() ? then : UNDROPPED);
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
    const kept = twice ? SHARED : `Draf disimpan di peramban ini, ${time(Date.now())}.`;
    said.textContent = safe ? kept : UNSAFE;
  };
  /** @param {string} then what is said when its writer has dropped it */
  const drop = (then) => dropped(sheet, then);
  /** @type {<Kind extends keyof WindowEventMap>(kind: Kind, act: (event: WindowEventMap[Kind]) => void) => void} */
  const on = (kind, act) => addEventListener(kind, act, { signal });
  // Where nothing can be kept, what was written goes with the page.
  on("beforeunload", (event) => touched && !safe && event.preventDefault());
  on("pagehide", () => timer && keep());
  on("storage", ({ key, newValue }) => {
    if (key !== draft.name) return;
    twice = !!newValue;
    said.textContent = twice ? SHARED : "";
  });
  signal.addEventListener("abort", () => clearTimeout(timer));
  dropping.addEventListener("click", () => drop("Draf dihapus."));
  return {
    line: element("p", { className: "k-chips" }, dropping, said),
    keep,
    drop,
    changed: () => {
      touched = true;
      timer ||= setTimeout(keep, PAUSE);
    },
    isSafe: () => safe,
    isTouched: () => touched,
  };
};
