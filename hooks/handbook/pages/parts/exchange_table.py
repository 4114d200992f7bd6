"""`exchange-table`: every exchange between two roles, between the teams and inside each team."""

from ...crosslinks import relations
from ...model.facts import Exchange
from ..context import PageContext
from ..tables import stacked


def render(context: PageContext, _: str | None) -> str:
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
