"""`responsibilities`: what a role is accountable for, responsible for, consulted on and informed of."""

from collections.abc import Iterator

from markupsafe import Markup

from ...crosslinks import relations
from ...model.facts import Responsibility
from ..context import PageContext
from ..elements import bullets, element, joined, lines, paragraph, strong

WORK = ("accountable", "responsible")
"""The parts that are a role's own work; of what it only hears there is a line with the number."""


def render(context: PageContext, _: str | None) -> Iterator[Markup]:
    """The responsibilities of the page's role: a list of those that are its work, the others folded below it.

    A role that is both accountable and responsible is listed once, as accountable, with a note.
    """
    duties: dict[str, list[Responsibility]] = {part: [] for part in relations.PARTS}
    for part, duty in relations.duties(context.facts, context.page_id):
        duties[part].append(duty)
    both = {duty.id for duty in duties["responsible"]} & {duty.id for duty in duties["accountable"]}
    duties["responsible"] = [duty for duty in duties["responsible"] if duty.id not in both]
    for part, listed in duties.items():
        if listed and part in WORK:
            yield paragraph(strong(context.label(part)))
            yield _list(context, listed, both)
        elif listed:
            yield _folded(context, part, listed)


def _list(context: PageContext, duties: list[Responsibility], both: set[str]) -> Markup:
    note = Markup(" ") + element("small", f"({context.label('does-too')})")
    return bullets(context.entry_link(duty) + (note if duty.id in both else Markup("")) for duty in duties)


def _folded(context: PageContext, part: str, duties: list[Responsibility]) -> Markup:
    summary = element("summary", f"{context.label(part)} · {len(duties)}")
    return element("details", lines([summary, paragraph(joined(map(context.entry_link, duties), " · "))]))
