/* Takes the text a reader has selected along into the report of a mistake; without this script it is typed there.
   The address of the report ends where that text goes. A selection is forgotten a moment after it is gone, for the
   press on the link takes it away first. */
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
