"""`works-with`: a picture of the roles that a role works with, and its exchanges."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from ...crosslinks import relations
from ...model.facts import Exchange
from ..context import PageContext
from ..elements import bullets, element, lines, paragraph, strong
from ..svg.neighbourhood import neighbourhood

Row = tuple[str, Exchange, bool]
"""An exchange seen from one role: the other role, the exchange, whether this role is its first."""


def render(context: PageContext, _: str | None) -> Iterator[Markup]:
    """The neighbourhood of the page's role, then its exchanges, those with the other team first."""
    role = context.facts.roles.get(context.page_id)
    if role is None:
        return
    yield neighbourhood(context, role)
    rows = list(relations.exchanges(context.facts, role.id))
    blocks = (
        ("with-other", [row for row in rows if relations.team_of(context.facts, row[0]) != role.team]),
        ("with-own", [row for row in rows if relations.team_of(context.facts, row[0]) == role.team]),
    )
    for key, block in blocks:
        if block:
            team = context.team_title(relations.team_of(context.facts, block[0][0]))
            yield paragraph(strong(context.label(key, team=team)))
            yield element("ul", lines(_items(context, block)), class_="handbook-exchanges")


def _items(context: PageContext, rows: Iterable[Row]) -> Iterator[Markup]:
    for other, exchange, first in rows:
        gives, gets = (exchange.gives, exchange.gets) if first else (exchange.gets, exchange.gives)
        details = (("gives", gives), ("gets", gets), ("record", exchange.record))
        inside = bullets(f"{context.label(key)}: {phrase[context.language]}" for key, phrase in details)
        yield element("li", strong(context.role_link(other)), f", {context.frequency(exchange.rhythm)}", inside)
