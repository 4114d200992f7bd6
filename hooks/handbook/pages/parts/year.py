"""`year`: a picture with a row for each frequency, which links to its section of the cadence list."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markupsafe import Markup

from ...crosslinks import relations
from ...languages.labels import FREQUENCY
from ...model.facts import FREQUENCIES, Exchange, Frequency
from ..context import PageContext
from ..svg import WIDTH, PictureText, figure, label, mark, row_area

STEP, FIRST, COUNT_WIDTH = 15, 112, 22
PER_LINE = int((WIDTH - FIRST - COUNT_WIDTH) / STEP)

Mark = tuple[str, str]
"""The class and the tooltip of a mark."""


def render(context: PageContext, _: str | None) -> Iterator[Markup]:
    """A row for each frequency, from daily to yearly: squares for responsibilities, dots for exchanges.

    A row links to the heading of its frequency in the cadence list, which has to be on the same page.
    """
    rows: list[Element] = []
    y, summaries = 4.0, []
    for frequency in FREQUENCIES:
        marks = {"rect": [*_duties(context, frequency)], "circle": [*_exchanges(context, frequency)]}
        if any(marks.values()):
            rows.append(_row(context, frequency, marks, y))
            summaries.append(_summary(context, frequency, marks))
            y += _height(marks)
    text = PictureText(
        title=context.label("year"), description="; ".join(summaries), caption=context.label("year-caption")
    )
    if rows:
        yield figure("year", text, y, rows)


def _duties(context: PageContext, frequency: Frequency) -> Iterator[Mark]:
    for duty in context.facts.responsibilities.values():
        if frequency in duty.cadence.every:
            yield f"of-{duty.team}", context.title(duty)


def _exchanges(context: PageContext, frequency: Frequency) -> Iterator[Mark]:
    for exchange in sorted(context.facts.exchanges.values(), key=lambda exchange: _css_class(context, exchange)):
        if frequency in exchange.rhythm.every:
            yield _css_class(context, exchange), " ↔ ".join(map(context.role_title, exchange.between))


def _css_class(context: PageContext, exchange: Exchange) -> str:
    return "of-both" if relations.crosses(context.facts, exchange) else context.css_class(exchange.between[0])


def _summary(context: PageContext, frequency: Frequency, marks: dict[str, list[Mark]]) -> str:
    """A row in words: its frequency and the number of its marks."""
    named = zip(("duties", "exchanges"), marks.values(), strict=True)
    counts = (f"{context.label(key)} {len(group)}" for key, group in named if group)
    return f"{FREQUENCY[frequency].in_language(context.language)}: {', '.join(counts)}"


def _row(context: PageContext, frequency: Frequency, marks: dict[str, list[Mark]], y: float) -> Element:
    """A link with the name of a frequency; its marks by shape, and the number of marks of each shape at the right."""
    row, link = Element("g"), Element("a", {"href": f"#{frequency}", "aria-label": _summary(context, frequency, marks)})
    height = _height(marks)
    row.append(link)
    link.append(row_area(y, height))
    link.append(label(4, y + height / 2, FREQUENCY[frequency].in_language(context.language), "often"))
    y += STEP
    for shape, group in marks.items():
        for index, (css_class, tooltip) in enumerate(group):
            line, column = divmod(index, PER_LINE)
            row.append(mark(shape, FIRST + STEP * column, y + STEP * line, css_class, tooltip))
        if group:
            row.append(label(WIDTH - 4, y, str(len(group)), "count"))
            row[-1].set("aria-hidden", "true")  # the name of the link says it, with its unit
        y += STEP * _line_count(group)
    return row


def _line_count(marks: list[Mark]) -> int:
    """The number of lines that marks take: their number divided by `PER_LINE`, rounded up."""
    return -(-len(marks) // PER_LINE)


def _height(marks: dict[str, list[Mark]]) -> float:
    return STEP * (sum(map(_line_count, marks.values())) + 1)
