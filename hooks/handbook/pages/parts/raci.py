"""The RACI matrix: a table on a wide screen, cards on a phone, narrowed to a role without script."""

from collections.abc import Iterator

from ...languages.labels import LETTERS
from ...model.facts import Responsibility, Role
from ..context import PageContext


def render(context: PageContext, team: str | None) -> str:
    """The responsibilities of one team, or of all: a row each, a column for each role with a part."""
    duties = [duty for duty in context.facts.responsibilities.values() if team in (None, duty.team)]
    taking = {role for duty in duties for _, roles in duty.parts for role in roles}
    roles = [role for role in context.facts.roles.values() if role.id in taking]
    blocks = (context.label("key"), _choices(context, roles, team), _table(context, duties, roles, team))
    return "\n\n".join(filter(None, blocks))


def _table(context: PageContext, duties: list[Responsibility], roles: list[Role], team: str | None) -> str:
    head = _line([context.label("responsibility"), *map(context.to, roles)])
    rule = _line(["---", *(":-:" for _ in roles)])
    rows = (_line(_row(context, duty, roles)) for duty in duties)
    table = "\n".join([head, rule, *rows])
    kind = "handbook-raci" if team else "handbook-raci whole"
    return f'<div class="{kind}" data-search-exclude="true" markdown>\n\n{table}\n\n</div>'


def _row(context: PageContext, duty: Responsibility, roles: list[Role]) -> Iterator[str]:
    yield f"{context.to(duty)} {{ .of-{duty.team} }}"
    for role in roles:
        parts = [part for part, some in duty.parts if role.id in some]
        yield _cell(context, role, parts) if parts else ""


def _cell(context: PageContext, role: Role, parts: list[str]) -> str:
    """A letter for the table; the role and the word for the card, hidden where there is a table."""
    letters = "".join(LETTERS[part].in_language(context.language) for part in parts)
    words = ", ".join(context.label(part).lower() for part in parts)
    card = f'<span class="handbook-label">{context.to(role)}: {words} </span>'
    return f"{card}<b>{letters}</b> {{ .part-{parts[0]} .by-{role.id} }}"


def _choices(context: PageContext, roles: list[Role], team: str | None) -> str:
    """Links that leave only the rows of a team, or of a role; the style sheet does the rest."""
    teams = [one for one in context.facts.teams.values() if team is None]
    chosen = [(f"of-{one.id}", one.title[context.language]) for one in teams]
    chosen += [(f"by-{role.id}", context.title(role)) for role in roles]
    links = " ".join(f'<a href="#only-{key}">{text}</a>' for key, text in chosen)
    everything = f'<a href="#raci-all">{context.label("all")}</a>'
    marks = "".join(f'<i id="only-{key}"></i>' for key, _ in chosen)
    rules = "".join(_rule(key) for key, _ in chosen)
    return (
        f"<style>{rules}</style>{marks}"
        f'<details class="handbook-choices" id="raci-all"><summary>{context.label("show-only")}</summary>'
        f"<p>{everything} {links}</p></details>"
    )


def _rule(key: str) -> str:
    rows = f".handbook-woven:has(#only-{key}:target) .handbook-raci tbody tr:not(:has(.{key}))"
    return f"{rows}{{display:none!important}}"


def _line(cells: list[str] | Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"
