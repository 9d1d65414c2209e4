// Cuts the theme's style sheet down to what our pages use and joins ours to it: `make css`.
//   node build.mjs THEME.css OURS.css OUT.css
// The first line of the result is a hash of everything it was made from; a test compares it.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { transform } from "lightningcss";
import { PurgeCSS } from "purgecss";

const [themeFile, ourFile, outFile] = process.argv.slice(2);
const inputs = [themeFile, ourFile, new URL(import.meta.url)].map((file) => readFileSync(file));

// Every element that a template, a hand-written page or a contributor's text can bring; a test holds
// the templates to this list. Of the theme's classes only one is used; our own sheet is kept whole.
const used = `
  html head body header nav main section aside footer div span a p h1 h2 h3 h4
  ul ol li dl dt dd table caption thead tbody tr th td
  dir ltr
  strong em code pre blockquote br hr img figure figcaption picture source time svg g rect text path form label input select option button mark
  md-typeset`;

const [purged] = await new PurgeCSS().purge({
  content: [{ raw: used, extension: "txt" }],
  css: [{ raw: inputs[0].toString() }],
  variables: true,
  keyframes: true,
  fontFace: true,
});
const { code } = transform({ filename: outFile, code: Buffer.from(`${purged.css}\n${inputs[1]}`), minify: true });
const made = createHash("sha256").update(Buffer.concat(inputs)).digest("hex");
writeFileSync(outFile, `/* made by \`make css\` from ${made} */\n${code}\n`);
