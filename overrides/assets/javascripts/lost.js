/* Moves the text in the language of a wrong address to the top of the 404 page. */
for (const text of document.querySelectorAll("[data-lost]")) {
  if (text.dataset.lost && location.pathname.startsWith(text.dataset.lost)) text.parentNode.prepend(text)
}
