/* Sets the colour scheme before anything is painted: the one that the reader chose here, else that of the system. */
{
  let chosen
  try { chosen = localStorage.getItem("handbook-scheme") } catch { /* a browser may keep nothing */ }
  const dark = chosen ? chosen === "slate" : matchMedia("(prefers-color-scheme: dark)").matches
  document.body.dataset.mdColorScheme = dark ? "slate" : "default"
  document.documentElement.className = "js"
}
