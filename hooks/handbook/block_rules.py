"""Rules about the shape of sections: both languages have the same lists, tables, code and boxes."""

from collections.abc import Iterator

from .finding import Finding
from .model import Block, Handbook, Page

HARD = ("table", "code", "admonition")


def blocks(handbook: Handbook) -> Iterator[Finding]:
    """A section has the same tables, pieces of code and boxes in both languages, in the same order.

    Bad: a table in the Serbian section, none in the English. Good: one in each.
    """
    for left, right, section in _sections(handbook):
        one, other = (_kinds(page, section) for page in (left, right))
        if one != other:
            said = f"This section has {_shown(one)} here, {_shown(other)} in {right.source}."
            yield Finding(left.start(section), "blocks", said,
                          "Give both languages the same blocks in the same order.",
                          related=right.start(section))  # fmt: skip


def list_(handbook: Handbook) -> Iterator[Finding]:
    """A list has the same number of items, at each depth, in both languages.

    Bad: four items in Serbian, three in English. Good: four in each.
    """
    yield from _alike(handbook, "list", "items", "Add the missing item, or remove the one too many.")


def table(handbook: Handbook) -> Iterator[Finding]:
    """A table has the same number of rows and columns in both languages.

    Bad: 4 × 3 in Serbian, 3 × 3 in English. Good: 4 × 3 in each.
    """
    yield from _alike(handbook, "table", "cells", "Add what is missing, or remove what is too much.")


def code(handbook: Handbook) -> Iterator[Finding]:
    """A piece of code is the same in both languages; its comments may differ.

    Bad: `make serve` in Serbian, `make server` in English. Good: the same command in both.
    """
    for left, right, section in _sections(handbook):
        pairs = zip(_of(left, section, "code"), _of(right, section, "code"), strict=False)
        for one, other in pairs:
            if _uncommented(one.detail) != _uncommented(other.detail):
                said = f"This piece of code differs from the one in {right.source}:{other.line}."
                yield Finding(left.at(one.line), "code", said, "Make them equal; only comments may differ.",
                              related=right.at(other.line))  # fmt: skip


def _alike(handbook: Handbook, kind: str, unit: str, advice: str) -> Iterator[Finding]:
    for left, right, section in _sections(handbook):
        lists = (_of(left, section, kind), _of(right, section, kind))
        if kind == "list" and len(lists[0]) != len(lists[1]):
            yield _number(section, left, right, len(lists[0]), len(lists[1]))
        for one, other in zip(*lists, strict=False):
            if one.detail != other.detail:
                said = f"The {kind} here has {one.detail} {unit}, "
                said += f"the one in {right.source}:{other.line} has {other.detail}."
                yield Finding(left.at(one.line), kind, said, advice, related=right.at(other.line))


def _number(section: str, left: Page, right: Page, here: int, there: int) -> Finding:
    said = f"The number of lists in this section is {here}, in {right.source} it is {there}."
    return Finding(left.start(section), "list", said, "Give both languages the same lists.",
                   related=right.start(section))  # fmt: skip


def _sections(handbook: Handbook) -> Iterator[tuple[Page, Page, str]]:
    for left, right in handbook.pairs:
        for section in sorted({block.section for page in (left, right) for block in page.outline.blocks}):
            yield left, right, section


def _of(page: Page, section: str, kind: str) -> list[Block]:
    return [one for one in page.outline.blocks if (one.section, one.kind) == (section, kind)]


def _kinds(page: Page, section: str) -> list[str]:
    found = (one for one in page.outline.blocks if one.section == section and one.kind in HARD)
    return [f"{one.kind} {one.detail}" if one.kind == "admonition" else one.kind for one in found]


def _shown(kinds: list[str]) -> str:
    return ", ".join(kinds) or "no block"


def _uncommented(text: str) -> list[str]:
    return [line.partition("#")[0].rstrip() for line in text.splitlines()]
