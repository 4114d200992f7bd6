"""Turns the mentions that the core finds into links, in the tree Python-Markdown builds of a page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from ..model.document import Run
from .index import Mark

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
SILENT = HEADINGS | {"a", "code", "pre", "th", "blockquote", "abbr"}
"""Elements whose text is no running text."""
SILENT_CLASSES = frozenset({"handbook-woven", "admonition-title"})
PRIORITY = 7
"""After inline markup and attribute lists, before MkDocs follows the links of a page."""

Find = Callable[[list[Run]], Iterator[tuple[int, Mark]]]
"""From the runs of a page to what is to be linked in them."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a run stands: as an element's own text or, if `tail`, after it."""

    element: Element
    parent: Element
    tail: bool


class LinkMentions(Extension):
    """A Markdown extension; `find` may change from page to page, as one build reads them all."""

    def __init__(self) -> None:
        super().__init__()
        self.find: Find = lambda runs: iter(())

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Python-Markdown's own name
        """Take a place in the order of the tree processors."""
        md.treeprocessors.register(_Processor(md, self), "handbook-mentions", PRIORITY)


class _Processor(Treeprocessor):
    def __init__(self, md: Markdown, extension: LinkMentions) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        spots = [(spot, run) for spot, run in _inside(root, root, [""]) if run.text.strip()]
        found = list(self.extension.find([run for _, run in spots]))
        for index, mark in reversed(found):
            _place(spots[index][0], mark)


def _inside(element: Element, parent: Element, section: list[str]) -> Iterator[tuple[Spot, Run]]:
    if element.tag in HEADINGS:
        section[0] = "" if element.tag == "h1" else element.get("id", "")
    if element.tag not in SILENT and not SILENT_CLASSES & set(element.get("class", "").split()):
        yield Spot(element, parent, tail=False), Run(element.text or "", section[0])
        for child in element:
            yield from _inside(child, element, section)
            yield Spot(child, element, tail=True), Run(child.tail or "", section[0])


def _place(spot: Spot, mark: Mark) -> None:
    """Put a link into a text; later links of the same text are placed before earlier ones."""
    text = (spot.element.tail if spot.tail else spot.element.text) or ""
    link = _link(text[mark.start : mark.end], mark)
    link.tail = text[mark.end :]
    if spot.tail:
        spot.element.tail = text[: mark.start]
        spot.parent.insert(list(spot.parent).index(spot.element) + 1, link)
    else:
        spot.element.text = text[: mark.start]
        spot.element.insert(0, link)


def _link(text: str, mark: Mark) -> Element:
    link = Element("a", {"href": mark.href, "class": "handbook-mention"})
    if mark.tip:
        link.attrib |= {"class": "handbook-term", "title": mark.tip}
    link.text = text
    return link
