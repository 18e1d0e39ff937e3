// Writes what a reader can perceive of an element as lines of text, for comparison: tags, sorted attributes, words.
// Left out: comments (the framework's marks), elements that show nothing, and what only a running app puts there.
// Text split into several nodes is one text.
const [root, ignored] = arguments;
const silent = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE"]);
const lines = [];
let words = "";
const endOfWords = () => {
  if (words.trim()) lines.push(words);
  words = "";
};
const visit = node => {
  if (node.nodeType === 3) words += node.data;
  if (node.nodeType !== 1 || silent.has(node.tagName)) return;
  if (ignored && node.matches(ignored)) return;
  endOfWords();
  // A class attribute without classes means nothing; the section being read and what is unfolded are the reader's own, and
  // typefaces are worn only by pages that the app shows.
  const own = { "aria-current": ".contents a", open: ".fold", "data-fonts": ".page" };
  const telling = [...node.attributes].filter(a => (a.name !== "class" || a.value) && !(own[a.name] && node.matches(own[a.name])));
  const attributes = telling.map(a => `${a.name}=${JSON.stringify(a.value)}`).sort();
  lines.push([`<${node.localName}`, ...attributes].join(" ") + ">");
  node.childNodes.forEach(visit);
  endOfWords();
  lines.push(`</${node.localName}>`);
};
visit(root);
return lines.join("\n");
