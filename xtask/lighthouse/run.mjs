// Runs Lighthouse (mobile) on pages of a site that is being served, and prints a table. Called by `cargo xtask lighthouse` with
// the folder to write reports to and the addresses. Fails when accessibility, best practices or SEO are below 100 anywhere.
import { mkdir, writeFile } from "node:fs/promises";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [, , folder, ...addresses] = process.argv;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const chrome = await launch({ chromePath: process.env.CHROMIUM, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
await mkdir(folder, { recursive: true });
console.log(["perf", "a11y", "best", "seo"].map((name) => name.padStart(5)).join(" ") + "  page");
const failed = [];
for (const address of addresses) {
  const { lhr } = await lighthouse(address, { port: chrome.port, onlyCategories: CATEGORIES, logLevel: "error" });
  const { pathname } = new URL(address);
  await writeFile(`${folder}/${pathname.replaceAll("/", "-").replace(/^-|-$/g, "") || "home"}.json`, JSON.stringify(lhr, null, 1));
  const scores = CATEGORIES.map((name) => Math.round((lhr.categories[name].score ?? 0) * 100));
  console.log(scores.map((score) => String(score).padStart(5)).join(" ") + "  " + pathname);
  for (const category of CATEGORIES.slice(1)) {
    for (const { id, weight } of lhr.categories[category].auditRefs) {
      const audit = lhr.audits[id];
      if (weight > 0 && audit.score !== null && audit.score < 1) failed.push(`${pathname}: ${category}: ${id}: ${audit.title}`);
    }
  }
}
chrome.kill();
if (failed.length > 0) {
  console.log("\nbelow 100:\n" + failed.join("\n"));
  process.exitCode = 1;
}
