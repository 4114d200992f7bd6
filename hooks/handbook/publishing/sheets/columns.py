"""Sets the sections of a sheet in two columns on one page or two, by an estimate of their height.

Columns that WeasyPrint fills by itself are laid out three times, and the last page has one full and one empty column.
"""

from collections.abc import Sequence
from itertools import combinations, pairwise
from math import ceil

from lxml.html import HtmlElement, builder

LETTERS = 54
"""The letters of a line of a column, with some to spare."""
STEPS = (("", 2, 51), ("tight", 2, 59), ("", 4, 54))
"""The ways to set a sheet, the first that fits is used: its class, its columns, and the most lines of a column.

Two columns are a page, and the first page has the head and the first paragraphs, too.
"""
BLOCKS = ("p", "li", "dt", "dd", "h2", "summary")
APART = 0.45
"""The space between two blocks, in lines."""


def in_columns(sections: Sequence[HtmlElement]) -> HtmlElement:
    """The sections in two columns on as many pages as they need: one, two, or more if they are too long for two.

    Sections are not divided, except on a sheet of more than two pages.
    """
    heights = [_height(section) for section in sections]
    for css_class, columns, most in STEPS:
        if len(sections) >= columns and (parts := _parts(heights, columns)) and _highest(heights, parts) <= most:
            halves = [builder.DIV({"class": "half"}, *sections[start:end]) for start, end in parts]
            pages = (builder.DIV({"class": "halves"}, *halves[index : index + 2]) for index in range(0, columns, 2))
            return builder.DIV({"class": css_class}, *pages)
    return builder.DIV({"class": "columns"}, *sections)


def _height(section: HtmlElement) -> float:
    """The lines of a section, as an estimate."""
    blocks = (block for block in section.iter(*BLOCKS) if block.tag != "li" or not block.xpath("./p"))
    return sum(ceil(_letters(block) / LETTERS) + APART for block in blocks)


def _letters(block: HtmlElement) -> int:
    """The letters of a block, without those of the lists in it."""
    inner = sum(len(part.text_content()) for part in block.xpath("./ul | ./ol"))
    return len(block.text_content()) - inner + LETTERS // 2 * len(block.xpath("./br"))


def _parts(heights: Sequence[float], count: int) -> list[tuple[int, int]]:
    """The start and end of each of `count` parts, in order, of which the highest is as low as possible."""
    divisions = ([*pairwise((0, *ends, len(heights)))] for ends in combinations(range(1, len(heights)), count - 1))
    return min(divisions, key=lambda parts: _highest(heights, parts))


def _highest(heights: Sequence[float], parts: Sequence[tuple[int, int]]) -> float:
    return max(sum(heights[start:end]) for start, end in parts)
