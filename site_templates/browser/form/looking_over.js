// Looks over what is written: tells its faults in the form, or shows all of it once more.
import { check, closedYears, effects, isEmpty, said, write } from "../checks/entry.js";
import { readDate, tidied } from "../reading/values.js";
import { complaints, unfold } from "./error_summary.js";
import { attached } from "./pictures.js";
import { review } from "./review.js";
import { standing } from "./standing_words.js";

/**
 * @typedef {import("./sheet.d.ts").Sheet} Sheet
 * @typedef {import("./sheet.d.ts").Desk} Desk
 * @typedef {import("../checks/subject.d.ts").Path} Path
 */

const UNCHECKED = "K003"; // that its agency has not looked over it, which a new entry of its own cannot say
const THANKS = "Draf dihapus. Terima kasih.";
const NUMBERED = `${THANKS} Nomornya tetap ada di daftar nomor kiriman di halaman ini.`;
const UNSENT =
  "Isian ini belum diunduh, dibagikan, atau dikirim dari halaman ini. Bila drafnya dihapus, isinya hilang. Tetap hapus?";

/**
 * A path in the file, where empty items do not count, as a path in `data`, where they do.
 * @type {(data: any, path: Path) => Path}
 */
const among = (data, path) => {
  let here = data;
  return path.map((part) => {
    const counts = Array.isArray(here) && typeof part === "number";
    const filled = counts ? [...here.keys()].filter((place) => !isEmpty(here[place])) : [];
    const place = filled[Number(part)] ?? part;
    here = here?.[place];
    return place;
  });
};

/**
 * What the rules are told of the catalogue and of this entry.
 * @type {(sheet: Sheet) => import("../checks/subject.d.ts").Context}
 */
const contextOf = ({ form, state }) => {
  const now = new Date();
  /** @param {number} number */
  const two = (number) => String(number).padStart(2, "0");
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  // A clock that runs behind would put what has happened into the future; the site's own day has surely come.
  const pictures = [...state.pictures, ...attached(state).map(({ name }) => name)];
  return { ...form, ...state, pictures, today: day < form.hari ? form.hari : day };
};

/**
 * The data in the form of files, and what the rules say of it.
 * @param {Sheet} sheet
 */
const found = (sheet) => {
  const { form, state } = sheet;
  const context = contextOf(sheet);
  const data = tidied(state.data, form.kolom, form.aturan.bulan);
  // Without a name there is no address either: it is told once.
  const faults = check(data, form.kolom, context).filter(
    ({ path }) => path[0] !== "nama_berkas" || !isEmpty(data.nama),
  );
  return { context, data, faults, errors: faults.filter(({ code }) => !code.startsWith("K")) };
};

/** @type {(sheet: Sheet, desk: Desk) => ReturnType<typeof complaints>} */
const telling = ({ title, form }, { main, summary }) => complaints({ main, summary, title, form, said });

/** @type {(fault: import("../checks/subject.d.ts").Fault, sheet: Sheet) => import("../checks/subject.d.ts").Fault} */
const placed = (fault, { state }) => ({ ...fault, path: among(state.data, fault.path) });

/**
 * Whether nothing is wrong under some keys; else it is told beside them.
 * @type {(sheet: Sheet, desk: Desk, keys: string[]) => boolean}
 */
export const lookAt = (sheet, desk, keys) => {
  const errors = found(sheet).errors.filter(({ path }) => keys.includes(String(path[0])));
  telling(sheet, desk).complain(errors.map((fault) => placed(fault, sheet)));
  return !errors.length;
};

/**
 * What the entry as it stands does for the duty of its agency, in sentences.
 * @param {Sheet} sheet
 */
export const duty = (sheet) => {
  const { form, state } = sheet;
  const { context, data } = found(sheet);
  const events = /** @type {import("../reading/form_data.d.ts").Group[] | undefined} */ (data.riwayat);
  const isTold = events?.some(({ peristiwa, tanggal }) => peristiwa && readDate(String(tanggal)));
  const { kepatuhan } = form;
  if (!isTold || !kepatuhan || !state.agency) return [];
  return effects(data, context).map((each) => standing(each, data.ditarik, form, kepatuhan));
};

/**
 * Whether a correction corrects nothing yet.
 * @type {(sheet: Sheet, data: import("../reading/form_data.d.ts").Group) => boolean}
 */
const isPublishedSo = ({ form, state, draft }, data) => {
  const { kolom, aturan } = form;
  if (!state.known || attached(state).length) return false;
  return write(data, kolom, "") === write(tidied(draft.original.data, kolom, aturan.bulan), kolom, "");
};

/**
 * Whether there were no faults: then it is shown in `looked`, with the innovations that have the same name.
 * @type {(sheet: Sheet, desk: Desk, namesakes: import("./likeness.js").Known[]) => boolean}
 */
export const lookOver = (sheet, desk, namesakes) => {
  const { form, words, state, draft, keeping } = sheet;
  const { looked, sections } = desk;
  const { complain, told } = telling(sheet, desk);
  const { context, data, faults, errors } = found(sheet);
  if (errors.length) for (const { fill } of sections) fill();
  complain(errors.map((fault) => placed(fault, sheet)));
  if (errors.length) return false;
  let isGone = false;
  const left = () => {
    isGone = true;
  };
  review(looked, {
    form,
    words,
    state: { ...state, data },
    text: write(data, form.kolom, form.aturan.komentar),
    same: isPublishedSo(sheet, data),
    namesakes,
    tellApart: (slugs) => {
      state.others = slugs;
      keeping.keep();
    },
    effects: effects(data, context),
    closed: closedYears(data, draft.original.data, form),
    advice: faults.filter(({ code }) => state.known || code !== UNCHECKED).map(told),
    change: (key) => {
      const { folder, fill } = sections.find(({ keys }) => keys.includes(key)) ?? sections[0];
      fill();
      addEventListener("popstate", () => unfold(document.getElementById(`j.${key}`) ?? folder), { once: true });
      history.back();
    },
    kept: keeping.isSafe(),
    left,
    handed: (number) => {
      left();
      state.sent = [...state.sent.filter((one) => one !== number), number];
      keeping.keep();
    },
    sent: () => (isGone ? keeping.drop(state.sent.length ? NUMBERED : THANKS) : keeping.drop(THANKS, UNSENT)),
  });
  return true;
};
