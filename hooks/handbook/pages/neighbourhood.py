"""A role among its neighbours: who is above it, who works with it and how often."""

from dataclasses import replace
from xml.etree.ElementTree import Element

from ..crosslinks import relations
from ..model.facts import Role
from .context import PageContext
from .svg import MARGIN, WIDTH, Words, box, figure, line, long, tall

SIDE, MIDDLE = 158, 200
GAP = 10


def neighbourhood(context: PageContext, role: Role) -> str:
    """The boss above, the role, then its own team on the left and the other on the right."""
    boss, own, other = role.reports_to, _own(context, role), _other(context, role)
    notes = _rhythms(context, role)
    parts: list[Element] = []
    y = 4.0
    for id_, look in ((boss, context.look(boss)), (role.id, f"{context.look(role.id)} self")):
        name, note = context.name(id_), notes.get(id_, "")
        height = tall(name, MIDDLE, note)
        if parts:
            parts.append(line("tie", (WIDTH / 2, y - GAP), (WIDTH / 2, y)))
        href = None if id_ == role.id else context.built(id_)
        parts.append(box((WIDTH - MIDDLE) / 2, y, MIDDLE, height, name, href, look, note))
        y += height + GAP
    left, right = (_side(context, ids, notes, x, y) for ids, x in ((own, 2.0), (other, WIDTH - SIDE - 2.0)))
    ties = [tie for side in (left, right) for _, tie, _ in side]
    bottom = max((end for side in (left, right) for *_, end in side), default=y)
    if ties:
        spine = line("tie", (WIDTH / 2, y - GAP), (WIDTH / 2, max(at for at, _ in ties)))
        parts += [spine, *(line("tie", (WIDTH / 2, at), (x, at)) for at, x in ties)]
    parts += [node for side in (left, right) for node, *_ in side]
    words = Words(title=context.label("neighbourhood", role=context.title(role)), story=_story(context, role))
    return figure("neighbourhood", words, bottom + 4, parts)


def _story(context: PageContext, role: Role) -> str:
    """The same in words: the boss, the reports, and whom the role exchanges something with how often."""
    passing = (
        f"{context.name(other)} ({context.often(exchange.rhythm)})"
        for other, exchange, _ in relations.exchanges(context.facts, role.id)
    )
    told = (
        ("reports-to", context.name(role.reports_to)),
        ("reports", ", ".join(map(context.title, relations.reports(context.facts, role.id)))),
        ("exchanges", ", ".join(passing)),
    )
    return "; ".join(f"{context.label(key)}: {names}" for key, names in told if names)


def _rhythms(context: PageContext, role: Role) -> dict[str, str]:
    """How often something passes with each partner: the phrase, or the plain words where it is too long."""
    notes = {}
    for other, exchange, _ in relations.exchanges(context.facts, role.id):
        plain = context.often(replace(exchange.rhythm, phrase=None))
        said = (words for words in (context.often(exchange.rhythm), plain) if long(words) <= SIDE - MARGIN)
        notes[other] = next(said, "")
    return notes


def _own(context: PageContext, role: Role) -> list[str]:
    near = [one.id for one in relations.reports(context.facts, role.id)]
    near += [
        one
        for one, *_ in relations.exchanges(context.facts, role.id)
        if relations.team_of(context.facts, one) == role.team
    ]
    return [id_ for id_ in dict.fromkeys(near) if id_ != role.reports_to]


def _other(context: PageContext, role: Role) -> list[str]:
    near = dict.fromkeys(one for one, *_ in relations.exchanges(context.facts, role.id))
    away = (id_ for id_ in near if relations.team_of(context.facts, id_) != role.team)
    return [id_ for id_ in away if id_ != role.reports_to]


def _side(
    context: PageContext, ids: list[str], notes: dict[str, str], x: float, y: float
) -> list[tuple[Element, tuple[float, float], float]]:
    """Boxes below one another, each with where its tie arrives and where it ends."""
    side = []
    for id_ in ids:
        note = notes.get(id_, "")
        height = tall(context.name(id_), SIDE, note)
        edge = x + SIDE if x < WIDTH / 2 else x
        node = box(x, y, SIDE, height, context.name(id_), context.built(id_), context.look(id_), note)
        side.append((node, (y + height / 2, edge), y + height))
        y += height + GAP
    return side
