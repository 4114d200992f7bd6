"""`works-with`: a role among its neighbours, and its exchanges."""

from collections.abc import Iterable, Iterator

from ...crosslinks import relations
from ...model.facts import Exchange
from ..context import PageContext
from ..neighbourhood import neighbourhood


def render(context: PageContext, _: str | None) -> str:
    """A role among its neighbours, and its exchanges, those with the other team first."""
    role = context.facts.roles.get(context.path.rsplit("/", 1)[-1].removesuffix(".md"))
    if role is None:
        return ""
    mine = list(relations.exchanges(context.facts, role.id))
    blocks = (
        ("with-other", [one for one in mine if relations.team_of(context.facts, one[0]) != role.team]),
        ("with-own", [one for one in mine if relations.team_of(context.facts, one[0]) == role.team]),
    )
    listed = (_block(context, key, some) for key, some in blocks if some)
    return "\n\n".join([neighbourhood(context, role), *listed])


def _block(context: PageContext, key: str, some: list[tuple[str, Exchange, bool]]) -> str:
    team = context.team(relations.team_of(context.facts, some[0][0]))
    return f"**{context.label(key, team=team)}**\n\n" + "\n".join(_items(context, some))


def _items(context: PageContext, some: Iterable[tuple[str, Exchange, bool]]) -> Iterator[str]:
    for other, exchange, first in some:
        given, taken = (exchange.gives, exchange.gets) if first else (exchange.gets, exchange.gives)
        yield f"- **{context.role(other)}**, {context.often(exchange.rhythm)}"
        yield f"    - {context.label('gives')}: {given[context.language]}"
        yield f"    - {context.label('gets')}: {taken[context.language]}"
        yield f"    - {context.label('record')}: {exchange.record[context.language]}"
