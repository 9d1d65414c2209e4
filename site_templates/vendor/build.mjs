// Bundles the YAML reader that the form opens files with into one module: `make vendor`.
//   node build.mjs OUT.js
// The first line of the result is a hash of everything that decides what it holds; a test compares it.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const here = (name) => new URL(name, import.meta.url);
const made = createHash("sha256").update(Buffer.concat(["package-lock.json", "build.mjs"].map((name) => readFileSync(here(name))))).digest("hex");
const licence = readFileSync(here("node_modules/yaml/LICENSE"), "utf8").trim();
const { version } = JSON.parse(readFileSync(here("node_modules/yaml/package.json")));

const { outputFiles: [bundle] } = await build({
  stdin: { contents: 'export { Lexer, isAlias, isMap, isScalar, isSeq, parseAllDocuments } from "yaml";', resolveDir: here(".").pathname },
  bundle: true,
  minify: true,
  format: "esm",
  platform: "browser",
  target: "es2022",
  charset: "utf8",
  write: false,
});
writeFileSync(process.argv[2], `/* made by \`make vendor\` from ${made} */\n/* yaml ${version}\n\n${licence}\n*/\n${bundle.text}`);
