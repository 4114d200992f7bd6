// Shows the pages of a language in its other script if the reader has chosen it, or if it is the `first` one of this
// site and the reader has chosen none; the build inserts DATA.
// It runs in the head, so that nothing is painted in one script and then in the other: what the browser reads, and
// what other scripts add later, is respelled before the next frame.
self.handbookScript = (({code, tag, first, letters, phrases}) => {
  const KEY = "handbook-script", ATTRIBUTES = ["alt", "aria-description", "aria-label", "data-label", "label", "placeholder", "title"];
  // What is not running text, and stays as it is.
  const KEPT = "code, pre, kbd, samp, script, style, textarea, [translate=no]";
  const all = Object.keys(letters).join(""), word = `[${all}${all.toUpperCase()}]`;
  const words = new RegExp(`${word}+`, "g"), longer = new RegExp(`${word}{2,}`);
  const upper = text => text === text.toUpperCase();

  // The rule of `latin` in languages/serbian/alphabet.py: a lone capital takes the case of the words near it.
  function respell(text) {
    for (const phrase in phrases) text = text.replaceAll(phrase, phrases[phrase]);
    const first = longer.exec(text);
    let capitals = Boolean(first) && upper(first[0]);
    return text.replace(words, found => {
      if (found.length > 1) capitals = upper(found);
      return found.replace(/./g, (letter, at) => {
        const small = letter.toLowerCase(), other = letters[small];
        if (letter === small) return other;
        const beside = found.slice(Math.max(0, at - 1), at) + found.slice(at + 1, at + 2);
        return (beside ? upper(beside) : capitals) ? other.toUpperCase() : other[0].toUpperCase() + other.slice(1);
      });
    });
  }

  function stored() {
    try { return (localStorage.getItem(KEY) ?? (first ? tag : code)) === tag; } catch { return first; }
  }
  function store() {
    try { other === first ? localStorage.removeItem(KEY) : localStorage.setItem(KEY, other ? tag : code); } catch { }
  }

  let other = stored();
  // What is respelled, by its node and the name of its attribute: as it was, and as it is now. A text can still grow
  // while it is read; an attribute can be taken away and come back.
  const turned = new WeakMap();

  function turn(node, attribute = "") {
    const now = attribute ? node.getAttribute(attribute) : node.data, known = turned.get(node) ?? {};
    const [source, shown] = known[attribute] ?? [];
    const was = shown && now.startsWith(shown) ? source + now.slice(shown.length) : now;
    const wanted = other ? (!attribute && node.parentElement?.dataset?.respelled) || respell(was) : was;
    if (wanted !== was) turned.set(node, {...known, [attribute]: [was, wanted]});
    if (wanted === now) return;
    if (attribute) node.setAttribute(attribute, wanted); else node.data = wanted;
  }

  const isOwn = lang => lang === code || lang === tag;

  function walk(node, own) {
    if (node.nodeType === Node.TEXT_NODE && own) turn(node);
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches(KEPT)) return;
    const lang = node.getAttribute("lang");
    if (lang !== null) own = isOwn(lang);
    if (own && lang) node.setAttribute("lang", other ? tag : code);
    if (own) for (const name of ATTRIBUTES) if (node.hasAttribute(name)) turn(node, name);
    for (const child of node.childNodes) walk(child, own);
  }

  function changed({type, target, addedNodes, attributeName}) {
    const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
    if (!element || element.closest(KEPT) || !isOwn(element.closest("[lang]")?.getAttribute("lang"))) return;
    if (type === "attributes" && element.hasAttribute(attributeName)) turn(element, attributeName);
    if (type === "characterData") turn(target);
    for (const node of addedNodes) walk(node, true);
  }

  const observer = new MutationObserver(records => records.forEach(changed));

  function show() {
    observer.disconnect();
    walk(document.documentElement, false);
    if (other) observer.observe(document, {subtree: true, childList: true, characterData: true, attributeFilter: ATTRIBUTES});
  }

  document.addEventListener("click", event => {
    if (!event.target.closest?.(".handbook-script")) return;
    other = !other;
    store();
    show();
  });
  addEventListener("pageshow", event => {
    if (event.persisted && other !== stored()) { other = !other; show(); }
  });
  if (other) show();
  return {respell, shown: text => other ? respell(text) : text};
})(DATA);
