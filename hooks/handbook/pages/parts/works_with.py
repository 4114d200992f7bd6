"""`works-with`: a picture of the roles that a role works with, and its exchanges."""

from collections.abc import Iterable, Iterator

from ...crosslinks import relations
from ...model.facts import Exchange
from ..context import PageContext
from ..neighbourhood import neighbourhood

Row = tuple[str, Exchange, bool]
"""An exchange seen from one role: the other role, the exchange, whether this role is its first."""


def render(context: PageContext, _: str | None) -> str:
    """The neighbourhood of the page's role, then its exchanges, those with the other team first."""
    role = context.facts.roles.get(context.page_id)
    if role is None:
        return ""
    rows = list(relations.exchanges(context.facts, role.id))
    blocks = (
        ("with-other", [row for row in rows if relations.team_of(context.facts, row[0]) != role.team]),
        ("with-own", [row for row in rows if relations.team_of(context.facts, row[0]) == role.team]),
    )
    lists = (_block(context, key, block) for key, block in blocks if block)
    return "\n\n".join([neighbourhood(context, role), *lists])


def _block(context: PageContext, key: str, rows: list[Row]) -> str:
    team = context.team_title(relations.team_of(context.facts, rows[0][0]))
    return f"**{context.label(key, team=team)}**\n\n" + "\n".join(_items(context, rows))


def _items(context: PageContext, rows: Iterable[Row]) -> Iterator[str]:
    for other, exchange, first in rows:
        gives, gets = (exchange.gives, exchange.gets) if first else (exchange.gets, exchange.gives)
        yield f"- **{context.role_link(other)}**, {context.frequency(exchange.rhythm)}"
        yield f"    - {context.label('gives')}: {gives[context.language]}"
        yield f"    - {context.label('gets')}: {gets[context.language]}"
        yield f"    - {context.label('record')}: {exchange.record[context.language]}"
