/* Narrows a list as the reader types, with the engine of the search box: in either script, in every form of a word,
   with typing mistakes, by all other names. It is the table in the frame, or the sections and lists that follow it.
   Without this script the page shows everything. */
document.querySelectorAll(".handbook-filter").forEach(frame => {
  const label = document.createElement("label")
  label.className = "handbook-filter__label"
  label.textContent = frame.dataset.prompt
  const box = document.createElement("input")
  box.type = "search"
  const count = document.createElement("output")
  label.append(box, count)
  frame.prepend(label)

  const plain = heading => {
    const copy = heading.cloneNode(true)
    copy.querySelectorAll(".headerlink").forEach(link => link.remove())
    return copy.textContent.trim()
  }

  // The entries of the list: a title, and what is shown of it.
  const rows = [...frame.querySelectorAll("tbody tr")]
  const entries = rows.map(row => ({ title: row.querySelector("strong").textContent, shown: [row] }))
  const groups = []
  const start = frame.nextElementSibling ? frame : frame.parentNode
  for (let next = start.nextElementSibling; !rows.length && next; next = next.nextElementSibling) {
    if (next.tagName === "H2") {
      entries.push({ title: plain(next), shown: [next] })
      groups.push({ heading: next, items: [] })
    } else if (groups.length && next.tagName === "UL") {
      if (entries.at(-1).shown[0] === groups.at(-1).heading) entries.pop()
      const items = [...next.children].map(item => ({ title: item.textContent, shown: [item] }))
      groups.at(-1).items.push(...items)
      entries.push(...items)
    } else if (groups.length) entries.at(-1).shown.push(next)
  }

  let engine
  const ready = () => engine ??= window.handbookSearchReady().then(({ docs }) => {
    const key = title => handbookSearch.fold(title)
    const names = new Map(docs.filter(doc => doc.names).map(doc => [key(doc.heading), doc.names]))
    return handbookSearch.engine(entries.map(({ title, shown }, location) => {
      const text = shown.map(one => one.textContent).join(" ")
      return { location: `${location}`, title, text, names: names.get(key(title)), answer: [] }
    }))
  })

  // What was typed on the front page.
  const asked = new URL(location.href).searchParams.get("q")
  if (asked && rows.length) setTimeout(() => {
    box.value = asked
    box.dispatchEvent(new Event("input"))
  })

  box.addEventListener("focus", ready)
  box.addEventListener("input", async () => {
    const query = box.value.trim(), found = query ? (await ready()).find(query).results : []
    if (query !== box.value.trim()) return
    const left = new Map(found.map(({ doc }, place) => [entries[doc.location], place]))
    const hide = (one, hidden) => { one.hidden = hidden }
    const gone = entry => left.size > 0 && !left.has(entry)
    entries.forEach(entry => entry.shown.forEach(one => hide(one, gone(entry))))
    groups.forEach(({ heading, items }) => {
      const list = items[0]?.shown[0].parentNode // where it is now: another script may have another order
      if (list) for (const one of [heading, list]) hide(one, [...list.children].every(item => item.hidden))
    })
    const order = row => left.get(row) ?? entries.length + entries.indexOf(row)
    if (rows.length) rows[0].parentNode.append(...[...entries].sort((one, other) => order(one) - order(other)).flatMap(({ shown }) => shown))
    count.textContent = query ? `${left.size} / ${entries.length}` : ""
  })
})
