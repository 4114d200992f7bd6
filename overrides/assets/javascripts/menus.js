/* The drawer and the bar with the contents of the page, by keyboard too. Both also open and close without it. */
{
  // The labels in the header that open the drawer and the search box become buttons, which the keyboard reaches.
  for (const label of document.querySelectorAll("label[data-opens]")) {
    const toggle = document.getElementById(label.htmlFor), button = document.createElement("button")
    const tell = () => button.setAttribute("aria-expanded", toggle.checked)
    Object.assign(button, { type: "button", className: label.className, title: label.title })
    button.setAttribute("aria-label", label.title)
    button.dataset.opens = label.dataset.opens
    button.append(...label.childNodes)
    button.addEventListener("click", () => toggle.click())
    toggle.addEventListener("change", tell)
    label.replaceWith(button)
    tell()
  }

  const drawer = document.getElementById("__drawer"), search = document.getElementById("__search")
  const covered = document.querySelectorAll(".md-tabs, .md-content, .md-sidebar--secondary, .md-footer")

  // The open drawer takes the focus; it and the open search keep it from what they cover.
  const cover = () => covered.forEach(part => { part.inert = drawer.checked || search.checked })
  search.addEventListener("change", cover)
  drawer.addEventListener("change", () => {
    cover()
    if (drawer.checked) document.querySelector(".handbook-nav :is(summary, a)")?.focus()
  })

  const bar = document.querySelector(".handbook-contents")
  const now = bar?.querySelector(".handbook-contents__now")
  const links = new Map(Array.from(bar?.querySelectorAll("a") ?? [], link => [decodeURIComponent(link.hash.slice(1)), link]))
  const headings = Array.from(links.keys(), id => document.getElementById(id)).filter(Boolean)

  // The bar names the last section that has begun above the upper third of the window.
  const name = () => {
    const begun = headings.filter(heading => heading.getBoundingClientRect().top < innerHeight / 3).at(-1)
    for (const [id, link] of links) id === begun?.id ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current")
    now.textContent = links.get(begun?.id)?.textContent ?? ""
  }
  if (bar) {
    addEventListener("scroll", name, { passive: true })
    name()
    bar.addEventListener("toggle", () => { bar.parentNode.querySelector("article").inert = bar.open }) // it covers the text
    document.addEventListener("click", event => {
      if (!bar.contains(event.target) || event.target.closest("a")) bar.open = false
    })
  }

  document.addEventListener("keydown", event => {
    if (event.key !== "Escape") return
    if (drawer.checked) drawer.click(), document.querySelector("[data-opens=drawer]").focus()
    if (bar?.open) bar.open = false, bar.querySelector("summary").focus()
  })
}
