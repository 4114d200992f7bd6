"""Building blocks for the value patterns of a language: dates, times, money, percentages, numbers."""

import re
from collections.abc import Callable, Iterator, Mapping

from .patterns import EMAIL, PHONE, URL

DIGITS = r"(?<!\d)(?<!\d[.,:])(?:[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3}(?!\d)){1,4}+|\d++)(?:[.,:]\d++)*+"
"""A number, a time or a version, as a whole: a search in a long one neither begins inside it nor shortens it."""
GAP = r"\s?"
RANGE = rf"(?:(?P<from>{DIGITS})\s?[–-]\s?)?(?P<sum>{DIGITS})"

ValuePattern = tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[str, ...]]]
"""A pattern, and a function from a match to its values in the common notation (none to skip the match)."""


def common_patterns(money: Mapping[str, str], percent: str, thousands: str, decimal: str) -> Iterator[ValuePattern]:
    """Yield the patterns tried first: addresses (no values), ISO dates, money, percentages.

    `money` maps patterns of currencies to their codes; `thousands` and `decimal` are separators.
    """
    for pattern in (URL, EMAIL, PHONE):
        yield pattern, lambda _: ()
    yield re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b"), numeric_date

    def with_unit(match: re.Match[str], unit: str) -> tuple[str, ...]:
        numbers = filter(None, (match["from"], match["sum"]))
        return tuple(f"{number(digits, thousands, decimal)} {unit}" for digits in numbers)

    def amount(match: re.Match[str]) -> tuple[str, ...]:
        unit = next(code for word, code in money.items() if re.fullmatch(word, match["unit"], re.I))
        return with_unit(match, unit)

    units = "|".join(money)
    yield re.compile(rf"(?<!\w)(?P<unit>{units}){GAP}{RANGE}", re.I), amount
    yield re.compile(rf"{RANGE}{GAP}(?P<unit>{units})(?!\w)", re.I), amount
    yield re.compile(rf"{RANGE}{GAP}(?:{percent})(?!\w)", re.I), lambda match: with_unit(match, "%")


def plain_patterns(thousands: str, decimal: str) -> Iterator[ValuePattern]:
    """Yield the patterns of times of day with a colon and of numbers."""
    decade = r"\b(?:(?P<decade>[12]\d\d0)(?:s|[-. ]?их)|(?P<tens>[1-9]0)-их)\b"
    yield re.compile(decade), lambda match: (f"{match['decade'] or '19' + match['tens']}s",)
    yield re.compile(r"\b(?P<hour>\d{1,2}):(?P<minute>\d{2})\b(?!:)"), time_of_day
    yield re.compile(DIGITS), lambda match: (number(match[0], thousands, decimal),)


def named_date(match: re.Match[str], months: list[re.Pattern[str]]) -> tuple[str, ...]:
    """Return a date whose month is a word; `months` are the patterns of the twelve months."""
    index = next(n for n, month in enumerate(months, start=1) if month.match(match["month"]))
    return _date(match["year"], index, match["day"])


def numeric_date(match: re.Match[str]) -> tuple[str, ...]:
    """Return a date whose month is a number."""
    return _date(match["year"], int(match["month"]), match["day"])


def _date(year: str | None, month: int, day: str | None) -> tuple[str, ...]:
    """`2026-12-24`; `--12-24` without a year, `2026-12` without a day, `--12` without both."""
    suffix = f"-{int(day):02}" if day else ""
    return (f"{year or '-'}-{month:02}{suffix}",)


def time_of_day(match: re.Match[str]) -> tuple[str, ...]:
    """Return a time on the 24-hour clock, written as a number, because Serbian writes 9.30 without a unit."""
    hour, minute = int(match["hour"]), match["minute"] or "00"
    if noon := match.groupdict().get("noon"):
        hour = hour % 12 + (12 if noon.lower() == "p" else 0)
    return (shortest(f"{hour}.{minute}"),)


def number(digits: str, thousands: str, decimal: str) -> str:
    """Return a number without thousands separators, with a decimal point, and without zeros at its end."""
    whole, _, fraction = re.sub(r"\s", "", digits).partition(decimal)
    groups = whole.split(thousands)
    if len(groups) > 1 and all(len(group) == 3 for group in groups[1:]):
        whole = "".join(groups)
    return shortest(f"{whole}.{fraction}" if fraction else whole)


def shortest(value: str) -> str:
    """Return a number without zeros at the end of its fraction."""
    return value.rstrip("0").rstrip(".") if "." in value else value
