"""`filter`: a box that narrows the sections and lists that follow it on the page."""

from collections.abc import Iterator

from markupsafe import Markup

from ..context import PageContext
from ..elements import division


def render(context: PageContext, _: str | None) -> Iterator[Markup]:
    """An empty frame; a script adds the box, so that the page shows everything without it."""
    yield division("handbook-filter", data_prompt=context.label("type-name"), data_search_exclude="true")
