"""`exchange-table`: every exchange between two roles, between the teams and inside each team."""

from ...crosslinks import relations
from ...model.facts import Exchange
from ..context import PageContext
from ..tables import stacked_table


def render(context: PageContext, _: str | None) -> str:
    """A table of the exchanges between the teams, then one of those inside each team."""
    exchanges = context.facts.exchanges.values()
    between = [exchange for exchange in exchanges if relations.crosses(context.facts, exchange)]
    blocks = [(context.label("between-teams"), "between-teams", between)]
    for team in context.facts.teams.values():
        inside = [exchange for exchange in exchanges if _teams(context, exchange) == {team.id}]
        blocks.append((context.label("inside", team=context.team_title(team.id)), f"inside-{team.id}", inside))
    return "\n\n".join(_table(context, *block) for block in blocks if block[2])


def _teams(context: PageContext, exchange: Exchange) -> set[str]:
    return {relations.team_of(context.facts, role) for role in exchange.between}


def _table(context: PageContext, title: str, id_: str, exchanges: list[Exchange]) -> str:
    heads = [context.label(key) for key in ("passes", "rhythm", "record")]
    rows = (_row(context, exchange) for exchange in exchanges)
    return f"## {title} {{ #{id_} }}\n\n{stacked_table(heads, rows)}"


def _row(context: PageContext, exchange: Exchange) -> tuple[str, str, str]:
    first, second = (context.role_link(role) for role in exchange.between)
    gives = f"**{first}** {context.label('gives').lower()} {exchange.gives[context.language]}"
    gets = f"**{second}** {context.label('gives').lower()} {exchange.gets[context.language]}"
    return f"{gives}<br>{gets}", context.frequency(exchange.rhythm), exchange.record[context.language]
