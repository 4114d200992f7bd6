"""The card at the head of a page: where a role or a responsibility stands, at a glance."""

from collections.abc import Iterator

from ...crosslinks import relations
from ...languages.labels import HORIZON, ORIGIN
from ...model.facts import Responsibility, Role
from ...model.page import Page
from ..context import PageContext


def render(context: PageContext, _: str | None) -> str:
    """The card of the page the reader is on; nothing on a page that `facts/` does not know."""
    page = context.handbook.page(context.language, context.path)
    id_ = page.id if page else ""
    if page and page.kind == "role" and id_ in context.facts.roles:
        return _framed(context, [*_role(context, context.facts.roles[id_], page)])
    if page and id_ in context.facts.responsibilities:
        return _framed(context, [*_duty(context, context.facts.responsibilities[id_], page)])
    return ""


def _framed(context: PageContext, rows: list[tuple[str, str]]) -> str:
    lines = "\n\n".join(f"{context.label(key)}\n:   {value}" for key, value in rows if value)
    note = context.label("proposal", link=context.link("about/adapting.md", context.label("adapt")))
    return f'<div class="handbook-card" markdown>\n\n{lines}\n\n{note}\n\n</div>'


def _role(context: PageContext, role: Role, page: Page) -> Iterator[tuple[str, str]]:
    yield "feminine", "" if page.front.title_f == page.title else page.front.title_f or ""
    yield "holders", "; ".join(context.people(role.id))
    yield "team", _team(context, role)
    yield "reports-to", context.role(role.reports_to)
    yield "reports", context.roles(other.id for other in relations.reports(context.facts, role.id))
    yield "mentor", context.role(role.mentor) if role.mentor else ""
    yield "mentees", context.roles(r.id for r in context.facts.roles.values() if r.mentor == role.id)
    yield "dotted", "; ".join(_dotted(context, role))
    yield "deputies", _deputies(context, role)
    yield "horizon", HORIZON[role.horizon].in_language(context.language)
    yield from _origin(context, role, page)


def _duty(context: PageContext, duty: Responsibility, page: Page) -> Iterator[tuple[str, str]]:
    yield "team", _team(context, duty)
    yield "accountable", context.roles(duty.accountables)
    yield "cadence", context.often(duty.cadence)
    yield from _origin(context, duty, page)


def _team(context: PageContext, entry: Role | Responsibility) -> str:
    team = context.facts.teams.get(entry.team)
    if team is None:
        return entry.team
    name = context.link(f"{team.id}/index.md", team.title[context.language])
    group = team.groups.get(entry.group or "") if isinstance(entry, Role) else None
    return f"{name} ({group[context.language].lower()})" if group else name


def _dotted(context: PageContext, role: Role) -> Iterator[str]:
    for line in role.dotted:
        yield f"{context.role(line.role)} ({line.purpose[context.language]})"
    for other in context.facts.roles.values():
        for line in other.dotted:
            if line.role == role.id:
                yield f"{context.to(other)} ({line.purpose[context.language]})"


def _deputies(context: PageContext, role: Role) -> str:
    links = context.roles(role.deputies)
    phrase = role.deputies_phrase[context.language] if role.deputies_phrase else ""
    return f"{links} ({phrase})" if links and phrase else links or phrase


def _origin(context: PageContext, entry: Role | Responsibility, page: Page) -> Iterator[tuple[str, str]]:
    said = ORIGIN[entry.origin].in_language(context.language)
    yield "origin", context.link("about/reading.md", said)
    yield "source-title", f"„{page.front.source_title}“" if page.front.source_title else ""
