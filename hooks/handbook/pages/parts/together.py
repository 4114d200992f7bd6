"""What passes between roles: on each role's page, and all of it in one table."""

from collections.abc import Iterable, Iterator

from ...crosslinks import relations
from ...model.facts import Exchange
from ..context import PageContext
from ..neighbourhood import neighbourhood
from ..tables import stacked


def works_with(context: PageContext, _: str | None) -> str:
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


def exchange_table(context: PageContext, _: str | None) -> str:
    """Every exchange: those between the teams first, then those inside each team."""
    blocks = [
        (
            context.label("between-teams"),
            "between-teams",
            [e for e in context.facts.exchanges.values() if relations.crosses(context.facts, e)],
        )
    ]
    for team in context.facts.teams.values():
        inside = [
            e
            for e in context.facts.exchanges.values()
            if {relations.team_of(context.facts, one) for one in e.between} == {team.id}
        ]
        title = context.label("inside", team=context.team(team.id))
        blocks.append((title, f"inside-{team.id}", inside))
    return "\n\n".join(_table(context, *block) for block in blocks if block[2])


def _table(context: PageContext, title: str, id_: str, exchanges: list[Exchange]) -> str:
    heads = [context.label(key) for key in ("passes", "rhythm", "record")]
    rows = (_row(context, exchange) for exchange in exchanges)
    return f"## {title} {{ #{id_} }}\n\n{stacked(heads, rows)}"


def _row(context: PageContext, exchange: Exchange) -> tuple[str, str, str]:
    first, second = (context.role(role) for role in exchange.between)
    give = f"**{first}** {context.label('gives').lower()} {exchange.gives[context.language]}"
    get = f"**{second}** {context.label('gives').lower()} {exchange.gets[context.language]}"
    return f"{give}<br>{get}", context.often(exchange.rhythm), exchange.record[context.language]
