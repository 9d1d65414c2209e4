// Writes the types of the page without what one of the stated browsers (`targets` of parts.json) does not know, so that
// tsc refuses it: esbuild puts newer syntax into older, but leaves newer functions as they are. `make lint`.
//   node stated_dom.mjs FILE
// MDN's browser-compat-data tells since when a browser knows something; TypeScript's own types name MDN's page of each.
// Options and events are not looked at; of the language itself `lib` of tsconfig.json holds the edition.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "node_modules");
/** What is newer and used all the same; it works where it is missing, with less comfort. */
const WITHOUT_LOSS = new Set([
  "HTMLElement.autocapitalize", // the keyboard of a phone begins with a capital
  "HTMLElement.inputMode", // the keyboard of a phone shows letters first
]);

const { targets } = JSON.parse(readFileSync(join(here, "parts.json"), "utf8"));
const { api } = JSON.parse(readFileSync(join(packages, "@mdn/browser-compat-data/data.json"), "utf8"));
const PHONES = { chrome: "chrome_android", firefox: "firefox_android", safari: "safari_ios" };
/** Browser by MDN's name -> its oldest version; the edition for phones has the same numbers. */
const oldest = targets.flatMap((target) => {
  const [, name, version] = /^([a-z]+)([0-9.]+)$/.exec(target);
  return [name, PHONES[name]].map((browser) => [browser, version]);
});

/** Whether one version is at least the other; a preview, and one that is not known, is none. */
const reaches = (version, added) => {
  const [one, other] = [version, String(added).replace("≤", "")].map((text) => text.split(".").map(Number));
  return one[0] > other[0] || (one[0] === other[0] && (one[1] ?? 0) >= (other[1] ?? 0));
};
const isPlain = ({ flags, prefix, alternative_name: other, version_removed: gone }) =>
  !flags && !prefix && !other && !gone;
/** Whether every stated browser knows a feature; what MDN does not tell of is let be. */
const isKnown = (feature) =>
  !feature?.__compat ||
  oldest.every(([browser, version]) =>
    [feature.__compat.support[browser] ?? []].flat().some((one) => isPlain(one) && reaches(version, one.version_added)),
  );

const PAGE = /\/docs\/Web\/API\/(\w+)(?:\/(\w+))?\)/;
/** Whether the member or the function whose comment names this page may stay. */
const stays = (comment) => {
  const [, room, name] = PAGE.exec(comment) ?? [];
  if (!name || WITHOUT_LOSS.has(`${room}.${name}`)) return true;
  return isKnown(api[room]?.[name] ?? api[room]?.[name.replace(/_static$/, "")] ?? api[name]);
};

/** The types without what is not known: members and functions by their comments, constructors by their names. */
const stated = (text) =>
  text
    .replace(
      /^( *)\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n\1(?!interface|declare var \w+: \{|type|declare namespace).*;\n/gm,
      (whole) => (stays(whole) ? whole : ""),
    )
    .replace(/^declare var (\w+): \{\n[\s\S]*?^\};\n/gm, (whole, name) => (isKnown(api[name]) ? whole : ""));

const lib = readdirSync(join(packages, "@typescript")).find((name) => name.startsWith("typescript-"));
const file = process.argv[2];
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, stated(readFileSync(join(packages, "@typescript", lib, "lib/lib.dom.d.ts"), "utf8")));
