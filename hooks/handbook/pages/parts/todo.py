"""`todo`: what a draft still lacks."""

from collections.abc import Iterator

from markupsafe import Markup

from ..context import PageContext
from ..elements import element, paragraph


def render(context: PageContext, what: str | None) -> Iterator[Markup]:
    """A line that tells readers what is missing in a draft, excluded from the search index."""
    yield paragraph(element("em", context.label("todo", what=what or "…"), data_search_exclude=""))
