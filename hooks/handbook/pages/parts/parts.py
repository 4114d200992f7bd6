"""Who plays which part: a role's duties, and a responsibility's people in words."""

from collections.abc import Iterator

from ...crosslinks import relations
from ...model.facts import Responsibility
from ..context import PageContext


def responsibilities(context: PageContext, _: str | None) -> str:
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


def who(context: PageContext, _: str | None) -> str:
    """Who is who for the responsibility of this page, in words."""
    id_ = context.path.rsplit("/", 1)[-1].removesuffix(".md")
    duty = context.facts.responsibilities.get(id_)
    return "\n".join(_who(context, duty)) if duty else ""


def _who(context: PageContext, duty: Responsibility) -> Iterator[str]:
    for part, roles in duty.parts:
        if roles:
            yield f"- **{context.label(part)}**: {context.roles(roles)}"
    for help_ in duty.helped_by:
        said = f"{context.role(help_.party)} ({help_.does[context.language]})"
        yield f"- **{context.label('helps')}**: {said}"
