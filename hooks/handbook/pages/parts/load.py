"""How much each role carries, and what an overloaded one can hand over."""

from collections.abc import Iterator

from ...crosslinks import relations
from ...languages.labels import LETTERS
from ...model.facts import Responsibility, Role
from ..context import PageContext

OVERLOAD = 5
"""From this many outcomes on, one role answers for too much: more than half of a team's duties."""


def render(context: PageContext, _: str | None) -> str:
    """A table of the number of parts by letter, and advice for each role that answers for too much."""
    heads = [context.label("role"), *(LETTERS[part].in_language(context.language) for part in relations.PARTS)]
    lines = [_line(heads), _line(["---", *("--:" for _ in relations.PARTS)])]
    lines += [_line(_row(context, role)) for role in context.facts.roles.values()]
    advice = [_advice(context, role) for role in context.facts.roles.values() if overloaded(context, role)]
    return "\n\n".join(["\n".join(lines), *advice])


def overloaded(context: PageContext, role: Role) -> bool:
    """Whether a role answers for more outcomes than one person can look after."""
    return sum(part == "accountable" for part, _ in relations.duties(context.facts, role.id)) >= OVERLOAD


def _row(context: PageContext, role: Role) -> Iterator[str]:
    parts = [part for part, _ in relations.duties(context.facts, role.id)]
    mark = f" **{context.label('overload')}**" if overloaded(context, role) else ""
    yield f"{context.to(role)}{mark}"
    yield from (str(parts.count(part)) for part in relations.PARTS)


def _advice(context: PageContext, role: Role) -> str:
    said = context.label("advice", role=context.to(role), limit=str(OVERLOAD))
    return "\n".join([said, "", *(_offer(context, duty, role) for duty in _transferable(context, role))])


def _transferable(context: PageContext, role: Role) -> Iterator[Responsibility]:
    """The duties of a role that someone else already does."""
    for part, duty in relations.duties(context.facts, role.id):
        if part == "accountable" and set(duty.responsible) - {role.id}:
            yield duty


def _offer(context: PageContext, duty: Responsibility, role: Role) -> str:
    takers = [one for one in duty.responsible if one != role.id]
    return f"- {context.to(duty)}: {context.roles(takers)}"


def _line(cells: list[str] | Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"
