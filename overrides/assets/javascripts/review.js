/* Shows the note for editors on a page whose review is overdue, and adds today's day to the line that closes it. A built
   page does not depend on the day of the build, so the day is compared here. */
{
  const note = document.querySelector(".handbook-foot__review")
  const now = new Date()
  const today = new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10) // in the reader's time zone

  if (note && note.querySelector("time").dateTime < today) {
    note.querySelector(".handbook-foot__today").textContent = today
    note.hidden = false
  }
}
