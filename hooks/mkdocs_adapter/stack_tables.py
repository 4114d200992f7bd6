"""Gives the cells of wide tables the head of their column, which narrow screens show instead of columns."""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

PRIORITY = 15
"""After inline markup is read, which is when heads have their words."""
FEWEST = 3
"""The number of columns from which on a table is too wide for a phone."""


class StackTables(Extension):
    """A Markdown extension for tables that are written in pages; generated ones have these heads already."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # overrides a method that Python-Markdown names so
        """Register the tree processor."""
        md.treeprocessors.register(_Processor(md), "handbook-tables", PRIORITY)


class _Processor(Treeprocessor):
    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            heads = ["".join(head.itertext()).strip() for head in table.iter("th")]
            for head in [head for head in table.iter("th") if not "".join(head.itertext()).strip()]:
                head.tag = "td"  # a head without words is none
            if len(heads) >= FEWEST:
                for row in table.iter("tr"):
                    _label(row, heads)


def _label(row: Element, heads: list[str]) -> None:
    """Give each cell of a row but the first the head of its column."""
    for head, cell in list(zip(heads, row.iterfind("td"), strict=False))[1:]:
        cell.set("data-label", head)
