"""`responsibilities`: what a role is accountable for, does, is consulted on and is informed of."""

from ...crosslinks import relations
from ...model.facts import Responsibility
from ..context import PageContext


def render(context: PageContext, _: str | None) -> str:
    """What the role of this page is accountable for, does, is asked about and is told.

    What it both answers for and does stands once, under the outcome, and says so.
    """
    role = context.path.rsplit("/", 1)[-1].removesuffix(".md")
    mine: dict[str, list[Responsibility]] = {part: [] for part in relations.PARTS}
    for part, duty in relations.duties(context.facts, role):
        mine[part].append(duty)
    both = [duty for duty in mine["responsible"] if duty in mine["accountable"]]
    mine["responsible"] = [duty for duty in mine["responsible"] if duty not in both]
    blocks = (_part(context, part, duties, both) for part, duties in mine.items() if duties)
    return "\n\n".join(blocks)


def _part(context: PageContext, part: str, duties: list[Responsibility], both: list[Responsibility]) -> str:
    does = f" ({context.label('does-too')})"
    items = (f"- {context.to(duty)}{does if duty in both else ''}" for duty in duties)
    return f"**{context.label(part)}**\n\n" + "\n".join(items)
