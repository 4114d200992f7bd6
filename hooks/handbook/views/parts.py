"""Who plays which part: a role's duties, a responsibility's people, and the RACI matrix."""

from collections.abc import Iterable, Iterator

from .. import relations
from ..model import Responsibility, Role
from ..stand import Stand
from ..wording import LETTERS


def responsibilities(stand: Stand, _: str | None) -> str:
    """What the role of this page is accountable for, does, is asked about and is told.

    What it both answers for and does stands once, under the outcome, and says so.
    """
    role = stand.path.rsplit("/", 1)[-1].removesuffix(".md")
    mine: dict[str, list[Responsibility]] = {part: [] for part in relations.PARTS}
    for part, duty in relations.duties(stand.facts, role):
        mine[part].append(duty)
    both = [duty for duty in mine["responsible"] if duty in mine["accountable"]]
    mine["responsible"] = [duty for duty in mine["responsible"] if duty not in both]
    blocks = (_part(stand, part, duties, both) for part, duties in mine.items() if duties)
    return "\n\n".join(blocks)


def _part(stand: Stand, part: str, duties: list[Responsibility], both: list[Responsibility]) -> str:
    does = f" ({stand.label('does-too')})"
    items = (f"- {stand.to(duty)}{does if duty in both else ''}" for duty in duties)
    return f"**{stand.label(part)}**\n\n" + "\n".join(items)


def who(stand: Stand, _: str | None) -> str:
    """Who is who for the responsibility of this page, in words."""
    id_ = stand.path.rsplit("/", 1)[-1].removesuffix(".md")
    duty = stand.facts.responsibilities.get(id_)
    return "\n".join(_who(stand, duty)) if duty else ""


def _who(stand: Stand, duty: Responsibility) -> Iterator[str]:
    for part, roles in duty.parts:
        if roles:
            yield f"- **{stand.label(part)}**: {stand.roles(roles)}"
    for help_ in duty.helped_by:
        said = f"{stand.role(help_.party)} ({help_.does[stand.language]})"
        yield f"- **{stand.label('helps')}**: {said}"


def raci(stand: Stand, team: str | None) -> str:
    """The matrix of one team's responsibilities, or of all: a row each, a column for each role."""
    duties = [duty for duty in stand.facts.responsibilities.values() if team in (None, duty.team)]
    parts = {duty.id: _letters(stand, duty) for duty in duties}
    roles = [role for role in stand.facts.roles.values() if any(role.id in row for row in parts.values())]
    head = _row(stand.label("responsibility"), (stand.to(role) for role in roles))
    rule = _row("---", (":-:" for _ in roles))
    rows = [_row(stand.to(duty), _cells(parts[duty.id], roles)) for duty in duties]
    table = "\n".join([head, rule, *rows])
    return f'{stand.label("key")}\n\n<div class="handbook-raci" markdown>\n\n{table}\n\n</div>'


def _letters(stand: Stand, duty: Responsibility) -> dict[str, str]:
    letters: dict[str, str] = {}
    for part, roles in duty.parts:
        for role in roles:
            letters[role] = letters.get(role, "") + LETTERS[part][stand.language]
    return letters


def _cells(letters: dict[str, str], roles: Iterable[Role]) -> Iterator[str]:
    return (letters.get(role.id, "") for role in roles)


def _row(first: str, cells: Iterable[str]) -> str:
    return f"| {' | '.join([first, *cells])} |"
