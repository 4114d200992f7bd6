"""Puts what is generated into the element tree that Python-Markdown builds of a page.

Generated HTML is finished, so Markdown does not read it: it is kept in Python-Markdown's stash, like raw HTML of
the author, and only headings become elements, for the table of contents.
"""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from lxml import etree
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, HTML_PLACEHOLDER_RE, STX
from markupsafe import Markup, escape

from ..model.document import Marker
from ..reading.markdown_inline import markers
from .compose import Blocks, GeneratedBlocks
from .elements import Block, Heading, element, lines

PARSER = etree.HTMLParser()
PRIORITY = 6
"""After mentions are linked and attribute lists are read, before the table of contents collects headings and ids."""

Place = tuple[Element, Element, Marker]
"""A marker that is alone in a paragraph: the parent of the paragraph, the paragraph, the marker."""


class InsertBlocks(Extension):
    """A Markdown extension; `page` is set anew for each page, as one instance serves the whole build."""

    def __init__(self) -> None:
        super().__init__()
        self.page: GeneratedBlocks | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # overrides a method that Python-Markdown names so
        """Register the tree processor."""
        md.treeprocessors.register(_Processor(md, self), "handbook-blocks", PRIORITY)


class _Processor(Treeprocessor):
    def __init__(self, md: Markdown, extension: InsertBlocks) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        page = self.extension.page
        if page is None:
            return
        self.fill_raw_html(page)
        shown: list[Block] = []
        for parent, paragraph, marker in [*self.places(root)]:
            blocks = page.part(marker)
            if blocks is not None:
                shown += blocks
                index = list(parent).index(paragraph)
                parent[index : index + 1] = self.framed(blocks)
        if below := page.terms_elsewhere():
            root[:] = [part for child in root for part in (child, *self.framed(below.get(child.get("id", ""), ())))]
        title = _title_end(root)
        root[title:title] = self.framed(page.banner())
        root.extend(self.framed(page.backlinks(_addresses(shown))))

    def fill_raw_html(self, page: GeneratedBlocks) -> None:
        """Replace the markers inside HTML of the author that Markdown does not read, such as a plain `div`."""
        stash = self.md.htmlStash.rawHtmlBlocks
        for number, raw in enumerate(stash):
            if isinstance(raw, str) and "handbook/" in raw and not raw.lstrip().startswith("<!--"):
                written = raw.split("\n")
                for marker in markers(raw, 1, lone=True):
                    blocks = page.part(marker) if marker.alone else None
                    if blocks is not None:
                        written[marker.line - 1] = _without_placeholders(lines(map(_as_html, blocks)))
                stash[number] = "\n".join(written)

    def places(self, root: Element) -> Iterator[Place]:
        """The markers that are to be replaced."""
        for parent in root.iter():
            for child in parent:
                if child.tag == "p" and not len(child) and (marker := self.marker(child.text or "")):
                    yield parent, child, marker

    def marker(self, text: str) -> Marker | None:
        """The marker that a paragraph consists of, if it does."""
        place = HTML_PLACEHOLDER_RE.fullmatch(text.strip())
        html = str(self.md.htmlStash.rawHtmlBlocks[int(place[1])]).strip() if place else ""
        found = [*markers(html, 1, lone=True)] if html.startswith("<!--") and "\n" not in html else []
        return found[0] if len(found) == 1 and found[0].alone else None

    def framed(self, blocks: Blocks) -> list[Element]:
        """Blocks in a `div`; nothing without blocks."""
        frame = Element("div", {"class": "handbook-part"})
        frame.text = frame.tail = "\n"
        for block in blocks:
            self.append(frame, block)
        return [frame] if blocks else []

    def append(self, frame: Element, block: Block) -> None:
        if isinstance(block, Heading):
            frame.append(self.heading(block))
        elif len(frame):
            frame[-1].tail = f"{frame[-1].tail or ''}\n{self.stashed(block)}\n"
        else:
            frame.text = f"{frame.text}{self.stashed(block)}\n"

    def heading(self, block: Heading) -> Element:
        excluded = {} if block.searched else {"data-search-exclude": "true"}
        heading = Element(f"h{block.level}", {**excluded, "id": block.id})
        heading.text = self.stashed(escape(block.text))
        return heading

    def stashed(self, html: str) -> str:
        return str(self.md.htmlStash.store(_without_placeholders(html)))


def _without_placeholders(html: str) -> str:
    """HTML without the characters with which Python-Markdown marks a place of its stash."""
    return html.replace(STX, "").replace(ETX, "")


def _addresses(blocks: Iterable[Block]) -> Iterator[str]:
    """The addresses that generated blocks link to, without anchors."""
    for block in blocks:
        if isinstance(block, Markup):
            for link in etree.fromstring(f"<html><body>{block}</body></html>", PARSER).iter("a"):
                yield str(link.get("href")).partition("#")[0]


def _as_html(block: Block) -> Markup:
    return element(f"h{block.level}", block.text, id=block.id) if isinstance(block, Heading) else block


def _title_end(root: Element) -> int:
    """The index after the first heading of level 1, which has to stay the first element for MkDocs; else 0."""
    return next((index for index, element in enumerate(root, start=1) if element.tag == "h1"), 0)
