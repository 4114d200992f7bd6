"""The rhythm of work at a glance: a row for each frequency, which leads to its part of the list."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ...crosslinks import relations
from ...languages.labels import FREQUENCY
from ...model.facts import FREQUENCIES, Exchange, Frequency
from ..context import PageContext
from ..svg import WIDTH, Words, figure, ground, label, mark

STEP, FIRST, COUNT = 15, 112, 22
PER_LINE = int((WIDTH - FIRST - COUNT) / STEP)

Mark = tuple[str, str]
"""How a mark looks, and the words that a pointer shows."""


def render(context: PageContext, _: str | None) -> str:
    """A row for each rhythm, from daily to yearly: squares for responsibilities, dots for exchanges.

    A row leads to the heading that the cadence list gives its frequency; they stand on one page.
    """
    parts: list[Element] = []
    y, story = 4.0, []
    for often in FREQUENCIES:
        lines = {"rect": [*_duties(context, often)], "circle": [*_exchanges(context, often)]}
        if any(lines.values()):
            parts.append(_row(context, often, lines, y))
            story.append(_told(context, often, lines))
            y += _height(lines)
    words = Words(title=context.label("year"), story="; ".join(story), caption=context.label("year-caption"))
    return figure("year", words, y, parts) if parts else ""


def _duties(context: PageContext, often: Frequency) -> Iterator[Mark]:
    for duty in context.facts.responsibilities.values():
        if often in duty.cadence.every:
            yield f"of-{duty.team}", context.title(duty)


def _exchanges(context: PageContext, often: Frequency) -> Iterator[Mark]:
    for exchange in sorted(context.facts.exchanges.values(), key=lambda one: _team(context, one)):
        if often in exchange.rhythm.every:
            yield _team(context, exchange), " ↔ ".join(map(context.name, exchange.between))


def _team(context: PageContext, exchange: Exchange) -> str:
    return "of-both" if relations.crosses(context.facts, exchange) else context.look(exchange.between[0])


def _told(context: PageContext, often: Frequency, lines: dict[str, list[Mark]]) -> str:
    named = zip(("duties", "exchanges"), lines.values(), strict=True)
    counts = (f"{context.label(key)} {len(marks)}" for key, marks in named if marks)
    return f"{FREQUENCY[often].in_language(context.language)}: {', '.join(counts)}"


def _row(context: PageContext, often: Frequency, lines: dict[str, list[Mark]], y: float) -> Element:
    """A frequency, its marks, and at the end of each line how many they are."""
    row = Element("a", {"href": f"#{often}", "aria-label": _told(context, often, lines)})
    height = _height(lines)
    row.append(ground(y, height))
    row.append(label(4, y + height / 2, FREQUENCY[often].in_language(context.language), "often"))
    y += STEP
    for shape, marks in lines.items():
        for number, (look, words) in enumerate(marks):
            across, down = number % PER_LINE, number // PER_LINE
            row.append(mark(shape, FIRST + STEP * across, y + STEP * down, look, words))
        if marks:
            row.append(label(WIDTH - 4, y, str(len(marks)), "count"))
        y += STEP * _deep(marks)
    return row


def _deep(marks: list[Mark]) -> int:
    """How many lines the marks take."""
    return -(-len(marks) // PER_LINE)


def _height(lines: dict[str, list[Mark]]) -> float:
    return STEP * (sum(map(_deep, lines.values())) + 1)
