"""How much each role carries, and what an overloaded one can hand over."""

from collections.abc import Iterator

from ...crosslinks import relations
from ...languages.labels import LETTERS
from ...model.facts import Responsibility, Role
from ..context import Stand

OVERLOAD = 5
"""From this many outcomes on, one role answers for too much: more than half of a team's duties."""


def load(stand: Stand, _: str | None) -> str:
    """A table of the number of parts by letter, and advice for each role that answers for too much."""
    heads = [stand.label("role"), *(LETTERS[part][stand.language] for part in relations.PARTS)]
    lines = [_line(heads), _line(["---", *("--:" for _ in relations.PARTS)])]
    lines += [_line(_row(stand, role)) for role in stand.facts.roles.values()]
    advice = [_advice(stand, role) for role in stand.facts.roles.values() if overloaded(stand, role)]
    return "\n\n".join(["\n".join(lines), *advice])


def overloaded(stand: Stand, role: Role) -> bool:
    """Whether a role answers for more outcomes than one person can look after."""
    return sum(part == "accountable" for part, _ in relations.duties(stand.facts, role.id)) >= OVERLOAD


def _row(stand: Stand, role: Role) -> Iterator[str]:
    parts = [part for part, _ in relations.duties(stand.facts, role.id)]
    mark = f" **{stand.label('overload')}**" if overloaded(stand, role) else ""
    yield f"{stand.to(role)}{mark}"
    yield from (str(parts.count(part)) for part in relations.PARTS)


def _advice(stand: Stand, role: Role) -> str:
    said = stand.label("advice", role=stand.to(role), limit=str(OVERLOAD))
    return "\n".join([said, "", *(_offer(stand, duty, role) for duty in _transferable(stand, role))])


def _transferable(stand: Stand, role: Role) -> Iterator[Responsibility]:
    """The duties of a role that someone else already does."""
    for part, duty in relations.duties(stand.facts, role.id):
        if part == "accountable" and set(duty.responsible) - {role.id}:
            yield duty


def _offer(stand: Stand, duty: Responsibility, role: Role) -> str:
    takers = [one for one in duty.responsible if one != role.id]
    return f"- {stand.to(duty)}: {stand.roles(takers)}"


def _line(cells: list[str] | Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"
