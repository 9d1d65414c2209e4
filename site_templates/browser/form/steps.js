// The steps of the page, from writing to looking over, and the way back.
import { element, script, sorry } from "../page/boot.js";
import { tools } from "./rules.js";

/**
 * @typedef {import("./sheet.d.ts").Sheet} Sheet
 * @typedef {import("./sheet.d.ts").Desk} Desk
 */

// "back" leads from the second to the first.
export const WRITING = "isi";
const LOOKING = "periksa";

const later = () => {
  // The check fetches the rules again, and tells if they cannot be had.
};

/** @param {Desk} desk */
const turn = ({ main, intro, looked }) => {
  main.hidden = intro.hidden = true;
  looked.hidden = false;
  const step = history.state?.langkah === LOOKING ? "replaceState" : "pushState";
  history[step]({ ...history.state, langkah: LOOKING }, "");
  looked.querySelector("h2")?.focus();
};

/** @param {Desk} desk */
const turnBack = ({ main, intro, looked }) => {
  looked.hidden = true;
  main.hidden = intro.hidden = false;
  /** @type {HTMLElement | null} */ (main.querySelector("button.k-button"))?.focus({ preventScroll: true });
  main.scrollIntoView();
};

/**
 * The end of the form: the button `ending` leads from writing to looking over.
 * @type {(sheet: Sheet, desk: Desk, ending: HTMLElement, propose: () => Promise<void>, pager?: import("./paging.js").Pager) => HTMLElement[]}
 */
export const stepping = (sheet, desk, ending, propose, pager) => {
  const { main, looked } = desk;
  const failed = element("p", { role: "alert" });
  history.replaceState({ nomor: 0, ...history.state, langkah: WRITING }, "");
  addEventListener(
    "popstate",
    ({ state: step }) => {
      if (step?.langkah !== WRITING) return;
      if (!looked.hidden) turnBack(desk);
      pager?.show(step.nomor ?? 0);
    },
    { signal: sheet.signal },
  );
  main.addEventListener("focusin", () => tools().catch(later), { once: true });
  const check = async () => {
    const [{ lookOver }, { namesakes }] = await Promise.all([
      script(import("./looking_over.js")),
      script(import("./doubles.js")),
      tools(),
    ]);
    const [same] = await Promise.all([namesakes(sheet), propose()]);
    sheet.keeping.keep();
    if (lookOver(sheet, desk, same)) turn(desk);
  };
  main.addEventListener("submit", async (event) => {
    event.preventDefault();
    failed.textContent = "";
    if (pager && !pager.isLast() && event.submitter !== ending) return pager.next();
    try {
      await check();
    } catch (error) {
      failed.textContent = sorry(/** @type {Error} */ (error), "Pemeriksaan tidak dapat dimuat.");
    }
  });
  return [failed, ...(pager ? pager.feet : [element("p", {}, ending)])];
};
