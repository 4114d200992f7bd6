"""`who`: the roles of a responsibility by their part, and the help it gets from outside."""

from collections.abc import Iterator

from markupsafe import Markup

from ...model.facts import Responsibility
from ..context import PageContext
from ..elements import bullets, strong
from ..people import all_with_holders


def render(context: PageContext, _: str | None) -> Iterator[Markup]:
    """A list of the roles that have a part in the page's responsibility."""
    if duty := context.facts.responsibilities.get(context.page_id):
        yield bullets(_items(context, duty))


def _items(context: PageContext, duty: Responsibility) -> Iterator[Markup]:
    for part, roles in duty.parts:
        if roles:
            yield strong(context.label(part)) + ": " + all_with_holders(context, roles)
    for outside_help in duty.helped_by:
        text = context.role_link(outside_help.party) + f" ({outside_help.does[context.language]})"
        yield strong(context.label("helps")) + ": " + text
