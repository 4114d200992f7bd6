"""Finds numbers written in words: “twenty-five”, „две хиљаде“, „четворо“."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from .value_patterns import ValuePattern

WORD = re.compile(r"[^\W\d_]+")
GAPS = (" ", "-", "\n", "\u00a0")
"""What stands between two words of one number."""
FEWEST = 3
"""The smallest number whose words are compared: „један“ and „други“ have other meanings as well."""


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words for numbers of a language, in lower case.

    `values` are words with their number, `multipliers` those of hundreds, thousands and millions; `joint` stands
    between the parts of a number. `loose` are words that may mean the values given, and need not: “noon” may be 12.
    `half` follows a number and adds a half. `phrases` find values such as “half past nine”;
    each has one of the `hints` in it.
    """

    values: Mapping[str, int]
    multipliers: Mapping[str, int]
    joint: str
    loose: Mapping[str, tuple[str, ...]]
    percent: re.Pattern[str]
    half: re.Pattern[str]
    phrases: tuple[ValuePattern, ...] = ()
    hints: tuple[str, ...] = ()


class NumberInWords(NamedTuple):
    """A number in words: its index in the text, its value, its words; `sure` if it can have no other meaning."""

    start: int
    value: str
    written: str
    sure: bool


def numbers_in_words(text: str, words: NumberWords) -> list[NumberInWords]:
    """Return the numbers in words of a text, in reading order."""
    lower = text.lower()
    found = WORD.findall(lower)
    numbers: list[NumberInWords] = []
    for pattern, parse in words.phrases if any(hint in lower for hint in words.hints) else ():
        for match in pattern.finditer(lower):
            numbers += (NumberInWords(match.start(), value, match[0], True) for value in parse(match))
        lower = pattern.sub(lambda match: "." * len(match[0]), lower) if numbers else lower
    if not (words.values.keys().isdisjoint(found) and words.multipliers.keys().isdisjoint(found)):
        numbers += (_with_unit(number, text, lower, words) for number in _numbers(lower, words))
    return sorted(numbers)


def loose_values(text: str, words: NumberWords) -> set[str]:
    """Return the values that words of a text may mean, besides those of numbers that are sure."""
    lower = text.lower()
    values = {value for word in WORD.findall(lower) for value in words.loose.get(word, ())}
    return values | {number.value for number in numbers_in_words(text, words) if not number.sure}


@dataclass(slots=True)
class _Sum:
    """A number that is being read: its words from `start` to `end`, the sum of the groups before the last, the last.

    Below `room` a further word adds to it. `reach` is the end of a joint after it, which counts if a number follows.
    """

    start: int
    end: int
    total: int = 0
    group: int = 0
    room: int = 0
    parts: int = 0
    reach: int = 0

    def add(self, value: int) -> None:
        self.group += value
        self.room = 10 if 20 <= value < 100 else 100 if value >= 100 else 0
        self.parts += 1

    def multiply(self, by: int) -> None:
        group = (self.group or 1) * by
        self.total, self.group = (self.total, group) if by == 100 else (self.total + group, 0)
        self.room = by
        self.parts += 1


def _numbers(lower: str, words: NumberWords) -> Iterator[_Sum]:
    number, joined = None, False
    for match in WORD.finditer(lower):
        word, adjacent = match[0], number is not None and lower[max(number.end, number.reach) : match.start()] in GAPS
        value, by = words.values.get(word), words.multipliers.get(word)
        if number and adjacent and word == words.joint and not joined:
            number.reach, joined = match.end(), True
            continue
        if number and not (adjacent and _continues(number, value, by)):
            yield number
            number = None
        if value is not None or by is not None:
            number = number or _Sum(match.start(), match.end())
            number.end = match.end()
            number.add(value) if value is not None else number.multiply(by or 1)
        joined = False
    if number:
        yield number


def _continues(number: _Sum, value: int | None, by: int | None) -> bool:
    if value is not None:
        return 0 < value < number.room
    return by is not None and number.group > 0 and by > number.group % 100 and (by > 100 or number.group < 10)


def _with_unit(number: _Sum, text: str, lower: str, words: NumberWords) -> NumberInWords:
    value = str(number.total + number.group)
    if half := words.half.match(lower, number.end):
        value, number.end = f"{value}.5", half.end()
    if percent := words.percent.match(lower, number.end):
        value, number.end = f"{value} %", percent.end()
    sure = number.total + number.group >= FEWEST and not (number.parts == 1 and number.room >= 100)
    return NumberInWords(number.start, value, text[number.start : number.end].strip(), sure)
