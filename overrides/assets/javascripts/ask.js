/* Filters the questions of "Who do I ask?" as the reader types, in either script, with or without diacritics.
   Without this script the page shows every question. The mapping of letters is in the page's `data-letters`. */
document.querySelectorAll(".handbook-ask").forEach(frame => {
  const letters = JSON.parse(frame.dataset.letters)
  const fold = text => Array.from(text.toLowerCase(), sign => letters[sign] ?? sign).join("").replace(/dj/g, "d")
  const rows = Array.from(frame.querySelectorAll("tbody tr"), row => ({ row, text: fold(row.textContent) }))

  const label = document.createElement("label")
  label.className = "handbook-ask__label"
  label.textContent = frame.dataset.label
  const box = document.createElement("input")
  box.type = "search"
  const count = document.createElement("output")
  label.append(box, count)
  frame.prepend(label)

  box.addEventListener("input", () => {
    const words = fold(box.value).split(/\s+/).filter(Boolean)
    let left = 0
    for (const { row, text } of rows) {
      row.hidden = !words.every(word => text.includes(word))
      left += !row.hidden
    }
    count.textContent = words.length ? `${left} / ${rows.length}` : ""
  })
})
