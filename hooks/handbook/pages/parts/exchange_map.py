"""`exchange-map`: what passes between the two teams, as a picture."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ...crosslinks import relations
from ..context import PageContext
from ..svg import WIDTH, Words, box, curve, figure, tall

GAP = 8


COLUMN = 132


Pair = tuple[str, str]


Places = dict[str, tuple[float, float]]
"""Where boxes stand: their top and their height, by role."""


def render(context: PageContext, _: str | None) -> str:
    """Sales left, marketing right, a line for all that passes; the role pointed at stands out."""
    passing = [*_passing(context)]
    if not passing:
        return ""
    ends = [[id_ for id_ in context.facts.roles if id_ in side] for side in zip(*passing, strict=True)]
    height = max(_extent(context, side) for side in ends)
    left, right = (_column(context, side, height) for side in ends)
    parts = [*_lines(passing, left, right), *_boxes(context, 2.0, left), *_boxes(context, WIDTH - COLUMN - 2.0, right)]
    story = "; ".join(f"{context.name(one)} ↔ {context.name(other)}" for one, other in passing)
    words = Words(title=context.label("exchange-map"), story=story, caption=context.label("map-caption"))
    return figure("exchange-map", words, height + 8, parts, _dimming([*left, *right], passing))


def _passing(context: PageContext) -> Iterator[Pair]:
    """What passes between the first two teams, turned so that the first team stands left.

    An exchange with a role that is not there is left out: the check reports it, a preview goes on.
    """
    teams = list(context.facts.teams)[:2]
    for one, other in (exchange.between for exchange in context.facts.exchanges.values()):
        for pair in ((one, other), (other, one)):
            if [relations.team_of(context.facts, id_) for id_ in pair] == teams:
                yield pair


def _extent(context: PageContext, ids: list[str]) -> float:
    return sum(tall(context.name(id_), COLUMN) + GAP for id_ in ids) - GAP


def _column(context: PageContext, ids: list[str], height: float) -> Places:
    """Boxes below one another, spread over the height so that lines run flat."""
    space = (height - _extent(context, ids)) / len(ids)
    places, y = {}, 4.0 + space / 2
    for id_ in ids:
        places[id_] = (y, tall(context.name(id_), COLUMN))
        y += places[id_][1] + GAP + space
    return places


def _boxes(context: PageContext, x: float, places: Places) -> Iterator[Element]:
    for id_, (y, height) in places.items():
        look = f"{context.look(id_)} x r-{id_}"
        yield box(x, y, COLUMN, height, context.name(id_), context.built(id_), look)


def _lines(passing: list[Pair], left: Places, right: Places) -> Iterator[Element]:
    back = [(other, one) for one, other in passing]
    for one, other in passing:
        start = (COLUMN + 2.0, _port((one, other), passing, left, right))
        end = (WIDTH - COLUMN - 2.0, _port((other, one), back, right, left))
        yield curve(f"pass x r-{one} r-{other}", start, end)


def _port(pair: Pair, passing: list[Pair], here: Places, there: Places) -> float:
    """Where on its box a line ends: each its own place, in the order of the boxes they lead to."""
    y, height = here[pair[0]]
    others = sorted((other for one, other in passing if one == pair[0]), key=lambda other: there[other][0])
    return y + height * (others.index(pair[1]) + 1) / (len(others) + 1)


def _dimming(roles: list[str], passing: list[Pair]) -> str:
    """While a role is pointed at or focused, all that it has no exchange with steps back."""
    rules = []
    for role in roles:
        near = {id_ for pair in passing if role in pair for id_ in pair}
        kept = "".join(f":not(a.r-{id_})" for id_ in sorted(near))
        held = f".exchange-map svg:has(a.r-{role}:is(:hover,:focus-visible)) "
        rules.append(f"{held}a.x{kept},{held}path.x:not(.r-{role}){{opacity:.15}}")
    return "".join(rules)
