// Keeps what the browser tells of a document, for the benchmark to read. It runs once the document has loaded; what happened
// before, the browser has kept (buffered entries).
(() => {
  const kept = { paint: 0, largest: 0, element: "", shifts: 0, tasks: [], interactions: [] };
  const observe = (type, each, options) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true, ...options });
  observe("paint", (entry) => {
    if (entry.name === "first-contentful-paint") kept.paint = entry.startTime;
  });
  observe("largest-contentful-paint", (entry) => {
    kept.largest = entry.startTime;
    kept.element = entry.element ? [entry.element.localName, ...entry.element.classList].join(".") : "";
  });
  observe("layout-shift", (entry) => {
    if (!entry.hadRecentInput) kept.shifts += entry.value;
  });
  observe("longtask", (entry) => kept.tasks.push(entry));
  observe("event", (entry) => entry.interactionId && kept.interactions.push(entry), { durationThreshold: 16 });

  const app = new Promise((resolve) => observe("mark", (mark) => mark.name.startsWith("app:") && resolve(mark)));
  const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const frame = () => new Promise(requestAnimationFrame);
  const transfers = () => ["navigation", "resource"].flatMap((type) => performance.getEntriesByType(type));
  const bytes = (entries) => entries.reduce((sum, entry) => sum + entry.transferSize, 0);
  // WASM and glue; the loader belongs to the page.
  const isApp = ({ name }) => name.endsWith(".wasm") || (name.endsWith(".js") && !name.includes("/loader-"));
  // Nothing more has come for a second.
  const quiet = async () => {
    for (let count = -1; count !== transfers().length; ) {
      count = transfers().length;
      await pause(1000);
    }
  };
  // What tasks kept a reader waiting, from the first paint until the app was ready: all above 50 ms of each (Total Blocking
  // Time). The task that made it ready counts as a whole.
  const blocked = (ready) =>
    kept.tasks
      .filter((task) => task.startTime < ready)
      .map((task) => task.startTime + task.duration - Math.max(task.startTime, kept.paint) - 50)
      .filter((time) => time > 0)
      .reduce((sum, time) => sum + time, 0);

  window.observed = {
    pause,
    quiet,

    // How the document loaded, once nothing more comes.
    async visit(hasApp) {
      const mark = hasApp ? await app : null;
      if (mark && mark.name !== "app:ready") throw new Error(mark.name);
      await quiet();
      const ready = mark?.startTime ?? 0;
      return {
        paint: kept.paint,
        largest: kept.largest,
        element: kept.element,
        shifts: kept.shifts,
        ready,
        blocked: blocked(ready),
        requests: transfers().length,
        bytes: bytes(transfers()),
        early: bytes(transfers().filter((entry) => !isApp(entry))),
      };
    },

    // Brings an element into view and tells where the pointer must go. Whatever follows from scrolling is over then.
    async reach(element) {
      if (!element) return null;
      element.scrollIntoView({ block: "center", behavior: "instant" });
      await pause(300);
      const box = element.getClientRects()[0];
      return [box.left + box.width / 2, box.top + box.height / 2].map(Math.floor);
    },

    // From now on, interactions count.
    listen() {
      kept.interactions.length = 0;
    },

    // The slowest interaction since, from the input to the next frame, and the part of it in which scripts ran.
    // Event Timing tells of nothing below 16 ms, and rounds to 8.
    async slowest() {
      await pause(500);
      const slowest = kept.interactions.reduce((one, other) => (other.duration > one.duration ? other : one), {
        duration: 16, processingStart: 0, processingEnd: 0,
      });
      return { duration: slowest.duration, scripts: slowest.processingEnd - slowest.processingStart };
    },

    // From now on, waits for a click and for the heading of the page to which it leads; the next call tells the time between
    // the click and the frame in which the heading was seen (Element Timing).
    arm() {
      const old = document.querySelector("main h1");
      let clicked = 0;
      addEventListener("click", (event) => (clicked = event.timeStamp), { capture: true, once: true });
      new MutationObserver((_, observer) => {
        const heading = document.querySelector("main h1");
        if (!heading || heading === old) return;
        observer.disconnect();
        heading.setAttribute("elementtiming", "arrived");
      }).observe(document.body, { childList: true, subtree: true });
      this.arrived = new Promise((resolve) =>
        observe("element", (entry) => entry.identifier === "arrived" && resolve(entry.renderTime - clicked), { buffered: false }));
    },

    // Whether the data of a page is here.
    has(path) {
      return performance.getEntriesByType("resource").some((entry) => new URL(entry.name).pathname === `${path}index.bin`);
    },

    // The data of pages that has come so far: number and bytes.
    data() {
      const entries = performance.getEntriesByType("resource").filter((entry) => entry.name.endsWith("/index.bin"));
      return [entries.length, bytes(entries)];
    },

    // Follows links of the header, one after another.
    async wander(times) {
      for (let time = 0; time < times; time++) {
        const links = [...document.querySelectorAll("header a[href]")].filter(
          (link) => link.origin === location.origin && link.pathname !== location.pathname && link.pathname.endsWith("/"));
        const old = document.querySelector("main h1");
        links[time % links.length].click();
        while (document.querySelector("main h1") === old || document.documentElement.matches("[data-navigating]")) await pause(20);
        await frame();
      }
      await pause(500);
    },
  };
})();
return null;
