// Opens an entry's file from the disk in the form.
import { element, script, sorry } from "../page/boot.js";
import { describe, own } from "./controls.js";
import { drafts } from "./drafts.js";
import { unpacked } from "./package.js";
import { published } from "./published.js";
import { blank } from "./state.js";
import { learn } from "./taken.js";

/**
 * @typedef {import("./sheet.d.ts").Sheet} Sheet
 * @typedef {typeof import("../reading/import_file.js")} Importing
 * @typedef {ReturnType<typeof unpacked>} Packed
 * @typedef {Exclude<Awaited<ReturnType<Importing["open"]>>, { refused: string }>} Opened
 */

/** Of a package with all its pictures. */
const MOST_BYTES = 12_000_000;
const REPLACING = "Isi formulir yang sudah ditulis diganti dengan isi berkas itu. Lanjutkan?";

/**
 * Puts what was found in a file into the form, unless its writer would rather keep what stands there.
 * @type {(found: Opened, name: string, sheet: Sheet, packed: Packed) => Promise<void>}
 */
const take = async ({ data, lost, slug }, name, { form, state, draft, keeping, restart }, packed) => {
  await learn(form, [slug]);
  const holds = Object.values(form.perangkat_daerah).some(({ isian }) => isian.includes(slug));
  const base = holds ? await published(slug, form) : blank();
  const to = base.known === draft.original.known ? draft : drafts(base, form.kolom);
  if ((to === draft ? keeping.isTouched() : to.read()) && !confirm(REPLACING)) return;
  // The name under which a file travelled says nothing of an innovation: its address comes from its own name.
  const given = packed?.agency ?? "";
  const named = holds ? {} : { agency: own(form.perangkat_daerah, given) ? given : state.agency };
  const next = { ...base, ...named, data, lost, fresh: packed?.pictures ?? [], sent: packed ? [packed.number] : [] };
  to.keep(next);
  if (to !== draft) history.replaceState(history.state, "", to.address);
  restart(next, `Berkas "${name}" dibuka.${lost.length ? " Sebagian isinya belum mendapat tempat." : ""}`, to);
};

/**
 * Why it could not be opened: the file has gone from the disk or may not be read, or the site could not be reached.
 * @param {unknown} error
 */
const said = (error) =>
  error instanceof DOMException
    ? "Berkas itu tidak dapat dibaca. Pilih lagi berkasnya, atau salin isinya ke formulir."
    : sorry(/** @type {Error} */ (error), "Berkas itu belum dibuka.");

/** @param {Sheet} sheet */
export const opener = (sheet) => {
  const { form, words } = sheet;
  const control = element("input", { type: "file", id: "buka", accept: ".yml,.yaml,.txt" });
  const about = element(
    "span",
    { className: "k-note", id: "b.buka" },
    "Berkas dibaca di peramban ini dan tidak dikirim ke mana pun. Berkas yang keliru pun dapat dibuka.",
  );
  const refused = element("p", { role: "alert" });
  describe(control, [about]);
  control.addEventListener("change", async () => {
    const [file] = control.files ?? [];
    control.value = ""; // so that the same file can be chosen again
    refused.textContent = "";
    if (!file) return;
    try {
      const { open } = await script(import("../reading/import_file.js"));
      const packed = file.size <= MOST_BYTES ? unpacked(await file.text()) : null;
      const entry = packed ? new File([packed.text], `${packed.slug}.yml`) : file;
      const found = await open(entry, form.kolom, { ...form, words });
      if (found.refused !== undefined) refused.textContent = found.refused;
      else await take(found, file.name, sheet, packed);
    } catch (error) {
      refused.textContent = said(error);
    }
  });
  const label = element("label", { htmlFor: "buka" }, "Berkas isian atau paket (.yml, .txt)");
  return element(
    "details",
    {},
    element("summary", {}, "Punya berkas isian? Buka di sini"),
    element("div", { className: "k-kolom" }, label, about, control, refused),
  );
};
