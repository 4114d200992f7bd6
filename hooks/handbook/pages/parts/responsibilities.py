"""`responsibilities`: what a role is accountable for, responsible for, consulted on and informed of."""

from collections.abc import Iterator

from markupsafe import Markup

from ...crosslinks import relations
from ...model.facts import Responsibility
from ..context import PageContext
from ..elements import bullets, paragraph, strong


def render(context: PageContext, _: str | None) -> Iterator[Markup]:
    """The responsibilities of the page's role, as a list per part.

    A role that is both accountable and responsible is listed once, as accountable, with a note.
    """
    duties: dict[str, list[Responsibility]] = {part: [] for part in relations.PARTS}
    for part, duty in relations.duties(context.facts, context.page_id):
        duties[part].append(duty)
    both = {duty.id for duty in duties["responsible"]} & {duty.id for duty in duties["accountable"]}
    duties["responsible"] = [duty for duty in duties["responsible"] if duty.id not in both]
    for part, listed in duties.items():
        if listed:
            yield paragraph(strong(context.label(part)))
            yield _list(context, listed, both)


def _list(context: PageContext, duties: list[Responsibility], both: set[str]) -> Markup:
    note = f" ({context.label('does-too')})"
    return bullets(context.entry_link(duty) + (note if duty.id in both else "") for duty in duties)
