"""Puts the generated parts where the author marked their place, as Markdown, before rendering."""

from ..model.document import Marker
from ..model.page import Page
from ..reading.markdown import lone_markers
from .backlinks import backlinks
from .context import PageContext
from .edit_links import marks
from .index import PageIndex
from .notices import banner
from .parts import renderer


def compose(text: str, page_index: PageIndex, path: str, marked: bool = False) -> str:
    """The Markdown of a page (front matter removed) with its generated parts, after them its backlinks.

    Above them stands a banner where its translation is behind. If `marked`, a comment behind each part says
    where in `facts/` it comes from (`edit_links.py`).

    A marker without a part stays as it is: an invisible comment, and a finding of the check.
    """
    context = PageContext(page_index.handbook, page_index.language, path, page_index.folders)
    head = _framed(banner(context, page_index.owed.get(path, ())))
    footer = _framed(backlinks(context, page_index.mentioned_in.get(path, ())))
    return f"{head}{_with_parts(text, context, marked).rstrip()}\n{footer}"


def parts(page_index: PageIndex, page: Page) -> tuple[str, ...]:
    """Everything that is generated into a page: its banner, its parts in their order, its backlinks."""
    context = PageContext(page_index.handbook, page_index.language, page.path, page_index.folders)
    lone = ((renderer(mark.name), mark.argument) for mark in page.outline.markers if mark.alone)
    rendered = (render(context, argument) for render, argument in lone if render)
    return (
        banner(context, page_index.owed.get(page.path, ())),
        *rendered,
        backlinks(context, page_index.mentioned_in.get(page.path, ())),
    )


def _with_parts(text: str, context: PageContext, marked: bool) -> str:
    if "handbook/" not in text:
        return text
    lines = text.split("\n")
    for mark in lone_markers(text):
        lines[mark.line - 1] = _part(context, mark, lines[mark.line - 1], marked)
    return "\n".join(lines)


def _part(context: PageContext, mark: Marker, line: str, marked: bool) -> str:
    if render := renderer(mark.name):
        part = render(context, mark.argument)
        return _framed(f"{part}\n\n{marks(context, mark.name)}" if part and marked else part)
    return line


def _framed(part: str) -> str:
    """A generated part in a frame by which the mention linker knows it: it has its links already."""
    return f'\n<div class="handbook-woven" markdown>\n\n{part}\n\n</div>\n' if part else ""
