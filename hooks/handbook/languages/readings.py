"""How values are written in a text, as pairs of a pattern and a function; each language puts its own together."""

import re
from collections.abc import Callable, Iterator, Mapping

from .patterns import EMAIL, PHONE, URL

FIGURE = r"\d+(?:[.,:]\d+)*"
"""A number, a time or a version as it is written."""
GAP = r"\s?"
RANGE = rf"(?:(?P<from>{FIGURE})\s?[–-]\s?)?(?P<sum>{FIGURE})"

Reading = tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[str, ...]]]
"""A way to write values, and the values of a match; none for what only looks like one."""


def common_readings(money: Mapping[str, str], percent: str, thousands: str, decimal: str) -> Iterator[Reading]:
    """What comes first in every language: addresses (no values), ISO dates, money, shares."""
    for pattern in (URL, EMAIL, PHONE):
        yield pattern, lambda _: ()
    yield re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b"), numeric_date

    def read(match: re.Match[str], unit: str) -> tuple[str, ...]:
        figures = filter(None, (match["from"], match["sum"]))
        return tuple(f"{number(figure, thousands, decimal)} {unit}" for figure in figures)

    def amount(match: re.Match[str]) -> tuple[str, ...]:
        unit = next(code for word, code in money.items() if re.fullmatch(word, match["unit"], re.I))
        return read(match, unit)

    units = "|".join(money)
    yield re.compile(rf"(?<!\w)(?P<unit>{units}){GAP}{RANGE}", re.I), amount
    yield re.compile(rf"{RANGE}{GAP}(?P<unit>{units})(?!\w)", re.I), amount
    yield re.compile(rf"{RANGE}{GAP}(?:{percent})(?!\w)", re.I), lambda match: read(match, "%")


def plain_readings(thousands: str, decimal: str) -> Iterator[Reading]:
    """Times of day with a colon, and numbers."""
    yield re.compile(r"\b(?P<hour>\d{1,2}):(?P<minute>\d{2})\b(?!:)"), time_of_day
    yield re.compile(FIGURE), lambda match: (number(match[0], thousands, decimal),)


def named_date(match: re.Match[str], months: list[re.Pattern[str]]) -> tuple[str, ...]:
    """A date whose month is a word; `months` has a pattern for each."""
    index = next(n for n, month in enumerate(months, start=1) if month.match(match["month"]))
    return _date(match["year"], index, match["day"])


def numeric_date(match: re.Match[str]) -> tuple[str, ...]:
    """A date whose month is a number."""
    return _date(match["year"], int(match["month"]), match["day"])


def _date(year: str | None, month: int, day: str | None) -> tuple[str, ...]:
    """`2026-12-24`; `--12-24` without a year, `2026-12` without a day, `--12` without both."""
    tail = f"-{int(day):02}" if day else ""
    return (f"{year or '-'}-{month:02}{tail}",)


def time_of_day(match: re.Match[str]) -> tuple[str, ...]:
    """A time on the 24-hour clock; a full hour is just a number."""
    hour, minute = int(match["hour"]), match["minute"] or "00"
    if noon := match.groupdict().get("noon"):
        hour = hour % 12 + (12 if noon.lower() == "p" else 0)
    return (f"{hour}:{minute}" if minute != "00" else str(hour),)


def number(figure: str, thousands: str, decimal: str) -> str:
    """A number without separators of thousands and with a decimal point."""
    whole, _, part = figure.partition(decimal)
    groups = whole.split(thousands)
    if len(groups) > 1 and all(len(group) == 3 for group in groups[1:]):
        whole = "".join(groups)
    return f"{whole}.{part}" if part else whole
