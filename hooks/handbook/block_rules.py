"""Rules about the shape of sections: both languages have the same lists, tables, code, boxes and images."""

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from .address import neutral
from .figures import small_numbers, values
from .finding import Finding, Place
from .model import Handbook, Page
from .pieces import Block, Cell

HARD = ("table", "code", "admonition", "image", "marker")
TOLD = ("admonition", "marker")
"""Blocks whose kind or name must be the same too."""


def blocks(handbook: Handbook) -> Iterator[Finding]:
    """A section has the same tables, code, boxes, images and generated parts in both languages, in order.

    What the site would read differently than the check is told as well.
    Bad: a table in the Serbian section, none in the English. Good: one in each.
    """
    for left, right, section in _sections(handbook):
        for one, other in zip_longest(_hard(left, section), _hard(right, section)):
            if _kind(one) != _kind(other):
                here, there = _place(left, section, one), _place(right, section, other)
                said = f"{_shown(one)} stands here, {_shown(other)} in {there.path}:{there.line}."
                yield Finding(here, "blocks", said, "Give both languages the same blocks in the same order.",
                              related=there)  # fmt: skip
                break
    for page in handbook.pages.values():
        for block in page.outline.blocks:
            if block.kind == "misread":
                yield Finding(page.at(block.line), "blocks", f"{block.detail}.",
                              "Otherwise the site will show something else.")  # fmt: skip


def list_(handbook: Handbook) -> Iterator[Finding]:
    """A list has the same number of items, at each depth, in both languages.

    Bad: four items in Serbian, three in English. Good: four in each.
    """
    for left, right, section in _sections(handbook):
        mine, theirs = (_of(page, section, "list") for page in (left, right))
        if len(mine) != len(theirs):
            said = f"The number of lists in this section is {len(mine)}, in {right.source} it is {len(theirs)}."
            yield Finding(left.start(section), "list", said, "Give both languages the same lists.",
                          related=right.start(section))  # fmt: skip
        for one, other in zip(mine, theirs, strict=False):
            if one.detail != other.detail:
                yield _differs(left, one, right, other, "items", "Add the missing item, or remove the one too many.")


def table(handbook: Handbook) -> Iterator[Finding]:
    """A table has the same rows and columns in both languages, and in each cell the same numbers, code and links.

    Bad: 4 × 3 in Serbian, 3 × 3 in English. Good: 4 × 3 in each.
    """
    for left, right, section in _sections(handbook):
        for one, other in zip(*(_of(page, section, "table") for page in (left, right)), strict=False):
            if one.detail != other.detail:
                yield _differs(left, one, right, other, "cells", "Add what is missing, or remove what is too much.")
            else:
                for mine, theirs in zip(one.cells, other.cells, strict=True):
                    yield from _cell(left, mine, right, theirs)


def code(handbook: Handbook) -> Iterator[Finding]:
    """A piece of code is the same in both languages; its comments may differ.

    Bad: `make serve` in Serbian, `make server` in English. Good: the same command in both.
    """
    for left, right, section in _sections(handbook):
        for one, other in zip(_of(left, section, "code"), _of(right, section, "code"), strict=False):
            if uncommented(one.detail) != uncommented(other.detail):
                said = f"This piece of code differs from the one in {right.source}:{other.line}."
                yield Finding(left.at(one.line), "code", said, "Make them equal; only comments may differ.",
                              related=right.at(other.line))  # fmt: skip


def inline_code(handbook: Handbook) -> Iterator[Finding]:
    """The code inside the sentences of a section is the same in both languages.

    Bad: `make serve` in Serbian, no code in English. Good: `make serve` in both.
    """
    for left, right, section in _sections(handbook):
        for here, there in ((left, right), (right, left)):
            theirs = {block.detail for block in _of(there, section, "inline")}
            for block in _of(here, section, "inline"):
                if block.detail not in theirs:
                    said = f"“{block.detail}” is not in the same section of {there.source}."
                    yield Finding(here.at(block.line), "inline-code", said,
                                  "Write the same code in both languages.", "warning",
                                  there.start(section))  # fmt: skip


