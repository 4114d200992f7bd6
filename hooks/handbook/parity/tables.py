"""The rule about tables: the same shape in both languages, and in each cell the same values, code and links."""

from collections import Counter
from collections.abc import Iterator

from ..crosslinks.paths import normalize_target
from ..languages.messages import Message, msg
from ..languages.quantities import small_numbers, values
from ..model.document import Cell
from ..model.finding import Finding
from ..model.handbook import Handbook
from ..model.page import Page
from ..model.sections import sections_with_blocks


def table(handbook: Handbook) -> Iterator[Finding]:
    """A table has the same rows and columns in both languages, and in each cell the same numbers, code and links.

    Bad: 4 × 3 in Serbian, 3 × 3 in English. Good: 4 × 3 in each.
    """
    for left, right, section in sections_with_blocks(handbook):
        for one, other in zip(*(page.outline.of(section, "table") for page in (left, right)), strict=False):
            if one.detail != other.detail:
                there = right.at(other.line)
                said = msg(
                    "The table here has {here} cells, the one in {place} has {there}.",
                    here=one.detail,
                    place=there,
                    there=other.detail,
                )
                yield Finding(
                    left.at(one.line),
                    "table",
                    said,
                    msg("Add what is missing, or remove what is too much."),
                    related=there,
                )
            else:
                for mine, theirs in zip(one.cells, other.cells, strict=True):
                    yield from _cell(left, mine, right, theirs)


def _cell(left: Page, mine: Cell, right: Page, theirs: Cell) -> Iterator[Finding]:
    for what, one, other in (
        (msg("the same numbers"), _lacking(left, mine, right, theirs), _lacking(right, theirs, left, mine)),
        (msg("the same code"), Counter(mine.code), Counter(theirs.code)),
        (msg("the same links"), _links(left, mine), _links(right, theirs)),
    ):
        if one != other:
            there = right.at(theirs.line)
            said = msg(
                "This cell has {here}, the one in {place} has {there}.",
                here=_listed(one - other),
                place=there,
                there=_listed(other - one),
            )
            yield Finding(
                left.at(mine.line), "table", said, msg("Write {what} in both languages.", what=what), related=there
            )


def _lacking(here: Page, cell: Cell, there: Page, other: Cell) -> Counter[str]:
    """The values of a cell that the other neither has in figures nor says in words."""
    mine, theirs = (
        Counter(value.value for value in values(one.text, page.language))
        for page, one in ((here, cell), (there, other))
    )
    missing_libraries = mine - theirs
    spelt = small_numbers(other.text, there.language) if missing_libraries else set()
    return Counter({value: times for value, times in missing_libraries.items() if value not in spelt})


def _links(page: Page, cell: Cell) -> Counter[str]:
    return Counter(normalize_target(page.path, target) for target in cell.links)


def _listed(some: Counter[str]) -> tuple[str, ...] | Message:
    return tuple(sorted(some)) or msg("none of that")
