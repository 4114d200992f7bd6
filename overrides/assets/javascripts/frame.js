/* What surrounds a text: the switch of the colours, the place in the contents, the link to the other language,
   explanations of terms, printing.
   Without it all text can be read. */
{
  // Each button leaves one scheme for the other; the choice is kept on this device, where the browser keeps anything.
  const buttons = [...document.querySelectorAll(".handbook-scheme")]
  const show = () => buttons.forEach(button => { button.hidden = button.dataset.leaves !== document.body.dataset.mdColorScheme })
  buttons.forEach((button, at) => button.addEventListener("click", () => {
    const next = buttons[(at + 1) % buttons.length]
    document.body.dataset.mdColorScheme = next.dataset.leaves
    try { localStorage.setItem("handbook-scheme", next.dataset.leaves) } catch { /* the choice ends with the page */ }
    show()
    next.focus()
  }))
  show()

  // The contents mark the last section that has begun above the upper third of the window.
  const links = [...document.querySelectorAll(".md-nav--secondary a")]
  const headings = links.map(link => document.getElementById(decodeURIComponent(link.hash.slice(1))))
  const follow = () => {
    const begun = headings.findLastIndex(heading => heading?.getBoundingClientRect().top < innerHeight / 3)
    links.forEach((link, at) => at === begun ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current"))
  }
  let waits = false
  addEventListener("scroll", () => {
    if (!waits) requestAnimationFrame(() => { waits = false; follow() })
    waits = true
  }, { passive: true })
  follow()

  // Where the reader is: an address that names more than a heading, or the last section that has begun.
  self.handbookPlace = () => {
    const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (named && !named.matches("h1, h2, h3, h4")) return location.hash
    const sections = [...document.querySelectorAll("article :is(h2, h3)[id]")]
    const begun = sections.findLast(one => one.getBoundingClientRect().top < innerHeight / 3)
    return begun ? `#${begun.id}` : ""
  }

  // The link to the other language keeps the section. Both languages side by side need a wide screen, and so does their script.
  const other = document.querySelector(".handbook-language"), beside = document.querySelector(".handbook-beside")
  for (const kind of ["pointerdown", "click"]) other?.addEventListener(kind, () => { other.hash = self.handbookPlace() })
  const wide = matchMedia("(min-width: 76.25em)")
  const load = () => {
    if (!wide.matches || !beside?.dataset.script) return
    document.head.append(Object.assign(document.createElement("script"), { src: beside.dataset.script }))
    delete beside.dataset.script
  }
  wide.addEventListener("change", load)
  load()

  // The explanation of a term; Escape closes it, and the pointer can move onto it.
  const tip = document.createElement("div")
  tip.className = "handbook-tip"
  tip.id = "handbook-tip"
  tip.setAttribute("role", "tooltip")
  let term
  const close = () => {
    if (!term) return
    term.title = tip.textContent
    term.removeAttribute("aria-describedby")
    term = undefined
    tip.remove()
  }
  const open = ({ target }) => {
    const over = target.closest?.(".handbook-term[title], .handbook-tip")
    if (over === tip || (over ?? target.closest?.(".handbook-term")) === term && term) return
    close()
    if (!over) return
    term = over
    tip.textContent = term.title
    term.removeAttribute("title")
    term.setAttribute("aria-describedby", tip.id)
    document.body.append(tip)
    const { left, bottom } = term.getClientRects()[0]
    tip.style.left = `${Math.max(8, Math.min(left, document.documentElement.clientWidth - tip.offsetWidth - 8)) + scrollX}px`
    tip.style.top = `${bottom + scrollY}px`
  }
  document.addEventListener("pointerover", open)
  document.addEventListener("focusin", open)
  document.addEventListener("keydown", event => { if (event.key === "Escape") close() })

  // Folded parts are printed too. They open before the pages are counted, or else the last one would be lost.
  const unfold = printing => {
    const folded = printing ? "details:not([open])" : "details[data-folded]"
    document.querySelectorAll(`article ${folded}`).forEach(part => {
      part.open = printing
      part.toggleAttribute("data-folded", printing)
    })
  }
  addEventListener("beforeprint", () => unfold(true))
  addEventListener("afterprint", () => unfold(false))
  matchMedia("print").addEventListener("change", ({ matches }) => unfold(matches))
}
