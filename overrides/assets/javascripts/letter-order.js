/* The list of all names in the order of the letters in which it is read: in the other script of the language it has that
   script's letters and order. Without this script it keeps the order of its own. */
{
  const groups = [...document.querySelectorAll("article h2[id^=letter-]")].map(heading => {
    const list = heading.nextElementSibling
    return { heading, list, items: [...list.children] }
  })
  const home = groups[0].heading.parentNode, end = groups.at(-1).list.nextSibling
  const letter = ({ heading }) => heading.firstChild.data.trim()

  // The links to the letters: above the list, where those of another script have a line of their own, and in the contents.
  const named = bar => bar.querySelector("a[href^='#letter-']")
  const lines = [...home.querySelectorAll("p")].filter(named), contents = [...document.querySelectorAll(".handbook-contents ul")].filter(named)
  const bars = [...lines, ...contents].map(bar => ({ bar, nodes: [...bar.childNodes] }))
  const links = new Map([...lines, ...contents].flatMap(bar => [...bar.children]).map(part => [part.querySelector("a") ?? part, part]))
  const partsIn = (kind, shown) => shown.flatMap(({ heading }) =>
    [...links].filter(([link, part]) => part.matches(kind) && link.hash === `#${heading.id}`).map(([, part]) => part))

  // One group for each letter of the other script: names in Latin letters have groups of their own in Cyrillic order.
  function merged(compare) {
    const found = new Map()
    for (const group of groups) {
      const items = [...found.get(letter(group))?.items ?? [], ...group.items]
      found.set(letter(group), { ...found.get(letter(group)) ?? group, items })
    }
    for (const { items } of found.values()) items.sort((one, other) => compare(one.textContent, other.textContent))
    return [...found.values()].sort((one, other) => compare(letter(one), letter(other)))
  }

  function arrange() {
    const { lang, classList } = document.documentElement, turned = lang.includes("-")
    if (classList.contains("beside")) return // the sections stand beside those of the other language
    const shown = turned ? merged(new Intl.Collator(lang).compare) : groups
    for (const { heading, list } of groups) heading.remove(), list.remove()
    for (const { heading, list, items } of shown) {
      list.replaceChildren(...items)
      home.insertBefore(heading, end)
      home.insertBefore(list, end)
    }
    for (const { bar, nodes } of bars) bar.replaceChildren(...nodes)
    lines.forEach((line, at) => { line.hidden = turned && at > 0 })
    if (!turned) return
    lines[0].replaceChildren(...partsIn("a", shown).flatMap((part, at) => at ? [" \u00b7 ", part] : [part]))
    for (const list of contents) list.replaceChildren(...partsIn("li", shown))
  }

  new MutationObserver(arrange).observe(document.documentElement, { attributeFilter: ["lang", "class"] })
  if (document.documentElement.lang.includes("-")) arrange()
}
