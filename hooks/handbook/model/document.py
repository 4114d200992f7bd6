"""What a Markdown text is made of, as values: headings, links, prose, blocks, markers.

A handbook has thousands of them, and they pass between processes: named tuples are the lightest values there are.
"""

from typing import Literal, NamedTuple

from ..languages.messages import Message


class Heading(NamedTuple):
    """A heading: level 1 to 6, its text, the id its author wrote (None if none), its line."""

    level: int
    text: str
    id: str | None
    line: int


class Link(NamedTuple):
    """A link or image as written, its line, and the id of the section it stands in (`""`: intro).

    `inside` says whether it stands in the text, in a cell of a table, or is an image.
    """

    target: str
    line: int
    section: str
    inside: Literal["text", "cell", "image"] = "text"


class Run(NamedTuple):
    """A stretch of running text without a tag in it, and the id of the section it stands in."""

    text: str
    section: str


class Prose(NamedTuple):
    """The words of one block, with those of its links and without its code, its section and its line."""

    text: str
    section: str
    line: int
    kind: Literal["paragraph", "item", "heading", "cell", "title", "image", "html", "front"] = "paragraph"


class Cell(NamedTuple):
    """A cell of a table: its words, the code and the links in it as written, its line."""

    text: str
    code: tuple[str, ...]
    links: tuple[str, ...]
    line: int


class Block(NamedTuple):
    """A list, table, piece of code, admonition, image or marker: what both languages must have alike.

    `detail` says of a list how many items it has at each depth, of a table rows × columns, of code its
    info string and body, of an admonition its kind, of an image its target and its text, of a marker its
    words. Of a `misread`, `why` says how Python-Markdown reads the line otherwise than CommonMark does.
    """

    kind: str
    detail: str
    section: str
    line: int
    cells: tuple[Cell, ...] = ()
    why: Message | None = None


class Marker(NamedTuple):
    """A place for a generated part; `alone` is false when other text shares its line."""

    name: str
    argument: str | None
    line: int
    alone: bool = True


class Outline(NamedTuple):
    """What one Markdown text is made of, with lines counted from 1."""

    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    markers: tuple[Marker, ...] = ()
    runs: tuple[Run, ...] = ()
    prose: tuple[Prose, ...] = ()
    blocks: tuple[Block, ...] = ()
    front_matter: str | None = None

    def of(self, section: str, kind: str) -> list[Block]:
        """The blocks of a kind in a section, in their order."""
        return [block for block in self.blocks if (block.section, block.kind) == (section, kind)]
