// Scores the site at https://localhost with the tests of MDN's HTTP Observatory. Called by `cargo xtask observatory` with the ports
// of HTTP and HTTPS and the score that must be reached.
//
// Their own command takes a name and no port; what it does is called here in the same order, and only the sum is ours.
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const { resolve } = import.meta;
const package_ = new URL("..", resolve("@mdn/mdn-http-observatory"));
const own = (path) => import(new URL(`src/${path}`, package_));
// The list of domains that browsers know to be HTTPS only, which its installation would fetch: ours is not among them.
const preloaded = new URL("conf/hsts-preload.json", package_);
if (!existsSync(preloaded)) writeFileSync(preloaded, "{}");

const { retrieve } = await own("retriever/retriever.js");
const { ALGORITHM_VERSION, ALL_TESTS } = await own("constants.js");
const { getGradeForScore, getScoreModifier } = await own("grader/grader.js");
const { MINIMUM_SCORE_FOR_EXTRA_CREDIT } = await own("grader/charts.js");
const { version } = JSON.parse(readFileSync(new URL("package.json", package_)));

const [httpPort, httpsPort, least] = process.argv.slice(2).map(Number);
await listens(`https://localhost:${httpsPort}/`, Date.now() + 20_000);
const requests = await retrieve("localhost", { httpPort, httpsPort });
if (requests.responses.auto?.status !== 200) throw new Error("the site does not answer");
const results = ALL_TESTS.map((test) => test(requests));
const points = results.map(({ result }) => getScoreModifier(result));
const sum = (points) => points.reduce((all, one) => all + one, 100);
const without = sum(points.filter((points) => points < 0));
// Extra points count only for a site that has lost few.
const { score, grade } = getGradeForScore(without >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? sum(points) : without);

console.log(`\nMDN HTTP Observatory ${version}, algorithm ${ALGORITHM_VERSION}`);
for (const [place, { pass, result, constructor }] of results.entries()) {
  console.log(`  ${constructor.name.padEnd(32)}${pass ? "passed" : "FAILED"}${String(points[place]).padStart(5)}  ${result}`);
}
console.log(`  score ${score} (${grade}); at least ${least} is wanted`);
if (score < least || results.some(({ pass }) => !pass)) process.exitCode = 1;

/** Caddy makes itself a certificate first. */
async function listens(address, deadline) {
  for (;;) {
    try {
      return await fetch(address);
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((again) => setTimeout(again, 100));
    }
  }
}
