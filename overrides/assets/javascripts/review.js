/* Shows the note for editors on a page whose review is overdue, and adds today's day to the line that closes it. A built
   page does not depend on the day of the build, so the day is compared here. An editor is who has opened a page for
   editing in this browser; in a preview, everybody is. */
{
  const KEY = "handbook-editor"
  const note = document.querySelector(".handbook-foot__review")
  const now = new Date()
  const today = new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10) // in the reader's time zone
  let edits = note && "forAll" in note.dataset
  try { edits ||= localStorage.getItem(KEY) === "yes" } catch { /* a browser may keep nothing */ }

  if (note && edits && note.querySelector("time").dateTime < today) {
    note.querySelector(".handbook-foot__today").textContent = today
    note.hidden = false
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest(".md-content__button[rel=edit], .handbook-pencil")) {
      try { localStorage.setItem(KEY, "yes") } catch { /* nothing is kept */ }
    }
  })
}
