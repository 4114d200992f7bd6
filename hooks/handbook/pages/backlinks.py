"""The list of pages that mention a page, added at its end and grouped by kind."""

from ..model.page import Page
from .context import PageContext

KINDS = ("role", "responsibility", "guide")


def backlinks(context: PageContext, pages: tuple[Page, ...]) -> str:
    """A section that links to `pages`, excluded from the search index; empty without pages."""
    if not pages:
        return ""
    lines = (_line(context, kind, [page for page in pages if page.kind == kind]) for kind in KINDS)
    heading = f"## {context.label('mentioned-in')} {{ #mentioned-in data-search-exclude }}"
    return "\n".join([heading, "", *filter(None, lines)])


def _line(context: PageContext, kind: str, pages: list[Page]) -> str:
    links = ", ".join(context.link(page.path, page.title) for page in pages)
    return f"- **{context.label(f'{kind}-pages')}**: {links}" if links else ""
