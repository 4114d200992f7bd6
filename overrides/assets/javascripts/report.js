/* Adds the text that a reader has selected to the links that report a mistake; each link ends where that text goes.
   A cleared selection is kept for another second, because a click on a link clears it first. */
{
  const LONGEST = 500
  const links = [...document.querySelectorAll(".handbook-foot__wrong a")].map((link) => ({ link, start: link.href }))
  const article = links[0]?.link.closest("article")
  let timer

  document.addEventListener("selectionchange", () => {
    const selection = getSelection()
    const here = article?.contains(selection.anchorNode) && !links.some(({ link }) => link.contains(selection.anchorNode))
    const said = here ? String(selection).trim() : ""
    const short = said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said
    clearTimeout(timer)
    timer = setTimeout(() => {
      for (const { link, start } of links) link.href = start + encodeURIComponent(short)
    }, said ? 0 : 1000)
  })
}
