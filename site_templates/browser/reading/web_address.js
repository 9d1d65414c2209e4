// Which web addresses may become links: the twin of generator/text/web_address.py.
import { FORBIDDEN, HOST, HOST_LABEL, LAST_PORT, NO_HOST, PARTS } from "./settings.js";
import { hasBlank, isPrintable } from "./texts.js";

const BYTE = /^(?:0|[1-9][0-9]{0,2})$/;

/** @param {string} host */
const hostFault = (host) => {
  if (host.startsWith("[")) return "ip";
  const labels = host.toLowerCase().split(".");
  if (labels.length === 4 && labels.every((label) => BYTE.test(label) && +label < 256)) return "ip";
  const named = labels.length > 1 && labels.every((label) => HOST_LABEL.test(label));
  return named && !NO_HOST.test(labels[labels.length - 1]) ? "" : "nama";
};

/**
 * Why an address must not become a link, as a key of the causes that the site knows; "" if it may.
 * @param {string} address
 */
export const addressFault = (address) => {
  if (!isPrintable(address) || FORBIDDEN.test(address) || hasBlank(address)) return "tanda";
  const [, scheme = "", authority = ""] = /** @type {RegExpExecArray} */ (PARTS.exec(address));
  const named = authority.slice(authority.lastIndexOf("@") + 1);
  const [, host = "", port = ""] = HOST.exec(named) ?? [];
  if ((named && !host) || +port > LAST_PORT) return "susunan";
  if (!/^https?$/i.test(scheme)) return "awal";
  return authority.includes("@") ? "pengguna" : hostFault(host);
};
