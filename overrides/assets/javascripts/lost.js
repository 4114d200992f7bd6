/* Moves the text in the language of a wrong address to the top of the 404 page, where its title becomes the title of the page. */
{
  const first = document.querySelector("[data-lost]")
  const meant = [...document.querySelectorAll("[data-lost]")]
    .find(text => text.dataset.lost && location.pathname.startsWith(text.dataset.lost))
  if (meant && meant !== first) {
    const [above, below] = [first, meant].map(text => text.firstElementChild)
    const words = [...below.childNodes]
    below.replaceWith(above.cloneNode())
    meant.firstElementChild.append(...words)
    const lower = below.cloneNode()
    lower.append(...above.childNodes)
    above.replaceWith(lower)
    first.before(meant)
  }
}
