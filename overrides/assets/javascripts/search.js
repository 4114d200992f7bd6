/* The search box. The engine and the index of the page's language load when a reader turns to the box, not before.
   `handbookSearchReady` gives both to the filters of other pages. */
{
  const frame = document.querySelector("[data-handbook-search]")
  const base = new URL(frame?.dataset.handbookSearch ?? ".", document.baseURI)
  const toggle = document.getElementById("__search")
  const box = frame?.querySelector("input")
  const status = frame?.querySelector("[role=status]")
  const list = frame?.querySelector("ol")
  const idle = status?.textContent
  let loaded, latest = 0

  const script = path => new Promise((done, failed) => {
    const element = document.createElement("script")
    document.head.append(Object.assign(element, { src: new URL(path, base), onload: done, onerror: failed }))
  })
  const local = location.protocol === "file:"
  const index = () => local
    ? script("search/search_index.js").then(() => window.__index)
    : fetch(new URL("search/search_index.json", base)).then(answer => answer.json())

  window.handbookSearchReady = () => loaded ??= Promise.all([index(), script("search/engine.js")])
    .then(([data]) => ({ ...data, engine: handbookSearch.engine(data.docs) }))
    .catch(fault => { loaded = undefined; throw fault })

  const said = (text, gaps) => text.replace(/\{(\w+)\}/g, (_, name) => gaps[name])
  const element = (name, className, ...inside) => {
    const made = document.createElement(name)
    made.className = className
    made.append(...inside)
    return made
  }

  // A text with the words that were found marked.
  const marked = (text, words) => text.split(/([\p{L}\p{M}\p{N}]+)/u)
    .map(part => words.has(part) ? element("mark", "", part) : part)

  // Some text around the first word that was found.
  function teaser(text, words) {
    const all = text.replace(/\s+/g, " ").trim()
    const [first = ""] = words
    const at = Math.max(0, all.indexOf(first) - 60)
    const start = at && all.indexOf(" ", at) + 1
    return (start ? "… " : "") + all.slice(start, start + 220)
  }

  function address(doc, words) {
    const link = new URL(doc.location, base)
    const shown = [...new Set([...words].map(word => word.toLowerCase()))].slice(0, 12)
    if (shown.length && !doc.answer) link.searchParams.set("h", shown.join(" "))
    return link.href
  }

  function item({ entry, doc, name }, found, labels, number) {
    const words = new Set(found.marked([doc.title, name?.name, doc.plain].join(" ")))
    const page = entry.docs[0]
    const heading = doc === page ? page.heading : `${page.heading} › ${doc.heading}`
    const title = element("span", "handbook-found__title", ...marked(heading, words))
    const inside = [title]
    if (name && name.name !== name.doc.heading)
      inside.push(element("span", "handbook-found__why", `${labels.also}: `, ...marked(name.name, words)))
    const text = !doc.answer?.length && teaser(doc.plain, new Set(found.marked(doc.plain)))
    if (text) inside.push(element("span", "handbook-found__text", ...marked(text, words)))
    const link = element("a", "md-search-result__link", element("div", "md-search-result__article md-typeset", ...inside))
    link.href = address(doc, words)
    const row = element("li", `md-search-result__item${entry.answer ? " handbook-found--answer" : ""}`, link)
    if (doc.answer?.length) row.append(element("p", "handbook-found__roles", `${labels.whom}: `, ...links(doc.answer)))
    if (page.people) row.append(element("p", "handbook-found__roles", ...people(page.people).slice(1)))
    return row
  }

  const link = (href, text) => {
    const made = element("a", "", text)
    made.href = href
    return made
  }

  // The people who hold a role, each after a separator: the name, and links to write and to call.
  const people = some => some.flatMap(([name, ways]) => [" · ", name, ...ways.flatMap(([href, text]) => [" ", link(href, text)])])

  const links = some => some.flatMap(([path, text, holders = []], n) =>
    [...(n ? [some.some(one => one[2]?.length) ? ", " : " · "] : []), link(new URL(path, base).href, text), ...people(holders)])

  function help(data, query, near) {
    const row = element("li", "handbook-found__help")
    if (near.length) {
      const names = links(near.map(doc => [doc.location, doc.heading]))
      row.append(element("p", "", `${data.labels.near} `, ...names))
    }
    row.append(`${data.labels.help} `, ...links(data.help))
    const report = document.querySelector(".handbook-foot__wrong a")
    if (report) {
      const link = element("a", "", data.labels.report)
      link.href = report.href + encodeURIComponent(query)
      row.append(" · ", link)
    }
    return row
  }

  async function search() {
    const query = box.value.trim(), turn = ++latest
    if (!query) {
      list.replaceChildren()
      status.textContent = idle
      status.dataset.query = query
      return
    }
    const data = await handbookSearchReady()
    if (turn !== latest) return
    const found = data.engine.find(box.value), { labels } = data
    list.replaceChildren(...found.results.map((one, n) => item(one, found, labels, n)))
    const notes = found.instead.map(([typed, word]) => said(labels.instead, { typed, word }))
    const count = found.results.length
    if (!count) list.append(help(data, query, found.near))
    status.textContent = [said(count ? labels.found : labels.nothing, { number: count, query }), ...notes].join(" ")
    status.dataset.query = query
  }

  const open = () => toggle.checked || toggle.click()
  const close = () => {
    if (toggle.checked) toggle.click()
    const button = document.querySelector("button[data-opens=search]")
    button?.checkVisibility() ? button.focus() : box.blur()
  }
  const places = () => [box, ...list.querySelectorAll("a")]

  function step(event) {
    const all = places(), at = all.indexOf(document.activeElement)
    const main = all.filter(one => one === box || one.matches(".md-search-result__link"))
    const on = main.indexOf(document.activeElement)
    const to = { ArrowDown: main[on + 1], ArrowUp: main[on - 1] }[event.key]
      ?? (event.key === "Tab" && (event.shiftKey ? at === 0 && all.at(-1) : at === all.length - 1 && box))
    if (event.key === "Tab" && all.length === 1) return toggle.click() // nothing is found yet: the key goes on from the box
    if (event.key === "Escape") close()
    else if (to) to.focus()
    else return
    event.preventDefault()
  }

  if (frame) {
    const ready = () => handbookSearchReady().catch(() => {})
    toggle.addEventListener("change", () => { if (toggle.checked) { box.focus(); ready() } })
    box.addEventListener("focus", () => { open(); ready() })
    frame.addEventListener("pointerenter", ready, { once: true })
    box.addEventListener("input", search)
    frame.addEventListener("keydown", event => { if (toggle.checked) step(event) })
    frame.querySelector("form").addEventListener("reset", () => setTimeout(() => { search(); box.focus() }))
    frame.querySelector("form").addEventListener("submit", event => {
      event.preventDefault()
      search().then(() => list.querySelector("a")?.click())
    })
    document.addEventListener("keydown", event => {
      const typing = event.target.closest?.("input, textarea, select, [contenteditable]")
      if (typing || event.ctrlKey || event.metaKey || event.altKey || !["/", "s", "f"].includes(event.key)) return
      open()
      box.focus()
      event.preventDefault()
    })
  }

  // Mark the words by which a page was found.
  const shown = self.handbookScript?.shown ?? (text => text)
  const wanted = new Set(shown(new URL(location.href).searchParams.get("h") ?? "").split(" ").filter(Boolean))
  const article = wanted.size && document.querySelector("article")
  if (article) {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT), texts = []
    while (walker.nextNode()) texts.push(walker.currentNode)
    for (const text of texts) {
      const parts = text.data.split(/([\p{L}\p{M}\p{N}]+)/u)
      if (text.parentElement.closest("svg, script, style") || !parts.some(part => wanted.has(part.toLowerCase()))) continue
      text.replaceWith(...parts.map(part => wanted.has(part.toLowerCase()) ? element("mark", "", part) : part))
    }
  }
}
