"""`org-chart`: who reports to whom, as a picture and as a list."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markupsafe import Markup

from ...crosslinks import relations
from ..context import PageContext
from ..elements import bullets
from ..people import holder_names, with_holders
from ..svg import WIDTH, PictureText, box, box_height, figure, line

INDENT, GAP = 20, 8


def render(context: PageContext, _: str | None) -> Iterator[Markup]:
    """The org chart as a picture and as nested lists; the outermost level are outside parties."""
    yield org_picture(context)
    yield bullets(_item(context, id_) for id_ in _top(context))


def _item(context: PageContext, id_: str) -> Markup:
    """A role with the list of its direct reports."""
    reports = [_item(context, report.id) for report in relations.reports(context.facts, id_)]
    role = with_holders(context, id_)
    return role + bullets(reports) if reports else role


def org_picture(context: PageContext) -> Markup:
    """The org chart as an indented tree, narrow enough for a phone."""
    rows = [*_rows(context)]
    parts: list[Element] = []
    bottoms: dict[str, float] = {}
    y = 4.0
    for id_, manager, depth in rows:
        x, title, holders = depth * INDENT + 2.0, context.role_title(id_), holder_names(context, id_)
        height = box_height(title, WIDTH - x - 4, holders)
        if manager in bottoms:
            left = (depth - 1) * INDENT + 12.0
            parts.append(line("tie", (left, bottoms[manager]), (left, y + height / 2), (x, y + height / 2)))
        parts.append(box(x, y, WIDTH - x - 4, height, title, context.address(id_), context.css_class(id_), holders))
        bottoms[id_] = y + height
        y += height + GAP
    pairs = (f"{context.role_title(id_)} → {context.role_title(manager)}" for id_, manager, _ in rows if manager)
    text = PictureText(title=context.label("org-picture"), description="; ".join(pairs))
    return figure("org-picture", text, y, parts)


def _rows(context: PageContext) -> Iterator[tuple[str, str, int]]:
    """Every id of the chart from top to bottom, with its manager's id (empty at the top) and its depth."""
    for id_ in _top(context):
        yield from _branch(context, id_, 0)


def _top(context: PageContext) -> Iterator[str]:
    """The outside parties that roles report to."""
    return (id_ for id_ in context.facts.outside_parties if any(relations.reports(context.facts, id_)))


def _branch(context: PageContext, id_: str, depth: int, manager: str = "") -> Iterator[tuple[str, str, int]]:
    yield id_, manager, depth
    for report in relations.reports(context.facts, id_):
        yield from _branch(context, report.id, depth + 1, id_)
