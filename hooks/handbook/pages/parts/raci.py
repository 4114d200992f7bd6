"""`raci`: the RACI matrix, a table on a wide screen and cards on a phone; links filter it without a script."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from ...languages.labels import LETTERS
from ...model.facts import Responsibility, Role
from ..context import PageContext
from ..elements import division, element, joined, lines, paragraph, strong
from ..tables import hidden_label, table_of_cells

Links = Mapping[str, Markup]
"""The link to each role of a matrix, by its id."""


def render(context: PageContext, team: str | None) -> Iterator[Markup]:
    """A row for each responsibility of a team (of all teams if None), a column for each role that has a part."""
    duties = [duty for duty in context.facts.responsibilities.values() if team in (None, duty.team)]
    involved = {role for duty in duties for _, roles in duty.parts for role in roles}
    roles = [role for role in context.facts.roles.values() if role.id in involved]
    yield _key(context)
    yield from _filters(context, roles, team)
    yield _matrix(context, duties, roles, "handbook-raci" if team else "handbook-raci whole")


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
    """Links that show only the rows of a team or a role, by `:target` rules in CSS."""
    teams = context.facts.teams.values() if team is None else ()
    filters = [(f"of-{team.id}", team.title[context.language]) for team in teams]
    filters += [(f"by-{role.id}", context.title(role)) for role in roles]
    links = [element("a", context.label("all"), href="#raci-all")]
    links += [element("a", text, href=f"#only-{key}") for key, text in filters]
    yield element("style", "".join(_rule(key) for key, _ in filters))
    yield joined((element("i", id=f"only-{key}") for key, _ in filters), "")
    summary = element("summary", context.label("show-only"))
    choices = lines([summary, paragraph(joined(links, " "))])
    yield element("details", choices, class_="handbook-choices", id="raci-all")


def _rule(key: str) -> str:
    rows = f".handbook-woven:has(#only-{key}:target) .handbook-raci tbody tr:not(:has(.{key}))"
    return f"{rows}{{display:none!important}}"
