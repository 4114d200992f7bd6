"""Adds links for mentions to the element tree that Python-Markdown builds of a page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from ..model.document import Run
from .index import MentionLink

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
SKIPPED = HEADINGS | {"a", "code", "pre", "th", "blockquote", "abbr"}
"""Elements whose text is not running text, as the outline of a page leaves it out too."""
SKIPPED_CLASS = "admonition-title"
PRIORITY = 7
"""After inline markup and attribute lists, before MkDocs resolves the links of a page."""

Find = Callable[[list[Run]], Iterator[tuple[int, MentionLink]]]
"""From the runs of a page to the links to add, each with the index of its run."""


@dataclass(frozen=True, slots=True)
class RunPosition:
    """The position of a run in the tree: the text of an element or, if `tail`, the text after it."""

    element: Element
    parent: Element
    tail: bool


class LinkMentions(Extension):
    """A Markdown extension; `find` is set anew for each page, as one instance serves the whole build."""

    def __init__(self) -> None:
        super().__init__()
        self.find: Find = lambda runs: iter(())

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # overrides a method that Python-Markdown names so
        """Register the tree processor."""
        md.treeprocessors.register(_Processor(md, self), "handbook-mentions", PRIORITY)


class _Processor(Treeprocessor):
    def __init__(self, md: Markdown, extension: LinkMentions) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        positions = [(position, run) for position, run in _runs(root, root, [""], apart=False) if run.text.strip()]
        links = list(self.extension.find([run for _, run in positions]))
        for index, mention_link in reversed(links):
            _insert(positions[index][0], mention_link)


def _runs(element: Element, parent: Element, section: list[str], apart: bool) -> Iterator[tuple[RunPosition, Run]]:
    """The runs below an element with their positions; `section` holds the id of the current section."""
    if element.tag in HEADINGS:
        section[0] = "" if element.tag == "h1" else element.get("id", "")
    inside = apart or element.tag in ("td", "strong")
    if element.tag not in SKIPPED and SKIPPED_CLASS not in element.get("class", "").split():
        yield RunPosition(element, parent, tail=False), Run(element.text or "", section[0], inside)
        for child in element:
            yield from _runs(child, element, section, inside)
            yield RunPosition(child, element, tail=True), Run(child.tail or "", section[0], inside)


def _insert(position: RunPosition, mention_link: MentionLink) -> None:
    """Insert a link into a run; the links of one run have to be inserted from the last to the first."""
    text = (position.element.tail if position.tail else position.element.text) or ""
    link = _link(text[mention_link.start : mention_link.end], mention_link)
    link.tail = text[mention_link.end :]
    if position.tail:
        position.element.tail = text[: mention_link.start]
        position.parent.insert(list(position.parent).index(position.element) + 1, link)
    else:
        position.element.text = text[: mention_link.start]
        position.element.insert(0, link)


def _link(text: str, mention_link: MentionLink) -> Element:
    link = Element("a", {"href": mention_link.href, "class": "handbook-mention"})
    if mention_link.tooltip:
        link.attrib |= {"class": "handbook-term", "title": mention_link.tooltip}
    link.text = text
    return link
