(() => {
  // Starts the app after the first paint. Whatever fails leaves an ordinary page behind, and says nothing.
  const { js, wasm } = document.currentScript.dataset;
  const root = document.documentElement;
  let path;
  const fail = () => {
    path ??= location.pathname;
    root.setAttribute("data-failed", "");
  };
  const isFailed = () => root.hasAttribute("data-failed");
  const isTrap = (error) => window.WebAssembly && error instanceof WebAssembly.RuntimeError;
  addEventListener("error", (event) => isTrap(event.error) && fail());
  addEventListener("unhandledrejection", (event) => isTrap(event.reason) && fail());
  // In the capture phase, before the app: a failed app must not swallow a click.
  addEventListener("click", (event) => isFailed() && event.stopImmediatePropagation(), true);
  addEventListener("popstate", (event) => {
    if (!isFailed()) return;
    event.stopImmediatePropagation();
    if (location.pathname !== path) location.reload();
  }, true);
  // Under Save-Data the reader gets the page and nothing else.
  if (navigator.connection?.saveData) return;
  const start = () => import(js).then((app) => app.default({ module_or_path: wasm })).catch(fail);
  const idle = window.requestIdleCallback ?? setTimeout;
  addEventListener("load", () => idle(start));
})();
