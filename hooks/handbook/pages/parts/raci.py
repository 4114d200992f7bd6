"""`raci`: the RACI matrix, a table on a wide screen and cards on a phone; links filter it without a script."""

from collections.abc import Iterator

from ...languages.labels import LETTERS
from ...model.facts import Responsibility, Role
from ..context import PageContext
from ..tables import table


def render(context: PageContext, team: str | None) -> str:
    """A row for each responsibility of a team (of all teams if None), a column for each role that has a part."""
    duties = [duty for duty in context.facts.responsibilities.values() if team in (None, duty.team)]
    involved = {role for duty in duties for _, roles in duty.parts for role in roles}
    roles = [role for role in context.facts.roles.values() if role.id in involved]
    blocks = (context.label("key"), _filters(context, roles, team), _matrix(context, duties, roles, team))
    return "\n\n".join(filter(None, blocks))


def _matrix(context: PageContext, duties: list[Responsibility], roles: list[Role], team: str | None) -> str:
    heads = [context.label("responsibility"), *map(context.entry_link, roles)]
    matrix = table(heads, (_row(context, duty, roles) for duty in duties), align=":-:")
    css_class = "handbook-raci" if team else "handbook-raci whole"
    return f'<div class="{css_class}" data-search-exclude="true" markdown>\n\n{matrix}\n\n</div>'


def _row(context: PageContext, duty: Responsibility, roles: list[Role]) -> Iterator[str]:
    yield f"{context.entry_link(duty)} {{ .of-{duty.team} }}"
    for role in roles:
        parts = [part for part, ids in duty.parts if role.id in ids]
        yield _cell(context, role, parts) if parts else ""


def _cell(context: PageContext, role: Role, parts: list[str]) -> str:
    """Letters for the table; for the card, the role and the words, which the table hides."""
    letters = "".join(LETTERS[part].in_language(context.language) for part in parts)
    words = ", ".join(context.label(part).lower() for part in parts)
    card = f'<span class="handbook-label">{context.entry_link(role)}: {words} </span>'
    return f"{card}<b>{letters}</b> {{ .part-{parts[0]} .by-{role.id} }}"


def _filters(context: PageContext, roles: list[Role], team: str | None) -> str:
    """Links that show only the rows of a team or a role, by `:target` rules in CSS."""
    teams = context.facts.teams.values() if team is None else ()
    filters = [(f"of-{team.id}", team.title[context.language]) for team in teams]
    filters += [(f"by-{role.id}", context.title(role)) for role in roles]
    links = " ".join(f'<a href="#only-{key}">{text}</a>' for key, text in filters)
    show_all = f'<a href="#raci-all">{context.label("all")}</a>'
    targets = "".join(f'<i id="only-{key}"></i>' for key, _ in filters)
    rules = "".join(_rule(key) for key, _ in filters)
    return (
        f"<style>{rules}</style>{targets}"
        f'<details class="handbook-choices" id="raci-all"><summary>{context.label("show-only")}</summary>'
        f"<p>{show_all} {links}</p></details>"
    )


def _rule(key: str) -> str:
    rows = f".handbook-woven:has(#only-{key}:target) .handbook-raci tbody tr:not(:has(.{key}))"
    return f"{rows}{{display:none!important}}"
