"""Rules about drafts: texts that are still to be written are listed, and only a draft may have any."""

from collections.abc import Iterator

from ..languages.labels import UNTITLED
from ..languages.messages import Message, msg
from ..model.facts import PLACEHOLDER
from ..model.finding import Finding, Place
from ..model.handbook import Handbook
from ..model.page import Page


def todo(handbook: Handbook) -> Iterator[Finding]:
    """A page may contain placeholders only while its entry in `facts/` says `draft: true`.

    Bad: `<!-- handbook/todo What it is for. -->` on a page that is no draft. Good: the text itself.
    """
    for page in handbook.pages.values():
        draft = handbook.facts.is_draft(page.path)
        placeholders = [marker for marker in page.outline.markers if marker.name == PLACEHOLDER]
        if not placeholders and _untitled(page):
            place = page.at(next((heading.line for heading in page.outline.headings), 1))
            finding = Finding(place, "todo", msg("The page has no title yet."), msg("Write it into the heading."))
            yield finding.as_todo_if(draft)
        for marker in placeholders:
            what = (marker.argument or "").rstrip(".") or msg("a text")
            yield _placeholder(page.at(marker.line), msg("Still to write: {what}.", what=what), draft)
    yield from _drafts(handbook)


def _untitled(page: Page) -> bool:
    return page.title == UNTITLED[page.kind].format(name="{name}").in_language(page.language)


def _placeholder(place: Place, message: Message, draft: bool) -> Finding:
    if draft:
        return Finding(place, "todo", message, msg("Write it and delete this line."), "warning")
    advice = msg("Write it and delete this line, or write “draft: true” for this page in {files}.", files="facts/")
    return Finding(place, "todo", message, advice)


def _drafts(handbook: Handbook) -> Iterator[Finding]:
    for file in ("roles", "responsibilities", "guides"):
        for id_, entry in getattr(handbook.facts, file).items():
            if entry.draft:
                place, message = handbook.facts.place(file, id_, "draft"), msg("“{id}” is a draft.", id=id_)
                advice = msg("Remove “draft: true” when nothing else is left to write.")
                yield Finding(place, "todo", message, advice, "warning")
