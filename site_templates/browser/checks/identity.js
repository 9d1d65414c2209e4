// An old name must lead to this entry and to nothing else: the twin of generator/checks/identity.py.
import { stripped } from "../reading/values.js";
import { ownerOf } from "./file.js";
import { INNOVATIONS, SITE_ADDRESS } from "./settings.js";

/**
 * What a name leads to already; "" if to nothing.
 * @type {(alias: string, context: import("./subject.d.ts").Context) => string}
 */
const taken = (alias, context) => {
  const { aturan, alias: known, slug, agency } = context;
  const owner = ownerOf(alias, context);
  if (owner || alias === slug) return `${INNOVATIONS}/${owner ?? agency}/${alias}.yml`;
  if (aturan.slug_terlarang.includes(alias)) return SITE_ADDRESS;
  return Object.hasOwn(known, alias) && !known[alias].endsWith(`/${context.known}.yml`) ? known[alias] : "";
};

/** @param {import("./subject.d.ts").Subject} subject */
export const checkIdentity = ({ sound, fault, context }) => {
  const aliases = (sound("alias") ?? []).map(stripped);
  aliases.forEach((alias, number) => {
    const twice = aliases.indexOf(alias) < number ? `${INNOVATIONS}/${context.agency}/${context.slug}.yml` : "";
    const other = taken(alias, context) || twice;
    if (other) fault("B012", ["alias", number], { nilai: alias, lain: other });
  });
};
