// Makes what the site ships of the rooms of this folder: `make browser`.
//   node build.mjs DIR
// A part is a file that a page fetches by itself; the modules beside it in its room go into it. What one part needs of
// another it fetches, so nothing is sent twice.
import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url)),
  target = process.argv[2];
const { parts, targets } = JSON.parse(readFileSync(join(here, "parts.json"), "utf8"));
const yaml = join(here, "node_modules/yaml");
const notes = {
  "vendor-yaml": `/* yaml ${JSON.parse(readFileSync(join(yaml, "package.json"), "utf8")).version}\n\n${readFileSync(join(yaml, "LICENSE"), "utf8").trim()}\n*/`,
};

/** Leave the imports of other parts as they are, in the flat folder that is shipped. */
const apart = {
  name: "apart",
  setup(made) {
    made.onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir, kind }) => {
      const module = relative(here, join(resolveDir, path)).replaceAll("\\", "/");
      return kind !== "entry-point" && parts.includes(module)
        ? { path: `./${basename(module)}`, external: true }
        : undefined;
    });
  },
};

for (const part of parts) {
  const name = basename(part, ".js");
  const {
    outputFiles: [made],
  } = await build({
    entryPoints: [join(here, part)],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: targets,
    charset: "utf8",
    legalComments: "none",
    write: false,
    plugins: [apart],
  });
  writeFileSync(join(target, `${name}.js`), notes[name] ? `${notes[name]}\n${made.text}` : made.text);
}
