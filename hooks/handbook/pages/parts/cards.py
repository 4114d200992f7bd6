"""The card at the head of a page: where a role or a responsibility stands, at a glance."""

from collections.abc import Iterator

from ...crosslinks import relations
from ...languages.labels import HORIZON, ORIGIN
from ...model.facts import Responsibility, Role
from ...model.page import Page
from ..context import Stand


def card(stand: Stand, _: str | None) -> str:
    """The card of the page the reader is on; nothing on a page that `facts/` does not know."""
    page = stand.handbook.page(stand.language, stand.path)
    id_ = page.id if page else ""
    if page and page.kind == "role" and id_ in stand.facts.roles:
        return _framed(stand, [*_role(stand, stand.facts.roles[id_], page)])
    if page and id_ in stand.facts.responsibilities:
        return _framed(stand, [*_duty(stand, stand.facts.responsibilities[id_], page)])
    return ""


def _framed(stand: Stand, rows: list[tuple[str, str]]) -> str:
    lines = "\n\n".join(f"{stand.label(key)}\n:   {value}" for key, value in rows if value)
    note = stand.label("proposal", link=stand.link("about/adapting.md", stand.label("adapt")))
    return f'<div class="handbook-card" markdown>\n\n{lines}\n\n{note}\n\n</div>'


def _role(stand: Stand, role: Role, page: Page) -> Iterator[tuple[str, str]]:
    yield "feminine", "" if page.front.title_f == page.title else page.front.title_f or ""
    yield "holders", "; ".join(stand.people(role.id))
    yield "team", _team(stand, role)
    yield "reports-to", stand.role(role.reports_to)
    yield "reports", stand.roles(other.id for other in relations.reports(stand.facts, role.id))
    yield "mentor", stand.role(role.mentor) if role.mentor else ""
    yield "mentees", stand.roles(r.id for r in stand.facts.roles.values() if r.mentor == role.id)
    yield "dotted", "; ".join(_dotted(stand, role))
    yield "deputies", _deputies(stand, role)
    yield "horizon", HORIZON[role.horizon][stand.language]
    yield from _origin(stand, role, page)


def _duty(stand: Stand, duty: Responsibility, page: Page) -> Iterator[tuple[str, str]]:
    yield "team", _team(stand, duty)
    yield "accountable", stand.roles(duty.accountables)
    yield "cadence", stand.often(duty.cadence)
    yield from _origin(stand, duty, page)


def _team(stand: Stand, entry: Role | Responsibility) -> str:
    team = stand.facts.teams.get(entry.team)
    if team is None:
        return entry.team
    name = stand.link(f"{team.id}/index.md", team.title[stand.language])
    group = team.groups.get(entry.group or "") if isinstance(entry, Role) else None
    return f"{name} ({group[stand.language].lower()})" if group else name


def _dotted(stand: Stand, role: Role) -> Iterator[str]:
    for line in role.dotted:
        yield f"{stand.role(line.role)} ({line.purpose[stand.language]})"
    for other in stand.facts.roles.values():
        for line in other.dotted:
            if line.role == role.id:
                yield f"{stand.to(other)} ({line.purpose[stand.language]})"


def _deputies(stand: Stand, role: Role) -> str:
    links = stand.roles(role.deputies)
    phrase = role.deputies_phrase[stand.language] if role.deputies_phrase else ""
    return f"{links} ({phrase})" if links and phrase else links or phrase


def _origin(stand: Stand, entry: Role | Responsibility, page: Page) -> Iterator[tuple[str, str]]:
    said = ORIGIN[entry.origin][stand.language]
    yield "origin", stand.link("about/reading.md", said)
    yield "source-title", f"„{page.front.source_title}“" if page.front.source_title else ""
