"""Repairs that need no knowledge of a language: ids of headings and bodies of code, matched by ids alone."""

import re
from collections.abc import Iterator, Mapping

from ..model.document import Block, Heading
from ..model.handbook import Handbook
from ..model.page import Page
from ..parity.blocks import without_comments

Line = tuple[str, int]
"""A file and a line of it, from 1."""


def repairs(handbook: Handbook, source: str | None) -> Mapping[Line, str]:
    """The new text of each line that can be repaired, without its line end.

    Ids that one language lacks come from the other. Code is copied from the language `source`, if one is
    named; comments stay. Prose is never touched.
    """
    found: dict[Line, str] = {}
    for left, right in handbook.pairs:
        for here, there in ((left, right), (right, left)):
            found |= dict(_ids(handbook, here, there))
            if source == there.language:
                found |= dict(_codes(handbook, here, there))
    return found


def _ids(handbook: Handbook, here: Page, there: Page) -> Iterator[tuple[Line, str]]:
    """A heading without an id gets that of the one heading between the same two ids over there."""
    mine = _between(here)
    for place, heading in _between(there).items():
        fellow = mine.get(place)
        if heading and fellow and heading.id and not fellow.id and heading.level == fellow.level:
            line = _lines(handbook, here)[fellow.line - 1].rstrip()
            if "{" not in line and heading.id not in here.anchors:
                yield (here.source, fellow.line), f"{line} {{ #{heading.id} }}"


Gap = tuple[str | None, str | None]


def _between(page: Page) -> dict[Gap, Heading | None]:
    """Each heading below the title by the ids before and after it; None where two share a gap."""
    found: dict[Gap, Heading | None] = {}
    ids = [heading.id for heading in page.outline.headings]
    for number, heading in enumerate(page.outline.headings):
        if heading.level > 1:
            gap = (ids[number - 1] if number else None, ids[number + 1] if number + 1 < len(ids) else None)
            found[gap] = None if gap in found else heading
    return found


def _codes(handbook: Handbook, here: Page, there: Page) -> Iterator[tuple[Line, str]]:
    """The only piece of code of a section, line by line, where both have as many lines."""
    for section in here.anchors & there.anchors:
        mine, theirs = (_code(page, section) for page in (here, there))
        if len(mine) == len(theirs) == 1 and without_comments(mine[0].detail) != without_comments(theirs[0].detail):
            yield from _body(handbook, here, mine[0], theirs[0])


def _body(handbook: Handbook, here: Page, mine: Block, theirs: Block) -> Iterator[tuple[Line, str]]:
    own, other = mine.detail.splitlines()[1:], theirs.detail.splitlines()[1:]
    lines = _lines(handbook, here)
    if len(own) == len(other):
        for number, (old, new) in enumerate(zip(own, other, strict=True), start=mine.line):
            if without_comments(old) != without_comments(new) and old in lines[number]:
                comment = re.search(r"\s*#.*", old)
                text = without_comments(new)[0] + (comment[0] if comment else "")
                yield (here.source, number + 1), lines[number].rstrip("\r\n").replace(old, text)


def _code(page: Page, section: str) -> list[Block]:
    return [one for one in page.outline.blocks if (one.section, one.kind) == (section, "code")]


def _lines(handbook: Handbook, page: Page) -> list[str]:
    return (handbook.root / page.source).read_text("utf-8", errors="replace").split("\n")
