"""`measure-table`: every measure with the role that works it out, narrowed by team with links."""

from collections.abc import Iterator

from markupsafe import Markup

from ...model.facts import Measure
from ..context import PageContext
from ..elements import BREAK, Block, division, element
from ..people import with_holders
from ..tables import row_filters, stacked_table
from .measures import definition, scale


def render(context: PageContext, _: str | None) -> Iterator[Block]:
    """A row for each measure, by owner in the order of the roles; nothing if there are no measures."""
    measures = context.facts.measures.values()
    if not measures:
        return
    teams = context.facts.teams.values()
    yield from row_filters(context, "measures", [(f"of-{team.id}", team.title[context.language]) for team in teams])
    order = list(context.facts.roles)
    known = [measure for measure in measures if measure.owner in order]
    rows = (_row(context, measure) for measure in sorted(known, key=lambda one: order.index(one.owner)))
    heads = [context.label(key) for key in ("measure", "cadence", "owner", "used-on")]
    yield division("handbook-measures", stacked_table(heads, rows), data_search_exclude="true")


def _row(context: PageContext, measure: Measure) -> tuple[Markup, ...]:
    details = element("small", scale(context, measure))
    return (
        definition(context, measure) + BREAK + details,
        Markup.escape(context.frequency(measure.cadence)),
        element("span", with_holders(context, measure.owner), class_=context.css_class(measure.owner)),
        _users(context, measure),
    )


def _users(context: PageContext, measure: Measure) -> Markup:
    """The pages that show a measure."""
    facts = context.facts
    ids = (*measure.roles, *measure.responsibilities)
    entries = [facts.roles.get(id_) or facts.responsibilities.get(id_) for id_ in ids]
    return BREAK.join(context.entry_link(entry) for entry in entries if entry)
