"""Where a page is mentioned: the foot of every page, grouped by kind."""

from ..model.page import Page
from .context import PageContext

KINDS = ("role", "responsibility", "guide")


def backlinks(context: PageContext, pages: tuple[Page, ...]) -> str:
    """A section that lists the pages which mention this one; left out of the search index."""
    if not pages:
        return ""
    lines = (_line(context, kind, [page for page in pages if page.kind == kind]) for kind in KINDS)
    heading = f"## {context.label('mentioned-in')} {{ #mentioned-in data-search-exclude }}"
    return "\n".join([heading, "", *filter(None, lines)])


def _line(context: PageContext, kind: str, pages: list[Page]) -> str:
    links = ", ".join(context.link(page.path, page.title) for page in pages)
    return f"- **{context.label(f'{kind}-pages')}**: {links}" if links else ""
