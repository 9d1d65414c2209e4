// Asks the search of a folder, as a page would: queries come as JSON on stdin, what each found goes out as JSON.
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

globalThis.document = { getElementById: () => null }; // a page with nothing to fill
globalThis.fetch = async (address) => new Response(await readFile(new URL(address)));
const engine = await import(new URL("assets/search.js", pathToFileURL(`${process.argv[2]}/`)).href);
const [queries, shown] = JSON.parse(await text(process.stdin));
const told = async (query) => {
  const found = await engine.search(query);
  const [results, hints] = await Promise.all(
    [found.keys.slice(0, shown), found.hints].map((keys) => Promise.all(keys.map(engine.entry))),
  );
  const address = ({ alamat, nama }) => alamat || nama;
  return {
    ...found,
    results: results.map(address),
    hints: hints.map(address),
    fitting: [...found.fitting],
    through: [...found.through],
    placeless: [...found.placeless],
    count: found.keys.length,
  };
};
const answers = [];
for (const query of queries) answers.push(await told(query));
console.log(JSON.stringify(answers));
