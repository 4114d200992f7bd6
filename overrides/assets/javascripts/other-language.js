/* On a wide screen the sections of the other language can stand beside these, paired by anchor. Both pages have the
   same anchors. `frame.js` loads this where there is room for it. */
{
  const link = document.querySelector(".handbook-language"), button = document.querySelector(".handbook-beside")
  const article = document.querySelector("article")
  const kept = { get: () => { try { return sessionStorage.getItem("handbook-beside") } catch { return null } },
    set: on => { try { sessionStorage.setItem("handbook-beside", on ? "on" : "") } catch { /* it ends with the page */ } } }

  // The pieces of an article: what stands above its first section, then each section with its heading. Generated parts
  // with headings of their own are opened; `opened` says what was in them.
  function pieces(article, opened = []) {
    const found = new Map([["", []]])
    let last = ""
    for (const node of [...article.childNodes].flatMap(node => {
      if (!node.matches?.(".handbook-part:has(> :is(h2, h3)[id])")) return [node]
      opened.push([node, [...node.childNodes]])
      return [...node.childNodes]
    })) {
      if (node.matches?.(":is(h2, h3)[id]")) found.set(last = node.id, [])
      found.get(last).push(node)
    }
    return found
  }

  // The article of the other page, with addresses that hold here and without ids and what only works on its own page.
  async function other() {
    const answer = await fetch(link.href)
    if (!answer.ok) throw new Error(answer.statusText)
    const page = new DOMParser().parseFromString(await answer.text(), "text/html")
    const found = page.querySelector("article"), base = answer.url.replace(/#.*/, "")
    for (const one of found.querySelectorAll("script, style, .handbook-choices, .headerlink, .md-content__button, .handbook-foot, i[id]")) one.remove()
    for (const one of found.querySelectorAll("[role=search]")) one.removeAttribute("role") // one landmark of a kind
    for (const one of found.querySelectorAll("[href]")) one.setAttribute("href", new URL(one.getAttribute("href"), base).href)
    for (const one of found.querySelectorAll("[src]")) one.setAttribute("src", new URL(one.getAttribute("src"), base).href)
    return found
  }

  const element = (className, ...inside) => {
    const made = document.createElement("div")
    made.className = className
    made.append(...inside)
    return made
  }

  let before
  async function show() {
    const theirs = pieces(await other()), opened = [], all = [...article.childNodes], ours = pieces(article, opened)
    if (link.dataset.script && !self.handbookScript) {
      document.head.append(Object.assign(document.createElement("script"), { src: link.dataset.script }))
    }
    before = () => {
      for (const [part, nodes] of opened) part.replaceChildren(...nodes)
      article.replaceChildren(...all)
    }
    article.replaceChildren(...[...new Set([...ours.keys(), ...theirs.keys()])].map(id => {
      const there = element("handbook-there", ...(theirs.get(id) ?? []))
      there.lang = link.hreflang
      for (const one of there.querySelectorAll("[id]")) one.id = `there-${one.id}`
      for (const name of ["aria-labelledby", "aria-describedby"]) {
        for (const one of there.querySelectorAll(`[${name}]`)) one.setAttribute(name, one.getAttribute(name).replace(/\S+/g, "there-$&"))
      }
      return element("handbook-pair", element("handbook-here", ...(ours.get(id) ?? [])), there)
    }))
  }

  async function turn(on) {
    const place = self.handbookPlace()
    try {
      if (on) await show()
      else before?.()
    } catch { on = false } // the other page cannot be read now
    document.documentElement.classList.toggle("beside", on)
    button.setAttribute("aria-pressed", String(on))
    kept.set(on)
    if (place) document.getElementById(decodeURIComponent(place.slice(1)))?.scrollIntoView()
  }

  if (button && link && article) {
    button.addEventListener("click", () => turn(button.getAttribute("aria-pressed") !== "true"))
    if (kept.get() && matchMedia("(min-width: 76.25em)").matches) turn(true)
  }
}
