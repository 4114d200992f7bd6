"""`card`: the most important facts about a role or a responsibility, at the top of its page."""

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup, escape

from ...crosslinks import relations
from ...languages.labels import ORIGIN
from ...model.facts import Responsibility, Role
from ...model.page import Kind, Page
from ..context import PageContext
from ..elements import division, element, joined, lines, paragraph
from ..people import all_with_holders, holders_in_full


def render(context: PageContext, _: str | None) -> Iterator[Markup]:
    """The card of a page; nothing if the page has no entry in `facts/`."""
    page = context.handbook.page(context.language, context.path)
    id_ = page.id if page else ""
    if page and page.kind == "role" and id_ in context.facts.roles:
        yield _card(context, _role(context, context.facts.roles[id_], page))
    elif page and id_ in context.facts.responsibilities:
        yield _card(context, _duty(context, context.facts.responsibilities[id_], page))


def eyebrow(context: PageContext) -> Iterator[Markup]:
    """What stands above the title of a role or a responsibility: its team, and which of the two it is."""
    page = context.handbook.page(context.language, context.path)
    tables: Mapping[Kind, Mapping[str, Role | Responsibility]] = {
        "role": context.facts.roles,
        "responsibility": context.facts.responsibilities,
    }
    if page and (entry := tables.get(page.kind, {}).get(page.id)):
        yield _team(context, entry)
        yield escape(context.label(page.kind).lower())


def _card(context: PageContext, rows: Iterable[tuple[str, str]]) -> Markup:
    """A card from (label key, value); rows without a value are left out."""
    shown = (lines([element("dt", context.label(key)), element("dd", value)]) for key, value in rows if value)
    note = context.html_label("proposal", link=context.link("about/adapting.md", context.label("adapt")))
    return division("handbook-card", element("dl", *shown), paragraph(note), data_search_exclude="true")


def _role(context: PageContext, role: Role, page: Page) -> Iterator[tuple[str, str]]:
    yield "holders", joined(holders_in_full(context, role.id), "; ")
    yield "reports-to", context.role_link(role.reports_to)
    yield "reports", context.role_links(report.id for report in relations.reports(context.facts, role.id))
    yield "mentor", context.role_link(role.mentor) if role.mentor else ""
    yield "mentees", context.role_links(other.id for other in context.facts.mentees_by_mentor.get(role.id, ()))
    yield "dotted", joined(_dotted_lines(context, role), "; ")
    yield "deputies", _deputies(context, role)
    yield "feminine", "" if page.front.title_f == page.title else page.front.title_f or ""
    yield from _origin(context, role, page)


def _duty(context: PageContext, duty: Responsibility, page: Page) -> Iterator[tuple[str, str]]:
    yield "accountable", all_with_holders(context, duty.accountables)
    yield "cadence", context.frequency(duty.cadence)
    yield from _origin(context, duty, page)


def _team(context: PageContext, entry: Role | Responsibility) -> Markup:
    team = context.facts.teams.get(entry.team)
    if team is None:
        return escape(entry.team)
    link = context.link(f"{team.id}/index.md", team.title[context.language])
    group = team.groups.get(entry.group or "") if isinstance(entry, Role) else None
    return link + f" ({group[context.language].lower()})" if group else link


def _dotted_lines(context: PageContext, role: Role) -> Iterator[Markup]:
    """The dotted lines from a role, then those to it."""
    for line in role.dotted:
        yield context.role_link(line.role) + f" ({line.purpose[context.language]})"
    for other, line in context.facts.dotted_by_target.get(role.id, ()):
        yield context.entry_link(other) + f" ({line.purpose[context.language]})"


def _deputies(context: PageContext, role: Role) -> Markup:
    links = context.role_links(role.deputies)
    phrase = role.deputies_phrase[context.language] if role.deputies_phrase else ""
    return links + f" ({phrase})" if links and phrase else links or escape(phrase)


def _origin(context: PageContext, entry: Role | Responsibility, page: Page) -> Iterator[tuple[str, str]]:
    if not context.handbook.origins:
        return
    origin = ORIGIN[entry.origin].in_language(context.language)
    yield "origin", context.link("about/reading.md", origin)
    yield "source-title", f"„{page.front.source_title}“" if page.front.source_title else ""
