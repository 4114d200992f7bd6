"""Rules about values: numbers, dates, money and addresses are the same in both languages."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import accumulate, zip_longest
from typing import NamedTuple

from ..crosslinks.lexicons import stems
from ..crosslinks.paths import without_language
from ..languages.messages import Message, msg
from ..languages.number_words import FEWEST
from ..languages.patterns import CONTACTS, PHONE
from ..languages.quantities import Value, loose_values, values, values_in_words
from ..languages.registry import language
from ..model.document import Prose
from ..model.finding import Finding
from ..model.handbook import Handbook
from ..model.section import Section

COUNTRY_CODE = "+381"
"""The country code of Serbia: `+381 11` is `011` there."""

ValueLines = list[tuple[Value, int]]
"""The values of a section with their lines."""
Missing = list[tuple[str, int]]
"""What one language writes and the other does not, with the lines."""


def numbers(handbook: Handbook) -> Iterator[Finding]:
    """A section has the same values in both languages, each in the notation of its language.

    Bad: 1.234,56 in Serbian, 1,234.65 in English. Good: 1.234,56 and 1,234.56; 5 and „пет“.
    """
    advice = msg("Write the same value in both languages.")
    for left, right in handbook.section_pairs:
        notes = _footnotes(left) == _footnotes(right)  # the rule `blocks` reports a missing one
        left_values, right_values = list(_values(left, notes)), list(_values(right, notes))
        missing = _missing_numbers(left_values, right, right_values), _missing_numbers(right_values, left, left_values)
        yield from _differences("numbers", (left, right), missing, advice)


def contacts(handbook: Handbook) -> Iterator[Finding]:
    """E-mail addresses, telephone numbers and web addresses are the same in both languages.

    Bad: ana@example.com in Serbian, anna@example.com in English. Good: the same address in both.
    """
    advice = msg("Write the same address in both languages.")
    for left, right in handbook.section_pairs:
        missing = _missing_contacts(left, right), _missing_contacts(right, left)
        yield from _differences("contacts", (left, right), missing, advice)


def _differences(
    rule: str, sections: tuple[Section, Section], missing: tuple[Missing, Missing], advice: Message
) -> Iterator[Finding]:
    """Yields a finding for each pair of values that only one language has, in their order, then for each left over."""
    left, right = sections
    for mine, theirs in zip_longest(*missing):
        (written, line), here, there = (mine, left, right) if mine else (theirs, right, left)
        if mine and theirs:
            place = there.at(theirs[1])
            message = msg("“{value}” is here, “{other}” in {there}.", value=written, other=theirs[0], there=place)
        else:
            place = there.start
            message = msg("“{value}” is here and not in {there}.", value=written, there=there.lines)
        yield Finding(here.at(line), rule, message, advice, related=place)


def line_at(prose: Prose, offset: int) -> int:
    """Returns the line of the file at an offset into the text of a block."""
    return prose.line + bisect_right(_next_lines(prose.text), offset)


@lru_cache(maxsize=4)
def _next_lines(text: str) -> list[int]:
    """Returns where each line after the first begins; cached, because one text may have many values."""
    return [*accumulate(len(line) + 1 for line in text.split("\n"))]


def _missing_numbers(here_values: ValueLines, there: Section, there_values: ValueLines) -> Missing:
    """Returns each value that the other section has neither in figures nor in words, as it is written."""
    unmatched = Counter(value.value for value, _ in there_values)
    missing = [item for item in here_values if not _take(unmatched, item[0].value)]
    in_words = loose_values(there.text, there.language) if missing else set()
    return [(value.written, line) for value, line in missing if value.value not in in_words]


def _missing_contacts(here: Section, there: Section) -> Missing:
    present = {_normalized(contact) for contact, _ in _contacts(there)}
    return [(contact, line) for contact, line in _contacts(here) if _normalized(contact) not in present]


def _take(values: Counter[str], value: str) -> bool:
    """Removes a value once from a multiset; returns whether it was there."""
    values[value] -= 1
    return values[value] >= 0


def _footnotes(section: Section) -> int:
    return sum(prose.text.startswith("[^") for prose in section.prose)


def _values(section: Section, notes: bool) -> Iterator[tuple[Value, int]]:
    """Yields the values in running text, with or without footnotes; the rule `table` compares those in tables."""
    for prose in section.prose:
        if prose.kind != "cell" and (notes or not prose.text.startswith("[^")):
            found = values(prose.text, section.language)
            if _may_have_number_words(prose.text, section.language):
                found += values_in_words(prose.text, section.language)
            yield from ((value, line_at(prose, value.start)) for value in found)


def _may_have_number_words(text: str, code: str) -> bool:
    """Returns whether a text may have numbers in words: a quick test by the stems of its words, which are cached."""
    known = _number_words(code)
    return not known.stems.isdisjoint(stems(text, code)) or any(part in text for part in known.parts)


class _NumberWords(NamedTuple):
    """The stems of the number words of a language, and parts of texts that may have numbers without such a word."""

    stems: frozenset[str]
    parts: tuple[str, ...]


@cache
def _number_words(code: str) -> _NumberWords:
    numbers = language(code).numbers
    words = (*(word for word, value in numbers.values.items() if value >= FEWEST), *numbers.multipliers)
    known = frozenset(stem for word in words for stem in stems(word, code))
    return _NumberWords(known, ("-", *(hint for hint in numbers.hints if known.isdisjoint(stems(hint, code)))))


def _contacts(section: Section) -> Iterator[tuple[str, int]]:
    for prose in section.prose:
        for pattern, quick_test in CONTACTS:
            for match in pattern.finditer(prose.text) if quick_test.search(prose.text) else ():
                yield match[0].rstrip(".,;:!?)"), line_at(prose, match.start())


def _normalized(contact: str) -> str:
    """Returns a contact without what may differ: a telephone number as digits, an address without its language."""
    if PHONE.fullmatch(contact):
        return "".join(filter(str.isdigit, contact.replace(COUNTRY_CODE, "0", 1)))
    return without_language(contact)
