"""`raci`: the RACI matrix, a table on a wide screen and cards on a phone; links filter it without a script.

A matrix has as many cells as the product of its responsibilities and roles, so a large one is divided.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from itertools import pairwise

from markupsafe import Markup

from ...languages.labels import LETTERS
from ...model.fact_tables import grouped
from ...model.facts import Responsibility, Role
from ..context import PageContext
from ..elements import Block, Heading, division, element, joined, paragraph, strong
from ..people import title_with_holders, with_holders
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
        yield from _filters(context, duties, roles, team)
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
    """What the letters mean; a sheet with the matrix alone also has the title of the page."""
    page = context.handbook.page(context.language, context.path)
    title = element("span", page.title if page else "", class_="handbook-sheet")
    a, r, c, i = (LETTERS[part].in_language(context.language) for part in LETTERS)
    key = context.html_label("key", a=strong(a), r=strong(r), c=strong(c), i=strong(i), ar=strong(a + r))
    return element("caption", title, key)


def _matrix(context: PageContext, duties: Duties, roles: list[Role], css_class: str) -> Markup:
    """The table: a row for each responsibility, below the name of its team where there are several."""
    links = {role.id: context.entry_link(role) for role in roles}
    edges = {role.id for before, role in pairwise(roles) if before.team != role.team}
    heads = [element("th", context.label("responsibility")), *_heads(context, links, edges)]
    rows = list(_rows(context, duties, links, edges))
    matrix = table_of_cells(heads, rows, caption=_key(context), class_="handbook-matrix")
    return division(css_class, matrix, data_search_exclude="true")


def _heads(context: PageContext, links: Links, edges: Set[str]) -> Iterator[Markup]:
    """The heads of the columns; where somebody holds a role, a tooltip says who."""
    for id_, link in links.items():
        holders = title_with_holders(context, id_)
        tooltip = {"title": holders} if holders else {}
        yield element("th", link, class_=_column(id_, edges), **tooltip)


def _column(id_: str, edges: Set[str]) -> str:
    """The class of a role's column; that of the first role of a further team has a line before it."""
    return f"by-{id_} handbook-edge" if id_ in edges else f"by-{id_}"


def _rows(context: PageContext, duties: Duties, links: Links, edges: Set[str]) -> Iterator[Iterator[Markup]]:
    by_team = grouped((duty.team, duty) for duty in duties)
    for team, own in by_team.items():
        if len(by_team) > 1:
            title = context.facts.teams[team].title[context.language] if team in context.facts.teams else team
            yield iter([element("th", title, class_=f"of-{team}", colspan=str(len(links) + 1))])
        for duty in own:
            yield _row(context, duty, links, edges)


def _row(context: PageContext, duty: Responsibility, links: Links, edges: Set[str]) -> Iterator[Markup]:
    parts = grouped((id_, part) for part, ids in duty.parts for id_ in ids)
    yield element("td", context.entry_link(duty), " ", _card(context, parts), class_=f"of-{duty.team}")
    for id_, link in links.items():
        if id_ in parts:
            yield _cell(context, link, parts[id_], _column(id_, edges))
        else:
            yield element("td", class_="handbook-edge") if id_ in edges else element("td")


def _card(context: PageContext, parts: Mapping[str, list[str]]) -> Markup:
    """What a narrow screen shows of a row: who is accountable and who holds that role, then who else does the work."""
    shown = [
        _letters(context, own) + _marked(id_, with_holders(context, id_))
        for id_, own in parts.items()
        if "accountable" in own
    ]
    doers = [id_ for id_, own in parts.items() if "responsible" in own and "accountable" not in own]
    if doers:
        links = joined(_marked(id_, context.role_link(id_)) for id_ in doers)
        shown.append(_letters(context, ["responsible"]) + links)
    return hidden_label(joined(shown, " "))


def _marked(id_: str, text: Markup) -> Markup:
    """A text with the class of a role, by which the choice of a role marks it."""
    return element("span", text, class_=f"by-{id_}")


def _letters(context: PageContext, parts: list[str]) -> Markup:
    """The letters of parts for the card, with their words for screen readers."""
    words = ", ".join(context.label(part).lower() for part in parts)
    letters = "".join(LETTERS[part].in_language(context.language) for part in parts)
    marked = {"class_": "accountable"} if "accountable" in parts else {}
    return element("b", letters, **marked) + element("small", f" {words}: ")


def _cell(context: PageContext, link: Markup, parts: list[str], column: str) -> Markup:
    """Letters for the table; where the card leaves the role out, also the card of the role alone."""
    letters = "".join(LETTERS[part].in_language(context.language) for part in parts)
    own = parts[0] in ("consulted", "informed")
    card = hidden_label(_letters(context, parts) + link) if own else Markup()
    return element("td", card, element("b", letters), class_=f"part-{parts[0]} {column}")


def _filters(context: PageContext, duties: Duties, roles: list[Role], team: str | None) -> Iterator[Markup]:
    """Links that show only the rows of a team or a role, each with their number."""
    teams = context.facts.teams.values() if team is None else ()
    choices = [(f"of-{team.id}", team.title[context.language]) for team in teams]
    parts = Counter(id_ for duty in duties for id_ in {id_ for _, ids in duty.parts for id_ in ids})
    choices += [(f"by-{role.id}", f"{context.title(role)} · {parts[role.id]}") for role in roles]
    yield from row_filters(context, "raci", choices)
