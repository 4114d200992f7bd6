"""The values a text says, in one writing: figures, dates, times of day, money, whatever the language writes.

`1.234,56 евра` and `€1,234.56` are both `1234.56 EUR`; `24. децембра 2026.` and `24 December 2026` are both
`2026-12-24`; `18.00 h` and `6 pm` are both `18`, for an hour may also be just a number of hours.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from . import english, serbian
from .registry import EMAIL, PHONE, SMALL, STEMS, URL, WORD

DIGIT = re.compile(r"\d")
FIGURE = r"\d+(?:[.,:]\d+)*"
"""A number, a time or a version as it is written."""
GAP = r"\s?"

RANGE = rf"(?:(?P<from>{FIGURE})\s?[–-]\s?)?(?P<sum>{FIGURE})"

Reading = tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[str, ...]]]
"""A way to write values, and how they are read; none for what only looks like one."""


class Value(NamedTuple):
    """A value of a text: where it begins, what it is in the one writing, and how it is written there."""

    start: int
    value: str
    written: str


def values(text: str, language: str) -> list[Value]:
    """Each value of a text, in reading order."""
    found: list[Value] = []
    readings = READINGS[language] if DIGIT.search(text) else READINGS[language][-1:]
    for pattern, read in readings:
        if matches := list(pattern.finditer(text)):
            found += (Value(one.start(), value, one[0].strip()) for one in matches for value in read(one))
            text = pattern.sub(lambda match: " " * len(match[0]), text)
    return sorted(found)


def small_numbers(text: str, language: str) -> set[str]:
    """The values of the small numbers that a text writes out in words."""
    keys = map(STEMS[language], WORD.findall(text))
    return {SMALL[language][key] for key in keys if key in SMALL[language]}


def _serbian() -> Iterator[Reading]:
    months = [re.compile(month, re.I) for month in serbian.MONTHS]
    name = rf"\b(?P<month>(?:{'|'.join(serbian.MONTHS)}){serbian.MONTH_ENDINGS})\b"
    yield from _common(serbian.MONEY, serbian.PERCENT, ".", ",")
    day, year = r"\b(?P<day>\d{1,2})\.\s*", r"(?:\s+(?P<year>\d{4})\b)"
    yield re.compile(rf"{day}{name}{year}?", re.I), lambda m: _named(m, months)
    yield re.compile(rf"{name}{year}(?P<day>)", re.I), lambda m: _named(m, months)
    yield re.compile(r"\b(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})\b"), _dated
    yield re.compile(rf"\b(?P<hour>\d{{1,2}})[.:](?P<minute>\d{{2}}){GAP}(?:{serbian.HOURS})\b"), _time
    yield from _plain(".", ",")
    yield re.compile(rf"{name}(?P<day>)(?P<year>)", re.I), lambda m: _named(m, months)


def _english() -> Iterator[Reading]:
    months = [re.compile(month) for month in english.MONTHS]
    name = rf"\b(?P<month>{'|'.join(english.MONTHS)})\b"
    yield from _common(english.MONEY, english.PERCENT, ",", ".")
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b(?!:)"
    yield re.compile(rf"\b{day}\s+{name}(?:\s+(?P<year>\d{{4}})\b)?"), lambda m: _named(m, months)
    yield re.compile(rf"{name}\s+{day}(?:,?\s+(?P<year>\d{{4}})\b)?"), lambda m: _named(m, months)
    yield re.compile(rf"{name}\s+(?P<year>\d{{4}})\b(?P<day>)"), lambda m: _named(m, months)
    noon = r"(?P<noon>[ap])\.?m\b\.?"
    yield re.compile(rf"\b(?P<hour>\d{{1,2}})(?:[.:](?P<minute>\d{{2}}))?{GAP}{noon}", re.I), _time
    yield from _plain(",", ".")
    alone = "|".join(month for month in english.MONTHS if month != "May")
    name = rf"\b(?P<month>{alone}|{english.MONTH_ALONE})\b(?P<day>)(?P<year>)"
    yield re.compile(name), lambda m: _named(m, months)


def _common(money: Mapping[str, str], percent: str, thousands: str, decimal: str) -> Iterator[Reading]:
    """What stands before all else in every language: what is no value, days in ISO form, money, shares."""
    for pattern in (URL, EMAIL, PHONE):
        yield pattern, lambda _: ()
    yield re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b"), _dated

    def read(match: re.Match[str], unit: str) -> tuple[str, ...]:
        figures = filter(None, (match["from"], match["sum"]))
        return tuple(f"{_number(figure, thousands, decimal)} {unit}" for figure in figures)

    def sum_(match: re.Match[str]) -> tuple[str, ...]:
        unit = next(code for word, code in money.items() if re.fullmatch(word, match["unit"], re.I))
        return read(match, unit)

    units = "|".join(money)
    yield re.compile(rf"(?<!\w)(?P<unit>{units}){GAP}{RANGE}", re.I), sum_
    yield re.compile(rf"{RANGE}{GAP}(?P<unit>{units})(?!\w)", re.I), sum_
    yield re.compile(rf"{RANGE}{GAP}(?:{percent})(?!\w)", re.I), lambda match: read(match, "%")


def _plain(thousands: str, decimal: str) -> Iterator[Reading]:
    yield re.compile(r"\b(?P<hour>\d{1,2}):(?P<minute>\d{2})\b(?!:)"), _time
    yield re.compile(FIGURE), lambda match: (_number(match[0], thousands, decimal),)


def _named(match: re.Match[str], months: list[re.Pattern[str]]) -> tuple[str, ...]:
    number = next(n for n, month in enumerate(months, start=1) if month.match(match["month"]))
    return _date(match["year"], number, match["day"])


def _dated(match: re.Match[str]) -> tuple[str, ...]:
    return _date(match["year"], int(match["month"]), match["day"])


def _date(year: str | None, month: int, day: str | None) -> tuple[str, ...]:
    """`2026-12-24`; `--12-24` without a year, `2026-12` without a day, `--12` without both."""
    tail = f"-{int(day):02}" if day else ""
    return (f"{year or '-'}-{month:02}{tail}",)


def _time(match: re.Match[str]) -> tuple[str, ...]:
    hour, minute = int(match["hour"]), match["minute"] or "00"
    if noon := match.groupdict().get("noon"):
        hour = hour % 12 + (12 if noon.lower() == "p" else 0)
    return (f"{hour}:{minute}" if minute != "00" else str(hour),)


def _number(figure: str, thousands: str, decimal: str) -> str:
    whole, _, part = figure.partition(decimal)
    groups = whole.split(thousands)
    if len(groups) > 1 and all(len(group) == 3 for group in groups[1:]):
        whole = "".join(groups)
    return f"{whole}.{part}" if part else whole


READINGS = MappingProxyType({"sr": tuple(_serbian()), "en": tuple(_english())})
"""The ways each language writes its values, the most particular first; the last needs no digit."""
