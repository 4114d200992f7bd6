"""A picture of a role and its neighbours: its manager, and the roles it works with and how often."""

from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from markupsafe import Markup

from ...crosslinks import relations
from ...model.facts import Role
from ..context import PageContext
from . import PADDING, WIDTH, PictureText, box, box_height, figure, line, text_width

SIDE_WIDTH, MIDDLE_WIDTH = 158, 200
GAP = 10
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A box beside the role: its element, the point where its connecting line ends, and its lower edge."""

    element: Element
    end: Point
    bottom: float


def neighbourhood(context: PageContext, role: Role) -> Markup:
    """The manager above the role; below it, its own team on the left and the other team on the right."""
    notes = _notes(context, role)
    middle, y = _middle(context, role, notes)
    left = _side(context, _own_team(context, role), notes, 2.0, y)
    right = _side(context, _other_team(context, role), notes, WIDTH - SIDE_WIDTH - 2.0, y)
    neighbours = [*left, *right]
    bottom = max((neighbour.bottom for neighbour in neighbours), default=y)
    boxes = [neighbour.element for neighbour in neighbours]
    text = PictureText(
        title=context.label("neighbourhood", role=context.title(role)), description=_description(context, role)
    )
    return figure("neighbourhood", text, bottom + 4, [*middle, *_connections(neighbours, y), *boxes])


def _description(context: PageContext, role: Role) -> str:
    """The picture in words: the manager, the direct reports, and the partners of exchanges with their frequency."""
    partners = (
        f"{context.role_title(other)} ({context.frequency(exchange.rhythm)})"
        for other, exchange, _ in relations.exchanges(context.facts, role.id)
    )
    rows = (
        ("reports-to", context.role_title(role.reports_to)),
        ("reports", ", ".join(map(context.title, relations.reports(context.facts, role.id)))),
        ("exchanges", ", ".join(partners)),
    )
    return "; ".join(f"{context.label(key)}: {names}" for key, names in rows if names)


def _notes(context: PageContext, role: Role) -> dict[str, str]:
    """The frequency of the exchange with each partner: the phrase, or the plain frequencies if it is too long."""
    notes = {}
    for other, exchange, _ in relations.exchanges(context.facts, role.id):
        plain = context.frequency(replace(exchange.rhythm, phrase=None))
        texts = (context.frequency(exchange.rhythm), plain)
        notes[other] = next((text for text in texts if text_width(text) <= SIDE_WIDTH - PADDING), "")
    return notes


def _own_team(context: PageContext, role: Role) -> list[str]:
    """The direct reports of a role and its partners in the same team."""
    ids = [report.id for report in relations.reports(context.facts, role.id)]
    ids += [id_ for id_ in _partners(context, role) if relations.team_of(context.facts, id_) == role.team]
    return [id_ for id_ in dict.fromkeys(ids) if id_ != role.reports_to]


def _other_team(context: PageContext, role: Role) -> list[str]:
    """The partners of a role outside its team."""
    ids = [id_ for id_ in _partners(context, role) if relations.team_of(context.facts, id_) != role.team]
    return [id_ for id_ in dict.fromkeys(ids) if id_ != role.reports_to]


def _partners(context: PageContext, role: Role) -> list[str]:
    return [id_ for id_, *_ in relations.exchanges(context.facts, role.id)]


def _middle(context: PageContext, role: Role, notes: dict[str, str]) -> tuple[list[Element], float]:
    """The boxes of the manager and the role with a line between them, and where the next box may start."""
    manager = role.reports_to
    elements: list[Element] = []
    y = 4.0
    for id_, css_class in ((manager, context.css_class(manager)), (role.id, f"{context.css_class(role.id)} self")):
        name, note = context.role_title(id_), notes.get(id_, "")
        height = box_height(name, MIDDLE_WIDTH, note)
        if elements:
            elements.append(line("tie", (WIDTH / 2, y - GAP), (WIDTH / 2, y)))
        href = None if id_ == role.id else context.address(id_)
        elements.append(box((WIDTH - MIDDLE_WIDTH) / 2, y, MIDDLE_WIDTH, height, name, href, css_class, note))
        y += height + GAP
    return elements, y


def _side(context: PageContext, ids: list[str], notes: dict[str, str], x: float, y: float) -> list[Neighbour]:
    """A column of boxes."""
    neighbours = []
    for id_ in ids:
        name, note = context.role_title(id_), notes.get(id_, "")
        height = box_height(name, SIDE_WIDTH, note)
        edge = x + SIDE_WIDTH if x < WIDTH / 2 else x
        element = box(x, y, SIDE_WIDTH, height, name, context.address(id_), context.css_class(id_), note)
        neighbours.append(Neighbour(element, (edge, y + height / 2), y + height))
        y += height + GAP
    return neighbours


def _connections(neighbours: list[Neighbour], y: float) -> list[Element]:
    """A vertical line below the role, and a line from it to each box."""
    if not neighbours:
        return []
    lowest = max(neighbour.end[1] for neighbour in neighbours)
    vertical = line("tie", (WIDTH / 2, y - GAP), (WIDTH / 2, lowest))
    return [vertical, *(line("tie", (WIDTH / 2, neighbour.end[1]), neighbour.end) for neighbour in neighbours)]
