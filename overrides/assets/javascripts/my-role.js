/* My role: chosen once from a list and kept on this device, where the browser keeps anything. It marks the role's column
   of the matrix, narrows lists to what the role takes part in, and leads to its page from the front page. */
{
  const KEY = "handbook-role"
  document.querySelectorAll(".handbook-part:has(.handbook-my-role) ~ .handbook-part > .handbook-my-role").forEach(list => list.remove())
  const lists = [...document.querySelectorAll(".handbook-my-role select")]
  const rows = [...document.querySelectorAll("[data-roles]")].map(mark => [mark.closest("tr, li"), mark.dataset.roles.split(" ")])

  // A head of a table with the cells below it; any other element alone.
  const column = head => head.matches("th") ? [...head.closest("table").rows].flatMap(row => row.cells[head.cellIndex] ?? []) : [head]

  function show(role) {
    for (const list of lists) list.value = role
    if (lists.some(list => list.selectedIndex < 0)) return show("") // a role that there no longer is
    for (const [row, roles] of rows) row.hidden = Boolean(role) && !roles.includes(role)
    for (const cell of document.querySelectorAll(".mine")) cell.classList.remove("mine")
    if (role) for (const mark of document.querySelectorAll(`.by-${role}:not(td), [href="#only-by-${role}"]`)) {
      for (const cell of column(mark)) cell.classList.add("mine")
    }
    const left = rows.filter(([row]) => !row.hidden).length
    for (const list of lists) {
      const frame = list.closest(".handbook-my-role"), links = frame.querySelector("ul")
      frame.querySelector("output").textContent = role && rows.length ? `${left} / ${rows.length}` : ""
      if (links) links.hidden = !role
      for (const link of frame.querySelectorAll("[data-of-role]")) link.href = list.selectedOptions[0].dataset.href + link.dataset.ofRole
    }
  }

  for (const list of lists) list.addEventListener("change", () => {
    try { localStorage.setItem(KEY, list.value) } catch { /* the choice ends with the page */ }
    show(list.value)
  })
  let chosen = ""
  try { chosen = localStorage.getItem(KEY) ?? "" } catch { /* nothing is kept */ }
  show(chosen)
}
