"""`exchange-map`: a picture of the exchanges between the two teams."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markupsafe import Markup

from ...crosslinks import relations
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
    sides = [[id_ for id_ in context.facts.roles if id_ in side] for side in zip(*pairs, strict=True)]
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
    reverse = [(second, first) for first, second in pairs]
    for first, second in pairs:
        start = (COLUMN_WIDTH + 2.0, _port((first, second), pairs, left, right))
        end = (WIDTH - COLUMN_WIDTH - 2.0, _port((second, first), reverse, right, left))
        yield curve(f"pass x r-{first} r-{second}", start, end)


def _port(pair: Pair, pairs: list[Pair], own: Positions, opposite: Positions) -> float:
    """The height at which a line meets the box of the first role: lines are ordered by their opposite boxes."""
    y, height = own[pair[0]]
    others = sorted((second for first, second in pairs if first == pair[0]), key=lambda id_: opposite[id_][0])
    return y + height * (others.index(pair[1]) + 1) / (len(others) + 1)


def _hover_style(roles: list[str], pairs: list[Pair]) -> str:
    """CSS that dims everything a role has no exchange with while the role is hovered or focused."""
    rules = []
    for role in roles:
        partners = {id_ for pair in pairs if role in pair for id_ in pair}
        visible = "".join(f":not(a.r-{id_})" for id_ in sorted(partners))
        hovered = f".exchange-map svg:has(a.r-{role}:is(:hover,:focus-visible)) "
        rules.append(f"{hovered}a.x{visible},{hovered}path.x:not(.r-{role}){{opacity:.15}}")
    return "".join(rules)
