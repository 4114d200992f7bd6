"""The fingerprint of a section: a digest that changes if and only if the words of the section change.

The mark of a block is a short one, which says in which block they changed.
Code but for its comments, link targets, tags, markers and emphasis are not part of it: they are not prose.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import groupby
from unicodedata import normalize

from ..languages.patterns import URL
from ..model.document import Prose
from ..model.section import Section
from .blocks import COMMENT

PREFIX = "p1:"
"""The version of the algorithm; a different algorithm gets a different prefix."""
LENGTH = 12
MARK_LENGTH = 4

Block = tuple[Prose, ...]
"""What has a mark of its own: one paragraph, item, heading or title, or the cells of one row of a table."""


def fingerprint(texts: Iterable[str]) -> str:
    """Returns `p1:` and 12 hex digits for the words of a section, given block by block.

    NFC, white space collapsed; letter case and punctuation count.
    """
    return PREFIX + _digest(texts)[:LENGTH]


def section_fingerprint(section: Section) -> str:
    """Returns the fingerprint of a section: of its prose and the comments in its code, or of the bytes of a file."""
    comments = (comment for code in section.code for comment in COMMENT.findall(code))
    return fingerprint((*(prose.text for prose in section.prose), *comments, section.digest))


def blocks(prose: Iterable[Prose]) -> Iterator[Block]:
    """Yields the blocks of a section that have words."""
    for (kind, _), group in groupby(prose, key=lambda each: (each.kind, each.line)):
        together = tuple(each for each in group if each.text.strip())
        if kind == "cell" and together:
            yield together
        else:
            yield from ((each,) for each in together)


def marks(prose: Iterable[Prose]) -> str:
    """Returns the marks of a section's blocks in their order, joined: four hex digits for each."""
    return "".join(_digest(each.text for each in block)[:MARK_LENGTH] for block in blocks(prose))


def _digest(texts: Iterable[str]) -> str:
    words = normalize("NFC", URL.sub("", "\n".join(texts))).split()
    return sha256(" ".join(words).encode("utf-8", "replace")).hexdigest()
