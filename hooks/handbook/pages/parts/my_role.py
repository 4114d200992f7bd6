"""`my-role`: a list to choose one's own role from, and the pages that then show what that role takes part in."""

from collections.abc import Iterator

from markupsafe import Markup

from ..context import PageContext
from ..elements import element, lines
from ..tables import role_choice

PAGES = ("raci", "meetings", "calendar", "exchanges", "decisions")
"""The pages below `together/` that have lists by role."""


def render(context: PageContext, _: str | None) -> Iterator[Markup]:
    """The list of roles; below it, once a role is chosen, links to its page and to the pages with lists by role."""
    if context.facts.roles:
        items = (element("li", link) for link in _links(context))
        yield role_choice(context, element("ul", lines(items), hidden="hidden"))


def _links(context: PageContext) -> Iterator[Markup]:
    """The links; a script completes those to the page of the role and to its last section."""
    yield element("a", context.label("my-page"), href="#", data_of_role="")
    yield element("a", context.label("my-first-days"), href="#", data_of_role="#first-30-days")
    for path in (f"together/{name}.md" for name in PAGES):
        if page := context.handbook.page(context.language, path):
            yield context.link(path, page.title)
