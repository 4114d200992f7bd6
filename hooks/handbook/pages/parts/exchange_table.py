"""`exchange-table`: every exchange between two roles, between the teams and inside each team."""

from collections.abc import Iterator

from markupsafe import Markup

from ...crosslinks import relations
from ...model.facts import Exchange
from ..context import PageContext
from ..elements import BREAK, Block, Heading, strong
from ..tables import of_roles, stacked_table


def render(context: PageContext, _: str | None) -> Iterator[Block]:
    """A table of the exchanges between the teams, then one of those inside each team."""
    exchanges = context.facts.exchanges.values()
    between = [exchange for exchange in exchanges if relations.crosses(context.facts, exchange)]
    blocks = [(context.label("between-teams"), "between-teams", between)]
    for team in context.facts.teams.values():
        inside = [exchange for exchange in exchanges if _teams(context, exchange) == {team.id}]
        blocks.append((context.label("inside", team=context.team_title(team.id)), f"inside-{team.id}", inside))
    for title, id_, group in blocks:
        if group:
            yield Heading(2, id_, title)
            yield _table(context, group)


def _teams(context: PageContext, exchange: Exchange) -> set[str]:
    return {relations.team_of(context.facts, role) for role in exchange.between}


def _table(context: PageContext, exchanges: list[Exchange]) -> Markup:
    heads = [context.label(key) for key in ("passes", "rhythm", "record")]
    return stacked_table(heads, (_row(context, exchange) for exchange in exchanges))


def _row(context: PageContext, exchange: Exchange) -> tuple[Markup, str, str]:
    first, second = (strong(context.role_link(role)) for role in exchange.between)
    verb = context.label("gives").lower()
    gives = first + f" {verb} {exchange.gives[context.language]}"
    gets = second + f" {verb} {exchange.gets[context.language]}"
    return (
        of_roles(gives + BREAK + gets, exchange.between),
        context.frequency(exchange.rhythm),
        exchange.record[context.language],
    )
