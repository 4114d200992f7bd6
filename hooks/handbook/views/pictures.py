"""Who reports to whom, and what passes between the teams, as pictures; the text beside them says the same."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from .. import relations
from ..drawing import WIDTH, Words, box, curve, figure, line, tall
from ..facts import Exchange, Role
from ..stand import Stand

STEP, GAP = 20, 8
COLUMN = 132


def org_picture(stand: Stand) -> str:
    """The org chart as an indented tree, which a phone can show."""
    tops = [one for one in stand.facts.outsiders if any(relations.reports(stand.facts, one))]
    rows = [row for top in tops for row in _rows(stand, top, 0)]
    parts: list[Element] = []
    ends: dict[str, float] = {}
    y = 4.0
    for id_, boss, depth in rows:
        x, text = depth * STEP + 2.0, stand.name(id_)
        height = tall(text, WIDTH - x - 4)
        if boss in ends:
            left = (depth - 1) * STEP + 12.0
            parts.append(line("tie", (left, ends[boss]), (left, y + height / 2), (x, y + height / 2)))
        parts.append(box(x, y, WIDTH - x - 4, height, text, stand.built(id_), stand.look(id_)))
        ends[id_] = y + height
        y += height + GAP
    story = "; ".join(f"{stand.name(id_)} → {stand.name(boss)}" for id_, boss, _ in rows if boss)
    return figure("org-picture", Words(title=stand.label("org-picture"), story=story), y, parts)


def _rows(stand: Stand, id_: str, depth: int, boss: str = "") -> Iterator[tuple[str, str, int]]:
    yield id_, boss, depth
    for report in relations.reports(stand.facts, id_):
        yield from _rows(stand, report.id, depth + 1, id_)


def exchange_map(stand: Stand, _: str | None) -> str:
    """Sales left, marketing right, a line for all that passes; the role pointed at stands out."""
    crossing = [one for one in stand.facts.exchanges.values() if relations.crosses(stand.facts, one)]
    teams = list(stand.facts.teams)[:2]
    columns = [_taking_part(stand, team, crossing) for team in teams]
    places = [_column(stand, roles) for roles in columns]
    height = max((y + h for column in places for y, h in column.values()), default=0) + 6
    parts = [*_lines(stand, crossing, teams[0], *places)]
    for x, column in zip((2.0, WIDTH - COLUMN - 2.0), places, strict=True):
        parts += [box(x, y, COLUMN, tall_, stand.name(id_), stand.built(id_), f"{stand.look(id_)} x r-{id_}")
                  for id_, (y, tall_) in column.items()]  # fmt: skip
    roles = [role for column in columns for role in column]
    story = "; ".join(f"{stand.name(a)} ↔ {stand.name(b)}" for a, b in (one.between for one in crossing))
    words = Words(title=stand.label("exchange-map"), story=story, caption=stand.label("map-caption"))
    return figure("exchange-map", words, height, parts, _dimming(roles, crossing))


def _taking_part(stand: Stand, team: str, crossing: list[Exchange]) -> list[Role]:
    named = {id_ for exchange in crossing for id_ in exchange.between}
    return [role for role in stand.facts.roles.values() if role.id in named and role.team == team]


def _column(stand: Stand, roles: list[Role]) -> dict[str, tuple[float, float]]:
    places, y = {}, 4.0
    for role in roles:
        height = tall(stand.title(role), COLUMN)
        places[role.id] = (y, height)
        y += height + GAP
    return places


def _lines(
    stand: Stand, crossing: list[Exchange], first: str,
    left: dict[str, tuple[float, float]], right: dict[str, tuple[float, float]],
) -> Iterator[Element]:  # fmt: skip
    for exchange in crossing:
        one, other = exchange.between
        if relations.team_of(stand.facts, one) != first:
            one, other = other, one
        start = (COLUMN + 2.0, left[one][0] + left[one][1] / 2)
        end = (WIDTH - COLUMN - 2.0, right[other][0] + right[other][1] / 2)
        yield curve(f"pass x r-{one} r-{other}", start, end)


def _dimming(roles: list[Role], crossing: list[Exchange]) -> str:
    """While a role is pointed at or focused, all that it has no exchange with steps back."""
    rules = []
    for role in roles:
        near = {id_ for one in crossing if role.id in one.between for id_ in one.between}
        kept = "".join(f":not(a.r-{id_})" for id_ in sorted(near))
        held = f".exchange-map svg:has(a.r-{role.id}:is(:hover,:focus-visible)) "
        rules.append(f"{held}a.x{kept},{held}path.x:not(.r-{role.id}){{opacity:.15}}")
    return "".join(rules)
