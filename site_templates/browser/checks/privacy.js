// Personal data that must not become public, looked for in every value and once more in the text of the whole file: the
// twin of generator/checks/privacy.py.
import { isGroup, stripped } from "../reading/values.js";
import { write } from "./entry_text.js";
import { scanner } from "./personal.js";
import { INNOVATIONS, TRUE_WORDS } from "./settings.js";
import { texts } from "./walk.js";

/** @typedef {import("../reading/form_data.d.ts").Value} Value */

/**
 * Whether a contact's phone is marked as a service number and is one mobile and nothing else: then it is excused.
 * @type {(contact: Value, find: ReturnType<typeof scanner>["find"]) => boolean}
 */
const isService = (contact, find) => {
  if (!isGroup(contact)) return false;
  const { layanan, telepon } = contact;
  if (typeof layanan !== "string" || typeof telepon !== "string") return false;
  if (!TRUE_WORDS.includes(stripped(layanan).toLowerCase()) || /\p{L}/u.test(telepon)) return false;
  const found = find(telepon);
  return found.length === 1 && found[0].key === `P003 ${telepon.replace(/[^0-9]/g, "")}`;
};

/** @param {import("./subject.d.ts").Subject} subject */
export const checkPrivacy = ({ entry, fault, context, shapes }) => {
  const { find } = scanner(context.data_pribadi);
  const service = isService(entry.kontak, find);
  const open = service ? { ...entry, kontak: { .../** @type {object} */ (entry.kontak), telepon: "x" } } : entry;
  const seen = new Set();
  for (const [path, text] of texts(open)) {
    const place = path.join(".");
    for (const { code, key, shown } of find(text)) {
      if (!seen.has(`${key} ${place}`)) fault(code, path, { nilai: shown });
      seen.add(key).add(`${key} ${place}`);
    }
  }
  for (const { code, shown } of find(`${INNOVATIONS}/${context.agency}/${context.slug}.yml`))
    fault(code, ["nama_berkas"], { nilai: shown });
  for (const { code, key, shown } of find(write(open, shapes, context.aturan.komentar)))
    if (!seen.has(key)) fault(code, [], { nilai: shown });
};
