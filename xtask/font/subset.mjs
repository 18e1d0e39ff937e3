// Makes public/fonts/: the letters, marks and punctuation of modern Arabic from Noto Naskh Arabic (SIL OFL 1.1).
// Called by `cargo xtask font` with the folder to write to. Layout features (init, medi, fina, rlig, liga, mark, mkmk,
// ccmp) are kept by the subsetter, HarfBuzz.
import { copyFile, readFile, writeFile } from "node:fs/promises";
import subsetFont from "subset-font";

const [, , folder] = process.argv;
const typeface = new URL("node_modules/@fontsource-variable/noto-naskh-arabic/", import.meta.url);
const range = (first, last) => String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));
// Letters and marks; no tatweel (U+0640), which the site never uses.
const text = range(0x621, 0x63a) + range(0x641, 0x652) + "\u0670،؛؟ ";
const whole = await readFile(new URL("files/noto-naskh-arabic-arabic-wght-normal.woff2", typeface));
const subset = await subsetFont(whole, text, { targetFormat: "woff2", variationAxes: { wght: { min: 400, max: 700 } } });
await writeFile(`${folder}/noto-naskh-arabic.woff2`, subset);
await copyFile(new URL("LICENSE", typeface), `${folder}/OFL.txt`);
console.log(`${subset.length} bytes`);
