"""`org-chart`: who reports to whom, as a picture and as a list."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ...crosslinks import relations
from ..context import PageContext
from ..svg import WIDTH, Words, box, figure, line, tall

STEP, GAP = 20, 8


def render(context: PageContext, _: str | None) -> str:
    """Who reports to whom, as a picture and as nested lists that begin outside the handbook."""
    tops = [one for one in context.facts.outside_parties if any(relations.reports(context.facts, one))]
    listed = "\n".join(line for top in tops for line in _below(context, top, 0))
    return f"{org_picture(context)}\n\n{listed}"


def _below(context: PageContext, role: str, depth: int) -> Iterator[str]:
    yield f"{'    ' * depth}- {context.role(role)}"
    for report in relations.reports(context.facts, role):
        yield from _below(context, report.id, depth + 1)


def org_picture(context: PageContext) -> str:
    """The org chart as an indented tree, which a phone can show."""
    tops = [one for one in context.facts.outside_parties if any(relations.reports(context.facts, one))]
    rows = [row for top in tops for row in _rows(context, top, 0)]
    parts: list[Element] = []
    ends: dict[str, float] = {}
    y = 4.0
    for id_, boss, depth in rows:
        x, text = depth * STEP + 2.0, context.name(id_)
        height = tall(text, WIDTH - x - 4)
        if boss in ends:
            left = (depth - 1) * STEP + 12.0
            parts.append(line("tie", (left, ends[boss]), (left, y + height / 2), (x, y + height / 2)))
        parts.append(box(x, y, WIDTH - x - 4, height, text, context.built(id_), context.look(id_)))
        ends[id_] = y + height
        y += height + GAP
    story = "; ".join(f"{context.name(id_)} → {context.name(boss)}" for id_, boss, _ in rows if boss)
    return figure("org-picture", Words(title=context.label("org-picture"), story=story), y, parts)


def _rows(context: PageContext, id_: str, depth: int, boss: str = "") -> Iterator[tuple[str, str, int]]:
    yield id_, boss, depth
    for report in relations.reports(context.facts, id_):
        yield from _rows(context, report.id, depth + 1, id_)
