"""Rules about drafts: what is left to write is listed, and only a draft may leave something."""

from collections.abc import Iterator

from ..languages.labels import UNTITLED
from ..languages.messages import Message, msg
from ..model.facts import PLACEHOLDER
from ..model.finding import Finding, Place
from ..model.handbook import Handbook


def todo(handbook: Handbook) -> Iterator[Finding]:
    """A page whose entry in `facts/` says `draft: true` may leave something to write; any other is whole.

    Bad: `<!-- handbook/todo What it is for. -->` on a page that is no draft. Good: the text itself.
    """
    for page in handbook.pages.values():
        marks = [mark for mark in page.outline.markers if mark.name == PLACEHOLDER]
        if not marks and page.title == UNTITLED[page.kind].format(name="{name}").in_language(page.language):
            head = page.at(next((heading.line for heading in page.outline.headings), 1))
            untitled = Finding(head, "todo", msg("The page has no title yet."), msg("Write it into the heading."))
            yield untitled.as_todo_if(handbook.facts.is_draft(page.path))
        for mark in marks:
            what = (mark.argument or "").rstrip(".") or msg("a text")
            said = msg("Still to write: {what}.", what=what)
            yield _left(page.at(mark.line), said, handbook.facts.is_draft(page.path))
    for file in ("roles", "responsibilities", "guides"):
        for id_, entry in getattr(handbook.facts, file).items():
            if entry.draft:
                yield Finding(
                    handbook.facts.place(file, id_, "draft"),
                    "todo",
                    msg("“{id}” is a draft.", id=id_),
                    msg("Remove “draft: true” when nothing else is left to write."),
                    "warning",
                )


def _left(place: Place, said: Message, draft: bool) -> Finding:
    if draft:
        return Finding(place, "todo", said, msg("Write it and delete this line."), "warning")
    advice = msg(
        "Write it and delete this line, or say “draft: true” where {files} tells of this page.", files="facts/"
    )
    return Finding(place, "todo", said, advice)