def images(handbook: Handbook) -> Iterator[Finding]:
    """An image is the same in both languages, or a file of the same name in each, with a text of its own.

    Bad: `![](map.svg)`. Good: `![Мапа тимова](map.svg)` and `![Map of the teams](map.svg)`.
    """
    for left, right, section in _sections(handbook):
        for one, other in zip(_of(left, section, "image"), _of(right, section, "image"), strict=False):
            (mine, text), (theirs, words) = (block.detail.split("\n", 1) for block in (one, other))
            if neutral(left.path, mine) != neutral(right.path, theirs):
                said = f"“{mine}” is shown here, “{theirs}” in {right.source}:{other.line}."
                yield Finding(left.at(one.line), "images", said, "Show the same image in both languages.",
                              related=right.at(other.line))  # fmt: skip
            yield from _text(left, one, text)
            yield from _text(right, other, words)
            if text == words and text.strip():
                said = f"The image is described as “{text}” in both languages."
                yield Finding(left.at(one.line), "images", said, "Describe it in each language.",
                              related=right.at(other.line))  # fmt: skip


def uncommented(text: str) -> list[str]:
    """The lines of a piece of code without their comments."""
    return [line.partition("#")[0].rstrip() for line in text.splitlines()]


def _text(page: Page, block: Block, text: str) -> Iterator[Finding]:
    if not text.strip():
        yield Finding(page.at(block.line), "images", "The image has no text for those who cannot see it.",
                      "Describe it between the square brackets.")  # fmt: skip


def _cell(left: Page, mine: Cell, right: Page, theirs: Cell) -> Iterator[Finding]:
    for what, one, other in (
        ("numbers", _lacking(left, mine, right, theirs), _lacking(right, theirs, left, mine)),
        ("code", Counter(mine.code), Counter(theirs.code)),
        ("links", _links(left, mine), _links(right, theirs)),
    ):
        if one != other:
            said = f"This cell has {_listed(one - other)}, the one in {right.source}:{theirs.line} "
            yield Finding(left.at(mine.line), "table", f"{said}has {_listed(other - one)}.",
                          f"Write the same {what} in both languages.", related=right.at(theirs.line))  # fmt: skip


def _lacking(here: Page, cell: Cell, there: Page, other: Cell) -> Counter[str]:
    """The values of a cell that the other neither has in figures nor says in words."""
    mine, theirs = (Counter(value.value for value in values(one.text, page.language))
                    for page, one in ((here, cell), (there, other)))  # fmt: skip
    lacking = mine - theirs
    spelt = small_numbers(other.text, there.language) if lacking else set()
    return Counter({value: times for value, times in lacking.items() if value not in spelt})


def _links(page: Page, cell: Cell) -> Counter[str]:
    return Counter(neutral(page.path, target) for target in cell.links)


def _listed(some: Counter[str]) -> str:
    return ", ".join(sorted(some)) or "none of that"


def _differs(left: Page, one: Block, right: Page, other: Block, unit: str, advice: str) -> Finding:
    said = f"The {one.kind} here has {one.detail} {unit}, "
    said += f"the one in {right.source}:{other.line} has {other.detail}."
    return Finding(left.at(one.line), one.kind, said, advice, related=right.at(other.line))


def _sections(handbook: Handbook) -> Iterator[tuple[Page, Page, str]]:
    for left, right in handbook.pairs:
        for section in sorted({block.section for page in (left, right) for block in page.outline.blocks}):
            yield left, right, section


def _of(page: Page, section: str, kind: str) -> list[Block]:
    return [one for one in page.outline.blocks if (one.section, one.kind) == (section, kind)]


def _hard(page: Page, section: str) -> list[Block]:
    return [one for one in page.outline.blocks if one.section == section and one.kind in HARD]


def _kind(block: Block | None) -> str | None:
    if block is None:
        return None
    return f"{block.kind} {block.detail}" if block.kind in TOLD else block.kind


def _shown(block: Block | None) -> str:
    return f"“{_kind(block)}”" if block else "no further block"


def _place(page: Page, section: str, block: Block | None) -> Place:
    return page.at(block.line) if block else page.start(section)
