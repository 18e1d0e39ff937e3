// Makes the typefaces Noto Naskh Arabic and Reem Kufi (SIL OFL 1.1) small. Called by `cargo xtask font` with the two folders to write to.
// - public/fonts/: for readers. The letters, marks and punctuation of modern Arabic: Naskh for text, variable in weight; Kufi, bold,
//   for titles, with the digits of their years.
// - crates/share-images/fonts/: for the build, which draws the share images with it. Also Latin letters and digits (ISO 8859-1
//   and French œ), since no other font stands behind it; two fixed weights, not compressed.
// Layout features (init, medi, fina, rlig, liga, mark, mkmk, ccmp) are kept by the subsetter, HarfBuzz.
import { copyFile, readFile, writeFile } from "node:fs/promises";
import subsetFont from "subset-font";

const [, , published, drawn] = process.argv;
const range = (first, last) => String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));
// Letters and marks; no tatweel (U+0640), which the site never uses.
const arabic = range(0x621, 0x63a) + range(0x641, 0x652) + "\u0670،؛؟ ";
const latin = range(0x20, 0x7e) + range(0xa0, 0xff) + "œŒ–—‘’“”…";

const variable = new URL("node_modules/@fontsource-variable/noto-naskh-arabic/", import.meta.url);
const whole = await readFile(new URL("files/noto-naskh-arabic-arabic-wght-normal.woff2", variable));
const subset = await subsetFont(whole, arabic, { targetFormat: "woff2", variationAxes: { wght: { min: 400, max: 700 } } });
await writeFile(`${published}/noto-naskh-arabic.woff2`, subset);
await copyFile(new URL("LICENSE", variable), `${published}/OFL.txt`);
console.log(`noto-naskh-arabic.woff2: ${subset.length} bytes`);

const kufi = new URL("node_modules/@expo-google-fonts/reem-kufi/", import.meta.url);
const titles = await subsetFont(await readFile(new URL("700Bold/ReemKufi_700Bold.ttf", kufi)), arabic + "0123456789:()«».-–", { targetFormat: "woff2" });
await writeFile(`${published}/reem-kufi.woff2`, titles);
await copyFile(new URL("LICENSE_FONT", kufi), `${published}/OFL-reem-kufi.txt`);
console.log(`reem-kufi.woff2: ${titles.length} bytes`);

const fixed = new URL("node_modules/@expo-google-fonts/noto-naskh-arabic/", import.meta.url);
// The names that the licence asks to keep: copyright, licence, address of the licence.
const kept = { targetFormat: "sfnt", preserveNameIds: [0, 13, 14] };
for (const [source, name] of [["400Regular/NotoNaskhArabic_400Regular.ttf", "regular"], ["700Bold/NotoNaskhArabic_700Bold.ttf", "bold"]]) {
  const subset = await subsetFont(await readFile(new URL(source, fixed)), arabic + latin, kept);
  await writeFile(`${drawn}/noto-naskh-arabic-${name}.ttf`, subset);
  console.log(`noto-naskh-arabic-${name}.ttf: ${subset.length} bytes`);
}
await copyFile(new URL("LICENSE_FONT", fixed), `${drawn}/OFL.txt`);
