((js, jsIntegrity, wasm, wasmIntegrity) => {
  // Starts the app after the first paint; Trunk.toml calls this with the addresses of the app's two files and what they must be. Whatever fails leaves an ordinary page behind, and says nothing.
  const root = document.documentElement;
  let path;
  const fail = () => {
    // The address has changed and the text has not: the server has both.
    if (root.hasAttribute("data-navigating")) return location.reload();
    path ??= location.pathname;
    root.setAttribute("data-failed", "");
  };
  const isFailed = () => root.hasAttribute("data-failed");
  // A trap, or whatever else the app did not catch.
  const isOurs = (error, file) =>
    (window.WebAssembly && error instanceof WebAssembly.RuntimeError) || (file && (file.endsWith(js) || file.endsWith(wasm)));
  addEventListener("error", (event) => isOurs(event.error, event.filename) && fail());
  addEventListener("unhandledrejection", (event) => isOurs(event.reason) && fail());
  // In the capture phase, before the app: a failed app must not swallow a click.
  addEventListener("click", (event) => isFailed() && event.stopImmediatePropagation(), true);
  addEventListener("popstate", (event) => {
    if (!isFailed()) return;
    event.stopImmediatePropagation();
    if (location.pathname !== path) location.reload();
  }, true);
  const append = (name, properties) => new Promise((done, refuse) => {
    document.head.append(Object.assign(document.createElement(name), { ...properties, onload: done, onerror: refuse }));
  });
  // These names of files become addresses when the site is published, and the empty texts after them what the files must be.
  const add = (href, integrity) => append("link", { rel: "stylesheet", integrity, href }).catch(() => {});
  // Only an element says what a module must be; afterwards import() gives that same module.
  const scripts = ["sw.js"];
  const module = (src, integrity) => {
    scripts.push(src);
    return append("script", { type: "module", integrity, src }).then(() => import(src));
  };
  const code = (url, integrity) => fetch(url, { integrity });
  // Whatever else would run code that came as text, or run it from another address, is refused (Trusted Types).
  window.trustedTypes?.createPolicy("default", { createScriptURL: (url) => (scripts.includes(url) ? url : null) });
  // Styles of what is opened, printed, or pointed at: behind the first paint, as <noscript> has them for those without JavaScript.
  const styles = () => add("later.css", "");
  // Under Save-Data the reader gets the page and nothing else, and these styles with the first touch or key.
  if (navigator.connection?.saveData) {
    const wanted = ["pointerover", "keydown"];
    const once = () => { wanted.forEach((event) => removeEventListener(event, once)); styles(); };
    return wanted.forEach((event) => addEventListener(event, once));
  }
  const start = () => {
    // Both at once: the first would ask for the second only when it has come.
    const compiled = code(wasm, wasmIntegrity);
    Promise.all([module(js, jsIntegrity), compiled]).then(([app]) => app.default({ module_or_path: compiled })).catch(fail);
  };
  // The search is a module of its own.
  addEventListener("search-wanted", ({ detail: [base, read, fail] }) => {
    add("search.css", "");
    module("search.js", "")
      .then((search) => search.default({ module_or_path: code("search_bg.wasm", "") }).then(() => search.start(base, read)))
      .catch(fail);
  });
  // The typefaces serve the next page: on this one, text that changed its letters would move.
  const typefaces = () => {
    const faces = ["1em Naskh", "700 1em Kufi"].map((face) => document.fonts.load(face, "\u0627"));
    Promise.all(faces).then(() => root.setAttribute("data-typefaces", "")).catch(() => {});
  };
  const idle = window.requestIdleCallback ?? setTimeout;
  // The app adds what these styles are for.
  addEventListener("load", () => styles().then(() => idle(() => { start(); typefaces(); })));
})
