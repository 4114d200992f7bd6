/* Filters the questions of "Who do I ask?" as the reader types, with the engine of the search box: in either script,
   in every form of a word, with typing mistakes, by all other ways to say them. Without it the page shows all. */
document.querySelectorAll(".handbook-ask").forEach(frame => {
  const rows = Array.from(frame.querySelectorAll("tbody tr"))
  const label = document.createElement("label")
  label.className = "handbook-ask__label"
  label.textContent = frame.dataset.label
  const box = document.createElement("input")
  box.type = "search"
  const count = document.createElement("output")
  label.append(box, count)
  frame.prepend(label)
  let engine

  // The rows as documents of an engine of their own: what the index knows of their questions, and what they show.
  const ready = () => engine ??= window.handbookSearchReady().then(({ docs }) => {
    const names = new Map(docs.filter(doc => doc.answer).map(doc => [handbookSearch.fold(doc.heading), doc.names]))
    return handbookSearch.engine(rows.map((row, location) => {
      const title = row.querySelector("strong").textContent
      return { location: `${location}`, title, text: row.textContent, names: names.get(handbookSearch.fold(title)), answer: [] }
    }))
  })

  box.addEventListener("focus", ready)
  box.addEventListener("input", async () => {
    const query = box.value.trim(), found = query ? (await ready()).find(query).results : []
    if (query !== box.value.trim()) return
    const left = new Map(found.map(({ doc }, place) => [rows[doc.location], place]))
    rows.forEach(row => { row.hidden = left.size > 0 && !left.has(row) })
    const order = row => left.get(row) ?? rows.length + rows.indexOf(row)
    rows[0]?.parentNode.append(...[...rows].sort((one, other) => order(one) - order(other)))
    count.textContent = query ? `${left.size} / ${rows.length}` : ""
  })
})
