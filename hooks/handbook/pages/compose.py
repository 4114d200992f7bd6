"""Replaces the markers of a page by their generated parts, as Markdown, before rendering."""

from ..model.document import Marker
from ..model.page import Page
from ..reading.markdown import lone_markers, title_end
from .backlinks import backlinks
from .context import PageContext
from .edit_links import source_comments
from .index import PageIndex
from .notices import banner
from .parts import renderer


def compose(text: str, page_index: PageIndex, path: str, with_sources: bool = False) -> str:
    """The Markdown of a page (without front matter) with its generated parts and, at the end, its backlinks.

    A banner follows the title if the translation is out of date; above it, MkDocs would not find the title. With
    `with_sources`, each part ends with comments that name its sources in `facts/` (see `edit_links.py`). A marker
    without a part is left as it is: an invisible comment, reported by the check.
    """
    context = PageContext(page_index.handbook, page_index.language, path, page_index.folders)
    head = _framed(banner(context, page_index.owed.get(path, ())))
    foot = _framed(backlinks(context, page_index.mentioned_in.get(path, ())))
    return f"{_with_parts(text, context, with_sources, head).rstrip()}\n{foot}"


def generated_parts(page_index: PageIndex, page: Page) -> tuple[str, ...]:
    """Everything that is generated into a page: its banner, its parts in order, its backlinks."""
    context = PageContext(page_index.handbook, page_index.language, page.path, page_index.folders)
    markers = ((renderer(marker.name), marker.argument) for marker in page.outline.markers if marker.alone)
    rendered = (render(context, argument) for render, argument in markers if render)
    return (
        banner(context, page_index.owed.get(page.path, ())),
        *rendered,
        backlinks(context, page_index.mentioned_in.get(page.path, ())),
    )


def _with_parts(text: str, context: PageContext, with_sources: bool, head: str) -> str:
    """The text with its parts, and with `head` below its title."""
    lines = text.split("\n")
    for marker in lone_markers(text) if "handbook/" in text else ():
        lines[marker.line - 1] = _part(context, marker, lines[marker.line - 1], with_sources)
    if head:
        lines.insert(title_end(text), head)
    return "\n".join(lines)


def _part(context: PageContext, marker: Marker, line: str, with_sources: bool) -> str:
    if render := renderer(marker.name):
        part = render(context, marker.argument)
        return _framed(f"{part}\n\n{source_comments(context, marker.name)}" if part and with_sources else part)
    return line


def _framed(part: str) -> str:
    """A generated part in a `div` that the mention linker skips, as the part already has its links."""
    return f'\n<div class="handbook-woven" markdown>\n\n{part}\n\n</div>\n' if part else ""
