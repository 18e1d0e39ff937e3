// Keeps pages for reading without a connection. It is optional and never in the way: what it cannot do, the browser does as if
// it were not there. (Workbox's modules for the same weigh ten times as much and know nothing of keeping a site on request.)
// The prerenderer puts here which site this is: its build, its base path, its size in words, and the files of its shell.
const { build, base, size, shell } = "site";
const PREFIX = `site ${base}/ `;
const NAME = PREFIX + build;
const OFFLINE = `${base}/offline.html`;
// Every file of the site. Where it is kept, the reader has asked for the whole site.
const LIST = `${base}/offline.json`;
// Milliseconds for which a page may keep its reader waiting when a copy is here.
const PATIENCE = 3000;
// How many files are asked for at a time.
const AT_ONCE = 6;

// A copy of anything but a whole answer of ours would be shown for good.
const isOurs = (response) => response.status === 200 && response.type === "basic";
const isWhole = (response) => isOurs(response) && !response.redirected;
// Some hosts lead from a file of HTML to its name without the end. What came so may not answer a navigation; its content may.
const isRenamed = (response, address) => isOurs(response) && response.redirected && new URL(response.url).pathname + ".html" === address;
const direct = (response, address) => (isRenamed(response, address) ? new Response(response.body, { headers: response.headers }) : response);
const isHashed = (path) => /-[0-9a-f]{12,16}(_bg)?\./.test(path);
const ours = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));

// A host may let browsers keep any file for a while; but for hashed names, that would be a file of the last build.
const ask = (address) => fetch(address, { cache: isHashed(address) ? "default" : "no-cache" });

async function keep(cache, address) {
  const response = await ask(address);
  if (!isWhole(response) && !isRenamed(response, address)) throw new Error(`${address} is ${response.status}`);
  await cache.put(address, direct(response, address));
}

async function keepSite(cache) {
  const response = await ask(LIST);
  if (!isWhole(response)) throw new Error(LIST);
  const left = await response.clone().json();
  const next = async () => {
    for (let path; (path = left.pop()) !== undefined; ) await keep(cache, `${base}/${path}`);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  // Last: it tells that everything is here.
  await cache.put(LIST, response);
}

const hasSite = async (name) => Boolean(await (await caches.open(name)).match(LIST));

addEventListener("install", (event) => event.waitUntil((async () => {
  const cache = await caches.open(NAME);
  await Promise.all([OFFLINE, ...shell].map((address) => keep(cache, address)));
  // Whoever keeps the site keeps it up to date.
  for (const name of await ours()) if (name !== NAME && (await hasSite(name))) return keepSite(cache);
})()));

addEventListener("activate", (event) => event.waitUntil((async () => {
  const cache = await caches.open(NAME);
  for (const name of await ours()) {
    if (name === NAME) continue;
    // Pages of the last build can be read without its app; their data is for that app.
    const last = await caches.open(name);
    for (const request of await last.keys()) {
      const { pathname } = new URL(request.url);
      if (pathname.endsWith("/") && !(await cache.match(request))) await cache.put(request, await last.match(request));
    }
    await caches.delete(name);
  }
  await clients.claim();
})()));

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || !url.pathname.startsWith(`${base}/`) || request.headers.has("range")) return;
  if (request.mode === "navigate") event.respondWith(fromNetwork(event, url.pathname, true));
  else if (url.pathname.endsWith("/index.bin") || url.pathname === `${base}/search/head.bin`) event.respondWith(fromNetwork(event, url.pathname, false));
  else if (isHashed(url.pathname)) event.respondWith(fromCache(request));
});

async function fromNetwork(event, path, isPage) {
  const cache = await caches.open(NAME);
  const copy = await cache.match(path);
  const fetched = fetch(event.request).then((response) => {
    // A full device keeps nothing new; the page is shown all the same.
    if (isWhole(response)) event.waitUntil(cache.put(path, response.clone()).catch(() => {}));
    return response.status >= 500 && copy ? copy : response;
  });
  if (!copy && isPage) return fetched.catch(() => offline(cache));
  // The data is not here, but the page may be: then it has no data, and the app lets the browser load it.
  if (!copy) return fetched.catch(async () => ((await cache.match(path.replace("index.bin", ""))) ? new Response(null, { status: 404 }) : Response.error()));
  const late = new Promise((done) => setTimeout(done, PATIENCE, copy));
  return Promise.race([fetched, late]).catch(() => copy);
}

async function fromCache(request) {
  const copy = await caches.match(request.url);
  return copy ?? fetch(request);
}

// The page that says there is no connection, with links to the pages that are here.
async function offline(cache) {
  const page = await cache.match(OFFLINE);
  if (!page) return Response.error();
  const links = [];
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (!pathname.endsWith("/")) continue;
    const [, title] = /<title>([^<|]*)/.exec(await (await cache.match(request)).text()) ?? [];
    if (title) links.push(`<li><a href="${pathname}">${title.trim()}</a></li>`);
  }
  const html = (await page.text()).replace(/(<section id="kept">.*?<\/h2>).*?(<\/section>)/s,
    (all, before, after) => (links.length ? `${before}<ul class="list">${links.join("")}</ul>${after}` : ""));
  return new Response(html, { status: 503, headers: page.headers });
}

const answers = {
  // The page that is shown, when it came before this worker or by its data alone.
  async visited(cache, path) {
    if (path.startsWith(`${base}/`) && path.endsWith("/") && !(await cache.match(path))) await keep(cache, path);
  },
  async keep(cache) {
    await keepSite(cache);
  },
  async remove(cache) {
    const needed = [OFFLINE, ...shell];
    for (const request of await cache.keys()) if (!needed.includes(new URL(request.url).pathname)) await cache.delete(request);
  },
  async update() {
    await skipWaiting();
  },
  async state() {},
};

addEventListener("message", (event) => event.waitUntil((async () => {
  const [wanted, detail] = event.data;
  const cache = await caches.open(NAME);
  let failed = false;
  await answers[wanted]?.(cache, detail).catch(() => (failed = true));
  if (wanted !== "visited") event.source?.postMessage([failed ? "failed" : (await hasSite(NAME)) ? "kept" : "gone", size]);
})()));
