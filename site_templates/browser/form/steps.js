// The steps of the page, from writing to looking over, and the way back.
import { element } from "../page/boot.js";
import { tools } from "./rules.js";

/**
 * @typedef {import("./sheet.d.ts").Sheet} Sheet
 * @typedef {import("./sheet.d.ts").Desk} Desk
 */

// "back" leads from the second to the first.
const WRITING = "isi";
const LOOKING = "periksa";

/** @param {Desk} desk */
const turn = ({ main, looked }) => {
  main.hidden = true;
  looked.hidden = false;
  const step = history.state?.langkah === LOOKING ? "replaceState" : "pushState";
  history[step]({ langkah: LOOKING }, "");
  looked.querySelector("h2")?.focus();
};

/** @param {Desk} desk */
const turnBack = ({ main, looked }) => {
  looked.hidden = true;
  main.hidden = false;
  /** @type {HTMLElement | null} */ (main.querySelector("button.k-button"))?.focus({ preventScroll: true });
  main.scrollIntoView();
};

/**
 * The end of the form: a button that leads from writing to looking over.
 * @type {(sheet: Sheet, desk: Desk, propose: () => Promise<void>) => HTMLElement[]}
 */
export const stepping = (sheet, desk, propose) => {
  const { main, looked } = desk;
  const failed = element("p", { role: "alert" });
  history.replaceState({ langkah: WRITING }, "");
  addEventListener(
    "popstate",
    ({ state: step }) => {
      if (!looked.hidden && step?.langkah === WRITING) turnBack(desk);
    },
    { signal: sheet.signal },
  );
  main.addEventListener("focusin", () => tools().catch(() => {}), { once: true });
  const check = async () => {
    const [{ lookOver }] = await Promise.all([import("./looking_over.js"), tools()]);
    await propose();
    sheet.keeping.keep();
    if (lookOver(sheet, desk)) turn(desk);
  };
  main.addEventListener("submit", async (event) => {
    event.preventDefault();
    failed.textContent = "";
    try {
      await check();
    } catch {
      failed.textContent = "Pemeriksaan tidak dapat dimuat. Periksa sambungan internet, lalu coba lagi.";
    }
  });
  return [failed, element("p", {}, element("button", { className: "k-button" }, "Periksa jawaban"))];
};
