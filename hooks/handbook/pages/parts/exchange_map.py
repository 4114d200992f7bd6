"""`exchange-map`: a picture of the exchanges between the two teams."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markupsafe import Markup

from ...crosslinks import relations
from ...model.fact_tables import grouped
from ..context import PageContext
from ..svg import WIDTH, PictureText, box, box_height, curve, figure

GAP = 8
COLUMN_WIDTH = 132

Pair = tuple[str, str]
Positions = dict[str, tuple[float, float]]
"""The upper edge and the height of each role's box."""


def render(context: PageContext, _: str | None) -> Iterator[Markup]:
    """The first team on the left, the second on the right, a line per exchange; hovering a role dims the others."""
    if pairs := [*_pairs(context)]:
        yield _picture(context, pairs)


def _picture(context: PageContext, pairs: list[Pair]) -> Markup:
    sides = [[id_ for id_ in context.facts.roles if id_ in side] for side in map(set, zip(*pairs, strict=True))]
    height = max(_column_height(context, side) for side in sides)
    left, right = (_positions(context, side, height) for side in sides)
    boxes = [*_boxes(context, 2.0, left), *_boxes(context, WIDTH - COLUMN_WIDTH - 2.0, right)]
    text = PictureText(
        title=context.label("exchange-map"),
        description="; ".join(" ↔ ".join(map(context.role_title, pair)) for pair in pairs),
        caption=context.label("map-caption"),
    )
    parts = [*_lines(pairs, left, right), *boxes]
    return figure("exchange-map", text, height + 8, parts, _hover_style([*left, *right], pairs))


def _pairs(context: PageContext) -> Iterator[Pair]:
    """The pair of roles of each exchange between the first two teams, the role of the first team first.

    Exchanges with unknown roles are left out: the check reports them, and a preview has to go on.
    """
    teams = list(context.facts.teams)[:2]
    for first, second in (exchange.between for exchange in context.facts.exchanges.values()):
        for pair in ((first, second), (second, first)):
            if [relations.team_of(context.facts, id_) for id_ in pair] == teams:
                yield pair


def _column_height(context: PageContext, ids: list[str]) -> float:
    return sum(box_height(context.role_title(id_), COLUMN_WIDTH) + GAP for id_ in ids) - GAP


def _positions(context: PageContext, ids: list[str], height: float) -> Positions:
    """The positions of a column of boxes, spread evenly over a height."""
    space = (height - _column_height(context, ids)) / len(ids)
    positions, y = {}, 4.0 + space / 2
    for id_ in ids:
        positions[id_] = (y, box_height(context.role_title(id_), COLUMN_WIDTH))
        y += positions[id_][1] + GAP + space
    return positions


def _boxes(context: PageContext, x: float, positions: Positions) -> Iterator[Element]:
    for id_, (y, height) in positions.items():
        css_class = f"{context.css_class(id_)} x r-{id_}"
        yield box(x, y, COLUMN_WIDTH, height, context.role_title(id_), context.address(id_), css_class)


def _lines(pairs: list[Pair], left: Positions, right: Positions) -> Iterator[Element]:
    starts = _ports(pairs, left, right)
    ends = _ports([(second, first) for first, second in pairs], right, left)
    for first, second in pairs:
        start = (COLUMN_WIDTH + 2.0, starts[first, second])
        end = (WIDTH - COLUMN_WIDTH - 2.0, ends[second, first])
        yield curve(f"pass x r-{first} r-{second}", start, end)


def _ports(pairs: list[Pair], own: Positions, opposite: Positions) -> dict[Pair, float]:
    """The height at which each line meets the box of its first role: lines are ordered by their opposite boxes."""
    ports: dict[Pair, float] = {}
    for role, others in grouped(pairs).items():
        y, height = own[role]
        others.sort(key=lambda id_: opposite[id_][0])
        for number, other in enumerate(others, start=1):
            ports.setdefault((role, other), y + height * number / (len(others) + 1))
    return ports


def _hover_style(roles: list[str], pairs: list[Pair]) -> str:
    """CSS that dims everything a role has no exchange with while the role is hovered or focused."""
    rules = []
    partners = grouped((role, id_) for pair in pairs for role in pair for id_ in pair)
    for role in roles:
        visible = "".join(f":not(a.r-{id_})" for id_ in sorted({*partners[role]}))
        hovered = f".exchange-map svg:has(a.r-{role}:is(:hover,:focus-visible)) "
        rules.append(f"{hovered}a.x{visible},{hovered}path.x:not(.r-{role}){{opacity:.15}}")
    return "".join(rules)
