"""`decision-table`: every decision with its decider, narrowed by team with links."""

from collections.abc import Iterator

from markupsafe import Markup

from ...model.facts import Decision
from ..context import PageContext
from ..elements import BREAK, Block, division, element, joined
from ..people import with_holders
from ..tables import of_roles, row_filters, stacked_table
from .decisions import others_of, title


def render(context: PageContext, _: str | None) -> Iterator[Block]:
    """A row for each decision, by decider in the order of the roles; nothing if there are no decisions."""
    if not context.facts.decisions:
        return
    yield from row_filters(context, "decisions", list(_teams(context)))
    order = [*context.facts.outside_parties, *context.facts.roles]
    known = [decision for decision in context.facts.decisions.values() if decision.decides in order]
    rows = (_row(context, decision) for decision in sorted(known, key=lambda one: order.index(one.decides)))
    heads = [context.label(key) for key in ("decision", "decides", "responsibility")]
    yield division("handbook-decisions", stacked_table(heads, rows), data_search_exclude="true")


def _teams(context: PageContext) -> Iterator[tuple[str, str]]:
    for team in context.facts.teams.values():
        yield f"of-{team.id}", team.title[context.language]


def _row(context: PageContext, decision: Decision) -> tuple[Markup, str, str]:
    phrase = element("strong", title(context, decision), class_=context.css_class(decision.decides))
    others = (f"{context.label(key)}: " + text for key, text in others_of(context, decision))
    duty = context.facts.responsibilities.get(decision.responsibility or "")
    return (
        of_roles(joined([phrase, *others], BREAK), (decision.decides, *decision.proposes, *decision.consents)),
        with_holders(context, decision.decides),
        context.entry_link(duty) if duty else "",
    )
