"""`raci`: the RACI matrix, a table on a wide screen and cards on a phone; links filter it without a script.

A matrix has as many cells as the product of its responsibilities and roles, so a large one is divided.
"""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from ...languages.labels import LETTERS
from ...model.fact_tables import grouped
from ...model.facts import Responsibility, Role
from ..context import PageContext
from ..elements import Block, Heading, division, element, joined, paragraph, strong
from ..tables import hidden_label, row_filters, stacked_table, table_of_cells

MOST_CELLS = 2000
"""The size of a matrix beyond which it is divided: 40 responsibilities by 50 roles.

Fifty columns fill a landscape A4 sheet beside the titles, and two screens; the page has 0.2 MB then.
"""

Duties = list[Responsibility]
Links = Mapping[str, Markup]
"""The link to each role of a matrix, by its id."""


def render(context: PageContext, team: str | None) -> Iterator[Block]:
    """A row for each responsibility of a team (of all teams if None), a column for each role that has a part.

    If that is too large, there is a section for each team; a team that is too large gets a table without a column
    for each role.
    """
    every = context.facts.responsibilities.values()
    duties = [duty for duty in every if team in (None, duty.team)]
    if _is_large(context, duties):
        yield from _large_team(context, duties) if team else _teams(context, duties)
    else:
        roles = _involved(context, duties)
        yield _key(context)
        yield from _filters(context, roles, team)
        yield _matrix(context, duties, roles, "handbook-raci" if team else "handbook-raci whole")


def _involved(context: PageContext, duties: Duties) -> list[Role]:
    """The roles that have a part in responsibilities."""
    involved = {role for duty in duties for _, roles in duty.parts for role in roles}
    return [role for role in context.facts.roles.values() if role.id in involved]


def _is_large(context: PageContext, duties: Duties) -> bool:
    return len(duties) * len(_involved(context, duties)) > MOST_CELLS


def _teams(context: PageContext, duties: Duties) -> Iterator[Block]:
    """Links to a section for each team, then the sections."""
    by_team = grouped((duty.team, duty) for duty in duties)
    titles = {id_: team.title[context.language] for id_, team in context.facts.teams.items() if id_ in by_team}
    yield paragraph(joined((element("a", title, href=f"#raci-{id_}") for id_, title in titles.items()), " · "))
    for id_, title in titles.items():
        yield Heading(3, f"raci-{id_}", title)
        if _is_large(context, by_team[id_]):
            yield from _large_team(context, by_team[id_])
        else:
            yield _key(context)
            yield _matrix(context, by_team[id_], _involved(context, by_team[id_]), "handbook-raci")


def _large_team(context: PageContext, duties: Duties) -> Iterator[Block]:
    """A row for each responsibility, a column for each part: as many cells as are filled."""
    links = {role.id: context.entry_link(role) for role in _involved(context, duties)}
    heads = [context.label("responsibility"), *map(context.label, LETTERS)]
    rows = ((context.entry_link(duty), *_roles_by_part(duty, links)) for duty in duties)
    yield division("handbook-raci-list", stacked_table(heads, rows), data_search_exclude="true")


def _roles_by_part(duty: Responsibility, links: Links) -> Iterator[Markup]:
    """The roles of a responsibility in each part."""
    for _, ids in duty.parts:
        yield joined(links[id_] for id_ in ids if id_ in links)


def _key(context: PageContext) -> Markup:
    """What the letters mean."""
    a, r, c, i = (LETTERS[part].in_language(context.language) for part in LETTERS)
    return paragraph(context.html_label("key", a=strong(a), r=strong(r), c=strong(c), i=strong(i), ar=strong(a + r)))


def _matrix(context: PageContext, duties: list[Responsibility], roles: list[Role], css_class: str) -> Markup:
    links = {role.id: context.entry_link(role) for role in roles}
    heads = [element("th", context.label("responsibility")), *(element("th", link) for link in links.values())]
    matrix = table_of_cells(heads, (_row(context, duty, links) for duty in duties))
    return division(css_class, matrix, data_search_exclude="true")


def _row(context: PageContext, duty: Responsibility, links: Links) -> Iterator[Markup]:
    yield element("td", context.entry_link(duty), class_=f"of-{duty.team}")
    parts: dict[str, list[str]] = {}
    for part, ids in duty.parts:
        for id_ in ids:
            parts.setdefault(id_, []).append(part)
    for id_, link in links.items():
        yield _cell(context, id_, link, parts[id_]) if id_ in parts else element("td")


def _cell(context: PageContext, id_: str, link: Markup, parts: list[str]) -> Markup:
    """Letters for the table; for the card, the role and the words, which the table hides."""
    letters = "".join(LETTERS[part].in_language(context.language) for part in parts)
    words = ", ".join(context.label(part).lower() for part in parts)
    card = hidden_label(link + f": {words} ")
    return element("td", card, element("b", letters), class_=f"part-{parts[0]} by-{id_}")


def _filters(context: PageContext, roles: list[Role], team: str | None) -> Iterator[Markup]:
    """Links that show only the rows of a team or a role."""
    teams = context.facts.teams.values() if team is None else ()
    choices = [(f"of-{team.id}", team.title[context.language]) for team in teams]
    choices += [(f"by-{role.id}", context.title(role)) for role in roles]
    yield from row_filters(context, "raci", choices)
