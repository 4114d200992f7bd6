"""A role among its neighbours, and the year as a strip of rhythms."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from .. import relations
from ..drawing import WIDTH, Words, box, figure, label, line, tall
from ..facts import FREQUENCIES, Role
from ..stand import Stand
from ..wording import FREQUENCY

SIDE, MIDDLE = 158, 200
GAP = 10
DOT, FIRST = 15, 112


def neighbourhood(stand: Stand, role: Role) -> str:
    """The boss above, the role, then its own team on the left and the other on the right."""
    boss, own, other = role.reports_to, _own(stand, role), _other(stand, role)
    parts: list[Element] = []
    y = 4.0
    for id_, look in ((boss, stand.look(boss)), (role.id, f"{stand.look(role.id)} self")):
        height = tall(stand.name(id_), MIDDLE)
        if parts:
            parts.append(line("tie", (WIDTH / 2, y - GAP), (WIDTH / 2, y)))
        href = None if id_ == role.id else stand.built(id_)
        parts.append(box((WIDTH - MIDDLE) / 2, y, MIDDLE, height, stand.name(id_), href, look))
        y += height + GAP
    left, right = (_side(stand, ids, x, y) for ids, x in ((own, 2.0), (other, WIDTH - SIDE - 2.0)))
    ties = [tie for side in (left, right) for _, tie, _ in side]
    bottom = max((end for side in (left, right) for *_, end in side), default=y)
    if ties:
        spine = line("tie", (WIDTH / 2, y - GAP), (WIDTH / 2, max(at for at, _ in ties)))
        parts += [spine, *(line("tie", (WIDTH / 2, at), (x, at)) for at, x in ties)]
    parts += [node for side in (left, right) for node, *_ in side]
    story = ", ".join(stand.name(id_) for id_ in (boss, *own, *other))
    words = Words(title=stand.label("neighbourhood", role=stand.title(role)), story=story)
    return figure("neighbourhood", words, bottom + 4, parts)


def _own(stand: Stand, role: Role) -> list[str]:
    near = [one.id for one in relations.reports(stand.facts, role.id)]
    near += [one for one, *_ in relations.exchanges(stand.facts, role.id)
             if relations.team_of(stand.facts, one) == role.team]  # fmt: skip
    return [id_ for id_ in dict.fromkeys(near) if id_ != role.reports_to]


def _other(stand: Stand, role: Role) -> list[str]:
    near = dict.fromkeys(one for one, *_ in relations.exchanges(stand.facts, role.id))
    away = (id_ for id_ in near if relations.team_of(stand.facts, id_) != role.team)
    return [id_ for id_ in away if id_ != role.reports_to]


def _side(
    stand: Stand, ids: list[str], x: float, y: float
) -> list[tuple[Element, tuple[float, float], float]]:
    """Boxes below one another, each with where its tie arrives and where it ends."""
    side = []
    for id_ in ids:
        height = tall(stand.name(id_), SIDE)
        edge = x + SIDE if x < WIDTH / 2 else x
        node = box(x, y, SIDE, height, stand.name(id_), stand.built(id_), stand.look(id_))
        side.append((node, (y + height / 2, edge), y + height))
        y += height + GAP
    return side


def year(stand: Stand, _: str | None) -> str:
    """A row for each rhythm, from daily to yearly: a square for a responsibility, a dot for an exchange."""
    parts: list[Element] = []
    y, story = 14.0, []
    for often in FREQUENCIES:
        marks = [*_marks(stand, often)]
        if marks:
            parts.append(label(2, y - 3.5, FREQUENCY[often][stand.language], "often"))
            parts += [_mark(stand, *mark, number, y) for number, mark in enumerate(marks)]
            story.append(f"{FREQUENCY[often][stand.language]}: {len(marks)}")
            y += 12 + DOT * (1 + (len(marks) - 1) // _per_row())
    words = Words(title=stand.label("year"), story="; ".join(story), caption=stand.label("year-caption"))
    return figure("year", words, y - 4, parts)


def _per_row() -> int:
    return int((WIDTH - FIRST) / DOT)


def _marks(stand: Stand, often: str) -> Iterator[tuple[str, str, str]]:
    """What happens at a rhythm, as (shape, id of a role or responsibility, words)."""
    for duty in stand.facts.responsibilities.values():
        if often in duty.cadence.every:
            yield "rect", duty.id, stand.title(duty)
    for exchange in stand.facts.exchanges.values():
        if often in exchange.rhythm.every:
            yield "circle", exchange.between[0], " ↔ ".join(map(stand.name, exchange.between))


def _mark(stand: Stand, shape: str, id_: str, words: str, number: int, y: float) -> Element:
    x, y = FIRST + DOT * (number % _per_row()), y - 9 + DOT * (number // _per_row())
    node = Element("a", {"href": stand.built(id_) or "#", "class": stand.look(id_), "aria-label": words})
    SubElement(node, "title").text = words
    size = {"x": x, "y": y, "width": 11, "height": 11, "rx": 2}
    if shape == "circle":
        size = {"cx": x + 5.5, "cy": y + 5.5, "r": 5}
    SubElement(node, shape, {name: f"{value:g}" for name, value in size.items()})
    return node
