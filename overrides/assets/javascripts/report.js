/* Adds the text that a reader has selected to the link that reports a mistake; the link ends where that text goes.
   A cleared selection is kept for another second, because a click on the link clears it first. */
{
  const LONGEST = 500
  const link = document.querySelector(".handbook-foot__wrong a")
  const article = link?.closest("article")
  const start = link?.href
  let timer

  document.addEventListener("selectionchange", () => {
    const selection = getSelection()
    const here = article?.contains(selection.anchorNode) && !link.contains(selection.anchorNode)
    const said = here ? String(selection).trim() : ""
    const short = said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said
    clearTimeout(timer)
    timer = setTimeout(() => { if (link) link.href = start + encodeURIComponent(short) }, said ? 0 : 1000)
  })
}
