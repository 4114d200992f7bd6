"""Where a page is mentioned: the foot of every page, grouped by kind."""

from ..model.page import Page
from .context import Stand

KINDS = ("role", "responsibility", "guide")


def backlinks(stand: Stand, pages: tuple[Page, ...]) -> str:
    """A section that lists the pages which mention this one; left out of the search index."""
    if not pages:
        return ""
    lines = (_line(stand, kind, [page for page in pages if page.kind == kind]) for kind in KINDS)
    heading = f"## {stand.label('mentioned-in')} {{ #mentioned-in data-search-exclude }}"
    return "\n".join([heading, "", *filter(None, lines)])


def _line(stand: Stand, kind: str, pages: list[Page]) -> str:
    links = ", ".join(stand.link(page.path, page.title) for page in pages)
    return f"- **{stand.label(f'{kind}-pages')}**: {links}" if links else ""
