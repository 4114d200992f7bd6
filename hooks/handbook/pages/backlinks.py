"""The list of pages that mention a page, folded at its end, without those that the page itself links to."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from ..crosslinks.paths import published_link
from ..model.page import Page
from .context import PageContext
from .elements import Block, bullets, element, joined, lines, strong

KINDS = ("role", "responsibility", "guide")
FEWEST = 4
"""A shorter list leads to nothing that the page does not show already."""
WITHOUT = ("index.md", "a-z.md")
"""Pages that are lists of links themselves; those about the handbook have no list either."""


def backlinks(context: PageContext, pages: tuple[Page, ...], linked: Iterable[str] = ()) -> Iterator[Block]:
    """A closed list of `pages`, excluded from the search index, without those whose addresses are in `linked`.

    Empty if fewer than `FEWEST` pages remain, or for a page of lists.
    """
    if context.path in WITHOUT or context.path.startswith("about/") or len(pages) < FEWEST:
        return
    shown = {*linked}
    others = [page for page in pages if published_link(context.path, page.path, context.folders) not in shown]
    if len(others) >= FEWEST:
        summary = element("summary", f"{context.label('mentioned-in')} · {len(others)}")
        groups = ((kind, [page for page in others if page.kind == kind]) for kind in KINDS)
        listed = bullets(_line(context, kind, group) for kind, group in groups if group)
        yield element("details", lines([summary, listed]), id="mentioned-in", data_search_exclude="true")


def _line(context: PageContext, kind: str, pages: list[Page]) -> Markup:
    links = joined(context.link(page.path, page.title) for page in pages)
    return strong(context.label(f"{kind}-pages")) + ": " + links
