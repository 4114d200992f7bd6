"""Puts the generated parts where the author marked their place, as Markdown, before rendering."""

from ..model.document import Marker
from ..model.page import Page
from ..reading.markdown import lone_markers
from .backlinks import backlinks
from .context import Stand
from .edit_links import marks
from .index import Loom
from .notices import banner
from .parts import VIEWS


def weave(text: str, loom: Loom, path: str, marked: bool = False) -> str:
    """The Markdown of a page (front matter removed) with its generated parts, after them its backlinks.

    Above them stands a banner where its translation is behind. If `marked`, a comment behind each part says
    where in `facts/` it comes from (`views/origins.py`).

    A marker that no view knows stays as it is: an invisible comment, and a finding of the check.
    """
    stand = Stand(loom.handbook, loom.language, path, loom.folders)
    head = _framed(banner(stand, loom.owed.get(path, ())))
    foot = _framed(backlinks(stand, loom.mentioned_in.get(path, ())))
    return f"{head}{_with_parts(text, stand, marked).rstrip()}\n{foot}"


def parts(loom: Loom, page: Page) -> tuple[str, ...]:
    """Everything that is generated into a page: its banner, its parts in their order, its backlinks."""
    stand, views = Stand(loom.handbook, loom.language, page.path, loom.folders), dict(VIEWS)
    lone = (mark for mark in page.outline.markers if mark.alone and mark.name in views)
    made = (views[mark.name](stand, mark.argument) for mark in lone)
    return (banner(stand, loom.owed.get(page.path, ())), *made, backlinks(stand, loom.mentioned_in.get(page.path, ())))


def _with_parts(text: str, stand: Stand, marked: bool) -> str:
    if "handbook/" not in text:
        return text
    lines = text.split("\n")
    for mark in lone_markers(text):
        lines[mark.line - 1] = _part(stand, mark, lines[mark.line - 1], marked)
    return "\n".join(lines)


def _part(stand: Stand, mark: Marker, line: str, marked: bool) -> str:
    if view := dict(VIEWS).get(mark.name):
        part = view(stand, mark.argument)
        return _framed(f"{part}\n\n{marks(stand, mark.name)}" if part and marked else part)
    return line


def _framed(part: str) -> str:
    """A generated part in a frame by which the mention linker knows it: it has its links already."""
    return f'\n<div class="handbook-woven" markdown>\n\n{part}\n\n</div>\n' if part else ""
