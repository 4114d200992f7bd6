"""The rule about tables: the same shape in both languages, and in each cell the same values, code and links."""

from collections import Counter
from collections.abc import Iterator

from ..crosslinks.paths import normalize_target
from ..languages.messages import Message, msg
from ..languages.quantities import loose_values, values, values_in_words
from ..model.document import Cell
from ..model.finding import Finding
from ..model.handbook import Handbook
from ..model.page import Page
from .blocks import block_pairs


def table(handbook: Handbook) -> Iterator[Finding]:
    """A table has the same rows and columns in both languages, and in each cell the same numbers, code and links.

    Bad: 4 × 3 in Serbian, 3 × 3 in English. Good: 4 × 3 in each.
    """
    for left, block, right, counterpart in block_pairs(handbook, "table"):
        if block.detail == counterpart.detail:
            for cell, other in zip(block.cells, counterpart.cells, strict=True):
                yield from _cell(left, cell, right, other)
        else:
            related = right.at(counterpart.line)
            message = msg(
                "The table here has {here} cells, the one in {place} has {there}.",
                here=block.detail,
                place=related,
                there=counterpart.detail,
            )
            advice = msg("Add what is missing, or remove what is left over.")
            yield Finding(left.at(block.line), "table", message, advice, related=related)


def _cell(left: Page, cell: Cell, right: Page, other: Cell) -> Iterator[Finding]:
    """Yields a finding for each of numbers, code and links that differs between two cells."""
    for what, here, there in (
        (msg("the same numbers"), _missing_values(left, cell, right, other), _missing_values(right, other, left, cell)),
        (msg("the same code"), Counter(cell.code), Counter(other.code)),
        (msg("the same links"), _links(left, cell), _links(right, other)),
    ):
        if here != there:
            related = right.at(other.line)
            message = msg(
                "This cell has {here}, the one in {place} has {there}.",
                here=_listed(here - there),
                place=related,
                there=_listed(there - here),
            )
            advice = msg("Write {what} in both languages.", what=what)
            yield Finding(left.at(cell.line), "table", message, advice, related=related)


def _missing_values(page: Page, cell: Cell, other_page: Page, other: Cell) -> Counter[str]:
    """Returns the values of a cell that the other cell has neither in figures nor in words."""
    missing = _values(page, cell) - _values(other_page, other)
    if not missing:
        return missing
    code = other_page.language
    spelled_out = {*loose_values(other.text, code), *(value.value for value in values_in_words(other.text, code))}
    return Counter({value: times for value, times in missing.items() if value not in spelled_out})


def _values(page: Page, cell: Cell) -> Counter[str]:
    return Counter(value.value for value in values(cell.text, page.language))


def _links(page: Page, cell: Cell) -> Counter[str]:
    return Counter(normalize_target(page.path, target) for target in cell.links)


def _listed(texts: Counter[str]) -> tuple[str, ...] | Message:
    return tuple(sorted(texts)) or msg("none of that")
