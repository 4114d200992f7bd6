"""What passes between roles: on each role's page, and all of it in one table."""

from collections.abc import Iterable, Iterator

from ...crosslinks import relations
from ...model.facts import Exchange
from ..context import Stand
from ..neighbourhood import neighbourhood
from ..tables import stacked


def works_with(stand: Stand, _: str | None) -> str:
    """A role among its neighbours, and its exchanges, those with the other team first."""
    role = stand.facts.roles.get(stand.path.rsplit("/", 1)[-1].removesuffix(".md"))
    if role is None:
        return ""
    mine = list(relations.exchanges(stand.facts, role.id))
    blocks = (
        ("with-other", [one for one in mine if relations.team_of(stand.facts, one[0]) != role.team]),
        ("with-own", [one for one in mine if relations.team_of(stand.facts, one[0]) == role.team]),
    )
    listed = (_block(stand, key, some) for key, some in blocks if some)
    return "\n\n".join([neighbourhood(stand, role), *listed])


def _block(stand: Stand, key: str, some: list[tuple[str, Exchange, bool]]) -> str:
    team = stand.team(relations.team_of(stand.facts, some[0][0]))
    return f"**{stand.label(key, team=team)}**\n\n" + "\n".join(_items(stand, some))


def _items(stand: Stand, some: Iterable[tuple[str, Exchange, bool]]) -> Iterator[str]:
    for other, exchange, first in some:
        given, taken = (exchange.gives, exchange.gets) if first else (exchange.gets, exchange.gives)
        yield f"- **{stand.role(other)}**, {stand.often(exchange.rhythm)}"
        yield f"    - {stand.label('gives')}: {given[stand.language]}"
        yield f"    - {stand.label('gets')}: {taken[stand.language]}"
        yield f"    - {stand.label('record')}: {exchange.record[stand.language]}"


def exchange_table(stand: Stand, _: str | None) -> str:
    """Every exchange: those between the teams first, then those inside each team."""
    blocks = [
        (
            stand.label("between-teams"),
            "between-teams",
            [e for e in stand.facts.exchanges.values() if relations.crosses(stand.facts, e)],
        )
    ]
    for team in stand.facts.teams.values():
        inside = [
            e
            for e in stand.facts.exchanges.values()
            if {relations.team_of(stand.facts, one) for one in e.between} == {team.id}
        ]
        title = stand.label("inside", team=stand.team(team.id))
        blocks.append((title, f"inside-{team.id}", inside))
    return "\n\n".join(_table(stand, *block) for block in blocks if block[2])


def _table(stand: Stand, title: str, id_: str, exchanges: list[Exchange]) -> str:
    heads = [stand.label(key) for key in ("passes", "rhythm", "record")]
    rows = (_row(stand, exchange) for exchange in exchanges)
    return f"## {title} {{ #{id_} }}\n\n{stacked(heads, rows)}"


def _row(stand: Stand, exchange: Exchange) -> tuple[str, str, str]:
    first, second = (stand.role(role) for role in exchange.between)
    give = f"**{first}** {stand.label('gives').lower()} {exchange.gives[stand.language]}"
    get = f"**{second}** {stand.label('gives').lower()} {exchange.gets[stand.language]}"
    return f"{give}<br>{get}", stand.often(exchange.rhythm), exchange.record[stand.language]
