"""The values in a text, in one notation for all languages: numbers, dates, times of day, money, shares.

`1.234,56 евра` and `€1,234.56` are both `1234.56 EUR`; `24. децембра 2026.` and `24 December 2026` are both
`2026-12-24`; `18.00 h` and `6 pm` are both `18`, for an hour may also be just a number of hours.
"""

import re
from functools import cache
from typing import NamedTuple

from .patterns import WORD
from .registry import language

DIGIT = re.compile(r"\d")


class Value(NamedTuple):
    """A value in a text: its index, the value in the common notation, and as it is written."""

    start: int
    value: str
    written: str


def values(text: str, code: str) -> list[Value]:
    """Each value in a text of a language, in reading order."""
    found: list[Value] = []
    readings = language(code).readings
    for pattern, read in readings if DIGIT.search(text) else readings[-1:]:
        if matches := list(pattern.finditer(text)):
            found += (Value(match.start(), value, match[0].strip()) for match in matches for value in read(match))
            text = pattern.sub(lambda match: " " * len(match[0]), text)
    return sorted(found)


def small_numbers(text: str, code: str) -> set[str]:
    """The values of the numbers that a text writes in words."""
    known = _small_numbers(code)
    return {known[key] for key in map(language(code).stem, WORD.findall(text)) if key in known}


@cache
def _small_numbers(code: str) -> dict[str, str]:
    """The values of the numbers in words, by the stem of each form."""
    spoken = language(code)
    return {
        spoken.stem(form): str(value) for value, forms in enumerate(spoken.numbers, start=1) for form in forms.split()
    }
