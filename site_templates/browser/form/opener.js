// Opens an entry's file from the disk in the form.
import { element, script, sorry } from "../page/boot.js";
import { describe, own } from "./controls.js";
import { begun, drafts } from "./drafts.js";
import { UNKEPT } from "./keeping.js";
import { unpacked } from "./package.js";
import { published } from "./published.js";
import { tools } from "./rules.js";
import { blank } from "./state.js";
import { learn } from "./taken.js";

/**
 * @typedef {import("./sheet.d.ts").Sheet} Sheet
 * @typedef {import("./state.js").State} State
 * @typedef {typeof import("../reading/import_file.js")} Importing
 * @typedef {ReturnType<typeof unpacked>} Packed
 * @typedef {Exclude<Awaited<ReturnType<Importing["open"]>>, { refused: string }>} Opened
 */

/** Of a package with all its pictures. */
const MOST_BYTES = 12_000_000;
const REPLACING = "Isi formulir yang sudah ditulis diganti dengan isi berkas itu. Lanjutkan?";
const CONTINUED =
  "Berkas ini sudah pernah dibuka di sini, dan drafnya sudah berubah. Lanjutkan draf itu? " +
  "Bila tidak, isi berkas dibuka sebagai draf baru.";

/**
 * The draft of a new entry that was begun by this file, or that made it.
 * @type {(name: string, number: string | undefined) => import("./drafts.js").Begun | undefined}
 */
const begunBy = (name, number) =>
  begun().find(({ id, state: { from, sent } }) => id && (number ? sent?.includes(number) : from === name));

/**
 * Whether both hold the same, in whatever order it was written.
 * @type {(one: Partial<State>, other: Partial<State>, form: Sheet["form"], rules: import("./rules.js").Rules) => boolean}
 */
const isSame = (one, other, { kolom, aturan }, { write, tidied }) => {
  const [first, second] = [one, other].map(({ data = {}, agency, lost }) =>
    JSON.stringify([write(tidied(data, kolom, aturan.bulan), kolom, ""), agency, lost]),
  );
  return first === second;
};

/**
 * The draft that gets what was found, and what it shall hold; null where its writer would rather keep what stands there.
 * @type {(next: State, base: State, sheet: Sheet, number: string | undefined) => Promise<{ to: Sheet["draft"], held: State } | null>}
 */
const placed = async (next, base, { form, draft, keeping }, number) => {
  const known = base.known ? undefined : begunBy(next.from, number);
  const isFree = base.known === draft.original.known && !keeping.isTouched() && !draft.read();
  const to = isFree && !known ? draft : drafts(base, form.kolom, known?.id);
  const kept = to.read()?.state;
  if (kept && isSame(kept, next, form, await tools())) return { to, held: { ...next, sent: kept.sent ?? next.sent } };
  if (known && kept && confirm(CONTINUED)) return { to, held: { ...next, ...kept } };
  if (known) return { to: drafts(base, form.kolom), held: next };
  const isLost = kept || (keeping.isTouched() && !keeping.isSafe());
  return isLost && !confirm(REPLACING) ? null : { to, held: next };
};

/** @type {(name: string, held: State, isNew: boolean) => string} */
const told = (name, { lost }, isNew) =>
  (isNew ? `Berkas "${name}" dibuka.` : `Berkas "${name}" sudah pernah dibuka. Drafnya dibuka lagi.`) +
  (lost.length ? " Sebagian isinya belum mendapat tempat." : "");

/**
 * Puts what was found in a file into the form: a new entry into a draft of its own.
 * @type {(found: Opened, name: string, sheet: Sheet, packed: Packed) => Promise<void>}
 */
const take = async ({ data, lost, slug }, name, sheet, packed) => {
  const { form, state, keeping, restart } = sheet;
  await learn(form, [slug]);
  const holds = Object.values(form.perangkat_daerah).some(({ isian }) => isian.includes(slug));
  const base = holds ? await published(slug, form) : blank();
  // The name under which a file travelled says nothing of an innovation: its address comes from its own name.
  const given = packed?.agency ?? "";
  const named = holds ? {} : { agency: own(form.perangkat_daerah, given) ? given : state.agency };
  const sent = packed ? [packed.number] : [];
  const next = { ...base, ...named, data, lost, fresh: packed?.pictures ?? [], sent, from: name };
  const found = await placed(next, base, sheet, packed?.number);
  if (!found) return;
  const { to, held } = found;
  if (keeping.isTouched()) keeping.keep();
  const isNew = !to.read();
  to.keep(held);
  const isWhole = to.keepPictures(held.fresh);
  if (to !== sheet.draft) history.replaceState(history.state, "", to.address);
  restart(held, told(name, held, isNew) + (isWhole || !keeping.isSafe() ? "" : ` ${UNKEPT}`), to);
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
