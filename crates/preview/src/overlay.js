// Shows the page anew when its text has changed, and lays the problems of the content over it. Only the preview has this.
(() => {
  const { version } = document.currentScript.dataset;
  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  // Of a list of keys, each is read in its own direction and the list in that of the sentence.
  const isolated = (text) => text.split(/(\u060c )/).map((part, at) => (at % 2 ? part : element("bdi", {}, part)));
  const fault = ({ file, place, lines }) =>
    element("li", {},
      element("p", { className: "preview-place" }, element("bdi", { dir: "ltr" }, file), " ", place),
      element("dl", {}, ...lines.flatMap(([label, text]) => [element("dt", {}, label), element("dd", {}, ...isolated(text))])));
  let overlay;
  const show = (faults) => {
    overlay?.remove();
    overlay = undefined;
    if (!faults) return;
    const { title, advice, hide, list } = faults;
    const button = element("button", { type: "button", onclick: () => overlay.remove() }, hide);
    overlay = element("section", { id: "preview-faults", lang: "ar", dir: "rtl" },
      element("h2", {}, title), element("p", {}, advice), button, element("ol", {}, ...list.map(fault)));
    overlay.setAttribute("role", "alert");
    document.body.append(overlay);
  };
  // The app has taken over from the browser where a page is scrolled to.
  const reload = () => {
    sessionStorage.preview = JSON.stringify([location.pathname, scrollY]);
    location.reload();
  };
  const [path, place] = JSON.parse(sessionStorage.preview ?? "[]");
  delete sessionStorage.preview;
  if (path === location.pathname) scrollTo(0, place);
  let known = version;
  let waiting;
  const ask = async () => {
    waiting = new AbortController();
    try {
      const answer = await fetch(`/.preview/state?after=${known}`, { signal: waiting.signal });
      const state = await answer.json();
      if (String(state.shown) !== version) return reload();
      if (String(state.version) !== known) show(state.faults);
      known = String(state.version);
      ask();
    } catch {
      // The preview was ended, or this tab is not looked at; a browser has few connections, and each tab would hold one.
      if (!document.hidden) setTimeout(ask, 1000);
    }
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? waiting.abort() : ask()));
  ask();
})();
