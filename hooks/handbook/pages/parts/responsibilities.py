"""`responsibilities`: what a role is accountable for, responsible for, consulted on and informed of."""

from ...crosslinks import relations
from ...model.facts import Responsibility
from ..context import PageContext


def render(context: PageContext, _: str | None) -> str:
    """The responsibilities of the page's role, as a list per part.

    A role that is both accountable and responsible is listed once, as accountable, with a note.
    """
    duties: dict[str, list[Responsibility]] = {part: [] for part in relations.PARTS}
    for part, duty in relations.duties(context.facts, context.page_id):
        duties[part].append(duty)
    both = [duty for duty in duties["responsible"] if duty in duties["accountable"]]
    duties["responsible"] = [duty for duty in duties["responsible"] if duty not in both]
    return "\n\n".join(_list(context, part, listed, both) for part, listed in duties.items() if listed)


def _list(context: PageContext, part: str, duties: list[Responsibility], both: list[Responsibility]) -> str:
    note = f" ({context.label('does-too')})"
    items = (f"- {context.entry_link(duty)}{note if duty in both else ''}" for duty in duties)
    return f"**{context.label(part)}**\n\n" + "\n".join(items)
