// Makes the style sheet that ships, smaller but the same: `make css`.
//   node build.mjs OURS.css OUT.css
// The first line of the result is a hash of everything it was made from; a test compares it.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { transform } from "lightningcss";

const [ourFile, outFile] = process.argv.slice(2);
const inputs = [ourFile, new URL(import.meta.url)].map((file) => readFileSync(file));
const { code } = transform({ filename: outFile, code: inputs[0], minify: true });
const made = createHash("sha256").update(Buffer.concat(inputs)).digest("hex");
writeFileSync(outFile, `/* made by \`make css\` from ${made} */\n${code}\n`);
