"""The parts of a Markdown text as values: headings, links, prose, blocks, markers.

They are named tuples, because a handbook has thousands of them and these are the fastest to create.
"""

from collections import defaultdict
from typing import Literal, NamedTuple

from ..languages.messages import Message


class Heading(NamedTuple):
    """A heading: its level (1 to 6), text, explicit id (None without one) and line."""

    level: int
    text: str
    id: str | None
    line: int


class Link(NamedTuple):
    """A link or image: its target as written, its line, and the id of its section (`""` before the first).

    `inside` is where it is: in the text, in a table cell, or it is an image. `text` is what readers see of a link,
    `title` what they see when they point at it.
    """

    target: str
    line: int
    section: str
    inside: Literal["text", "cell", "image"] = "text"
    text: str = ""
    title: str = ""


class Run(NamedTuple):
    """A piece of text without any tag in it, the id of its section, and whether it is bold or in a cell of a table."""

    text: str
    section: str
    apart: bool = False


class Prose(NamedTuple):
    """The text of one block, with the text of links but without code, its section id and its line."""

    text: str
    section: str
    line: int
    kind: Literal["paragraph", "item", "heading", "cell", "title", "image", "html", "front"] = "paragraph"


class Cell(NamedTuple):
    """A cell of a table: its text, the code, placeholders and link targets in it, its line."""

    text: str
    code: tuple[str, ...]
    links: tuple[str, ...]
    line: int


class Block(NamedTuple):
    """A part of a page that both languages must share: a list, table, code, box, image, quotation, HTML element …

    `detail` is the number of items at each depth of a list, the terms + explanations of a definition list,
    rows × columns of a table, info string and body of code, kind of an admonition, target and alt text of
    an image, name and argument of a marker, name and classes of an HTML element.
    `numbered` is whether an outer list is numbered.
    A `misread` block is a line that Python-Markdown parses differently from CommonMark; `why` explains it.
    """

    kind: str
    detail: str
    section: str
    line: int
    cells: tuple[Cell, ...] = ()
    why: Message | None = None
    numbered: bool = False


class Marker(NamedTuple):
    """A marker of a generated part; `alone` is false if there is other text on its line."""

    name: str
    argument: str | None
    line: int
    alone: bool = True


MarkupKind = Literal["element", "attribute", "address", "image", "unclear"]


class Markup(NamedTuple):
    """Something that must not reach readers: an HTML element, an attribute, the address of a link or an image.

    `unclear` is HTML that browsers might parse differently.
    """

    kind: MarkupKind
    what: str
    line: int


class Outline(NamedTuple):
    """The parts of one Markdown text, with lines counted from 1."""

    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    markers: tuple[Marker, ...] = ()
    runs: tuple[Run, ...] = ()
    prose: tuple[Prose, ...] = ()
    blocks: tuple[Block, ...] = ()
    markup: tuple[Markup, ...] = ()
    front_matter: str | None = None

    def by_section(self, *kinds: str) -> defaultdict[str, list[Block]]:
        """Return the blocks of these kinds by the id of their section, in order."""
        blocks: defaultdict[str, list[Block]] = defaultdict(list)
        for block in self.blocks:
            if block.kind in kinds:
                blocks[block.section].append(block)
        return blocks
