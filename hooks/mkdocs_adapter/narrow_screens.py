"""What pages need for narrow screens: cells of wide tables that name their column, and sections that are folded."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

TABLES, SECTIONS = 15, 4
"""The priorities: tables once inline markup is read, so that heads have their words; sections after generated parts."""
FEWEST = 3
"""The number of columns from which on a table is too wide for a phone."""
FOLDED = "folded"
"""The class of a heading whose section is folded."""


class NarrowScreens(Extension):
    """A Markdown extension for what is written in pages; `show` is the label with which a reader opens a section."""

    show = ""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # overrides a method that Python-Markdown names so
        """Register the tree processors."""
        md.treeprocessors.register(_Tables(md), "handbook-tables", TABLES)
        md.treeprocessors.register(_Sections(md, self), "handbook-sections", SECTIONS)


class _Tables(Treeprocessor):
    """Gives each cell of a table that is too wide the head of its column; generated tables have it already."""

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


class _Sections(Treeprocessor):
    """Puts the text below each heading of the class `folded` into an element that opens; wide screens show it open."""

    def __init__(self, md: Markdown, extension: NarrowScreens) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        shown: list[Element] = []
        for child in root:
            if child.tag in ("h1", "h2") or not shown:
                shown.append(child)
            elif shown[-1].tag == "h2" and FOLDED in shown[-1].get("class", "").split():
                shown.append(self._folded([child]))
            elif shown[-1].get("class") == f"handbook-{FOLDED}":
                shown[-1].append(child)
            else:
                shown.append(child)
        root[:] = shown

    def _folded(self, inside: Iterable[Element]) -> Element:
        details = Element("details", {"class": f"handbook-{FOLDED}"})
        SubElement(details, "summary", {"data-search-exclude": "true"}).text = self.extension.show
        details.extend(inside)
        return details
