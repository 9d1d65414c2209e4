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

/**
 * Leaves the imports of other parts as they are, in the flat folder that is shipped; those of a part that `names` knows
 * become one statement of all modules, so that each statement of their own need not be sent.
 */
const apart = (names) => ({
  name: "apart",
  setup(made) {
    made.onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir, kind, namespace }) => {
      if (namespace === "apart") return { path, external: true };
      const module = relative(here, join(resolveDir, path)).replaceAll("\\", "/");
      if (kind === "entry-point" || !parts.includes(module)) return undefined;
      const shipped = `./${basename(module)}`;
      return kind === "import-statement" && names.has(shipped)
        ? { path: shipped, namespace: "apart" }
        : { path: shipped, external: true };
    });
    made.onLoad({ filter: /.*/, namespace: "apart" }, ({ path }) => ({
      contents: `export { ${[...names.get(path)]} } from "${path}";`,
    }));
  },
});

const bundled = async (part, names) => {
  const { outputFiles } = await build({
    entryPoints: [join(here, part)],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: targets,
    charset: "utf8",
    legalComments: "none",
    write: false,
    plugins: [apart(names)],
  });
  return outputFiles[0].text;
};

/** Path of a part -> the names that are imported from it. */
const imported = (text) => {
  const names = new Map();
  for (const [, list, path] of text.matchAll(/\bimport\{([^}]*)\}from"([^"]*)"/g)) {
    const known = list.split(",").map((name) => name.split(" as ")[0]);
    names.set(path, new Set([...(names.get(path) ?? []), ...known]));
  }
  return names;
};

for (const part of parts) {
  const name = basename(part, ".js");
  const text = await bundled(part, imported(await bundled(part, new Map())));
  writeFileSync(join(target, `${name}.js`), notes[name] ? `${notes[name]}\n${text}` : text);
}
