"""`measure-table`: every measure under the role that works it out, by team."""

from collections.abc import Iterator

from markupsafe import Markup

from ...model.facts import Measure
from ..context import PageContext
from ..elements import BREAK, Block, Heading, element, lines
from ..people import with_holders
from ..tables import stacked_table
from .measures import definition, scale


def render(context: PageContext, _: str | None) -> Iterator[Block]:
    """For each team a heading, and below it the measures of each of its roles, folded; nothing if there are none."""
    measures = list(context.facts.measures.values())
    for team in context.facts.teams.values():
        roles = (role.id for role in context.facts.roles.values() if role.team == team.id)
        groups = [(role, found) for role in roles if (found := [one for one in measures if one.owner == role])]
        if groups:
            yield Heading(2, f"of-{team.id}", team.title[context.language], searched=False)
        for role, found in groups:
            yield _folded(context, role, found)


def _folded(context: PageContext, role: str, measures: list[Measure]) -> Markup:
    """A role with the number of its measures, and below them, once opened, a row for each."""
    summary = element("summary", f"{context.role_title(role)} · {len(measures)}")
    owner = element(
        "p", f"{context.label('owner')}: ", with_holders(context, role), id=f"of-{role}"
    )  # opens what folds it
    heads = [context.label(key) for key in ("measure", "cadence", "used-on")]
    rows = stacked_table(heads, (_row(context, measure) for measure in measures))
    return element("details", lines([summary, owner, rows]), data_search_exclude="true")


def _row(context: PageContext, measure: Measure) -> tuple[Markup, ...]:
    return (
        definition(context, measure) + BREAK + element("small", scale(context, measure)),
        Markup.escape(context.frequency(measure.cadence)),
        _users(context, measure),
    )


def _users(context: PageContext, measure: Measure) -> Markup:
    """The pages that show a measure."""
    facts = context.facts
    ids = (*measure.roles, *measure.responsibilities)
    entries = [facts.roles.get(id_) or facts.responsibilities.get(id_) for id_ in ids]
    return BREAK.join(context.entry_link(entry) for entry in entries if entry)
