"""Finds values in a text and converts them to one notation: numbers, dates, times of day, money, percentages.

`1.234,56 евра` and `€1,234.56` are both `1234.56 EUR`; `24. децембра 2026.` and `24 December 2026` are both
`2026-12-24`; `18.00 h` and `6 pm` are both `18`, because an hour may also be a number of hours.
"""

import re
from functools import cache
from typing import NamedTuple

from .patterns import WORD
from .registry import language

DIGIT = re.compile(r"\d")


class Value(NamedTuple):
    """A value in a text: its index, its common notation, and the text itself."""

    start: int
    value: str
    written: str


def values(text: str, code: str) -> list[Value]:
    """Return the values in a text of a language, in reading order."""
    found: list[Value] = []
    patterns = language(code).value_patterns
    for pattern, parse in patterns if DIGIT.search(text) else patterns[-1:]:
        if matches := list(pattern.finditer(text)):
            found += (Value(match.start(), value, match[0].strip()) for match in matches for value in parse(match))
            text = pattern.sub(lambda match: " " * len(match[0]), text)
    return sorted(found)


def small_numbers(text: str, code: str) -> set[str]:
    """Return the numbers written in words in a text, as digits."""
    known = _small_numbers(code)
    return {known[key] for key in map(language(code).stem, WORD.findall(text)) if key in known}


@cache
def _small_numbers(code: str) -> dict[str, str]:
    """Return the numbers of a language as digits, by the stem of each form."""
    record = language(code)
    return {
        record.stem(form): str(value) for value, forms in enumerate(record.numbers, start=1) for form in forms.split()
    }
