"""The list of pages that mention a page, added at its end and grouped by kind."""

from collections.abc import Iterator

from markupsafe import Markup

from ..model.page import Page
from .context import PageContext
from .elements import Block, Heading, bullets, joined, strong

KINDS = ("role", "responsibility", "guide")


def backlinks(context: PageContext, pages: tuple[Page, ...]) -> Iterator[Block]:
    """A section that links to `pages`, excluded from the search index; empty without pages."""
    if pages:
        yield Heading(2, "mentioned-in", context.label("mentioned-in"), searched=False)
        groups = ((kind, [page for page in pages if page.kind == kind]) for kind in KINDS)
        yield bullets(_line(context, kind, group) for kind, group in groups if group)


def _line(context: PageContext, kind: str, pages: list[Page]) -> Markup:
    links = joined(context.link(page.path, page.title) for page in pages)
    return strong(context.label(f"{kind}-pages")) + ": " + links
