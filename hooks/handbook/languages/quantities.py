"""Finds values in a text and converts them to one notation: numbers, dates, times of day, money, percentages.

`1.234,56 евра` and `€1,234.56` are both `1234.56 EUR`; `24. децембра 2026.` and `24 December 2026` are both
`2026-12-24`; `18.00 h` and `6 pm` are both `18`, because an hour may also be a number of hours.
"""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from . import number_words
from .registry import language
from .value_patterns import ValuePattern

DIGIT = re.compile(r"\d")
LABEL = re.compile(r"\[\^[^\]\s]{1,80}\]")
"""The label of a footnote, `[^1]`: no value of the text."""


class Value(NamedTuple):
    """A value in a text: its index, its common notation, and the text itself."""

    start: int
    value: str
    written: str


def values(text: str, code: str) -> list[Value]:
    """Return the values in a text of a language, in reading order."""
    found: list[Value] = []
    text = LABEL.sub(lambda label: " " * len(label[0]), text)
    for pattern, parse in _patterns(text, code):
        if matches := list(pattern.finditer(text)):
            found += (Value(match.start(), value, match[0].strip()) for match in matches for value in parse(match))
            text = pattern.sub(lambda match: " " * len(match[0]), text)
    return sorted(found)


def _patterns(text: str, code: str) -> tuple[ValuePattern, ...]:
    """Return the patterns that may match a text: none, for most texts without digits."""
    known = language(code)
    if DIGIT.search(text):
        return (_multiplied(code), *known.value_patterns)
    lower = text.lower()
    return known.value_patterns[-1:] if any(hint in lower for hint in known.date_hints) else ()


@cache
def _multiplied(code: str) -> ValuePattern:
    """Return the pattern of digits with a word after them: “2.5 million”."""
    multipliers = language(code).numbers.multipliers
    point = language(code).decimal
    pattern = re.compile(
        rf"(?<![\d.,])(?P<number>\d{{1,6}}(?:{re.escape(point)}\d{{1,3}})?)\s(?P<word>{'|'.join(multipliers)})\b", re.I
    )

    def multiplied(match: re.Match[str]) -> tuple[str, ...]:
        number = Decimal(match["number"].replace(point, ".")) * multipliers[match["word"].lower()]
        return (f"{number.normalize():f}",)

    return pattern, multiplied


def values_in_words(text: str, code: str) -> list[Value]:
    """Return the numbers of a text that are written in words and can mean nothing else, in reading order."""
    found = number_words.numbers_in_words(text, language(code).numbers)
    return [Value(number.start, number.value, number.written) for number in found if number.sure]


def loose_values(text: str, code: str) -> set[str]:
    """Return the values that words of a text may mean: for “noon”, 12."""
    return number_words.loose_values(text, language(code).numbers)
