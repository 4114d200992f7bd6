/* Shows the findings of each page in a preview. Included by `make serve` only, never in a published site.
   The texts come from hooks/handbook/checks/reports/panel.py. */
(async () => {
  const root = new URL("../../", document.currentScript.src)
  const [language] = document.documentElement.lang.split("-")
  const answer = await fetch(new URL("preview/findings.json", root), { cache: "no-store" })
  const { everywhere, pages } = (await answer.json())[language] ?? { everywhere: [], pages: {} }
  const here = Object.keys(pages).find(address => new URL(address, root).pathname === location.pathname)
  const groups = [...everywhere, ...(pages[here] ?? [])]
  if (!groups.length) return

  const make = (tag, name, ...inside) => {
    const element = document.createElement(tag)
    element.className = `handbook-panel__${name}`
    element.append(...inside)
    return element
  }
  const item = ({ severity, kind, place, text, rule }) => make("li", severity,
    make("b", "kind", kind), " ", make("span", "place", place), make("span", "text", text),
    ...(rule ? [" ", make("span", "rule", `[${rule}]`)] : []))

  const panel = document.createElement("aside")
  const summary = make("summary", "summary", groups.map(group => group.title).join(" · "))
  const details = make("details", "details", summary, make("div", "inside", ...groups.flatMap(group =>
    [make("p", "title", group.title), make("ul", "list", ...group.findings.map(item))])))
  panel.className = "handbook-panel"
  panel.lang = language
  panel.setAttribute("aria-label", summary.textContent)
  panel.toggleAttribute("data-errors", groups.some(group => group.findings.some(one => one.severity === "error")))

  const chosen = sessionStorage.getItem("handbook-panel")
  details.open = everywhere.length > 0 || (chosen ? chosen === "open" : matchMedia("(min-width: 76.25em)").matches)
  summary.addEventListener("click", () => sessionStorage.setItem("handbook-panel", details.open ? "closed" : "open"))
  details.addEventListener("keydown", event => {
    if (event.key === "Escape" && details.open) summary.focus(), summary.click()
  })
  panel.append(details)
  document.body.append(panel)
})()
