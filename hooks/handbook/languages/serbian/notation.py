"""How Serbian writes numbers, dates, money and units."""

import re
from collections.abc import Iterator
from datetime import date
from types import MappingProxyType

from ..value_patterns import GAP, ValuePattern, common_patterns, named_date, numeric_date, plain_patterns, time_of_day

MONTHS = (
    "јануар",
    "фебруар",
    "март",
    "април",
    "мај",
    "јун",
    "јул",
    "август",
    "септемб(?:а)?р",
    "октоб(?:а)?р",
    "новемб(?:а)?р",
    "децемб(?:а)?р",
)
"""Patterns of the months, without their endings."""
DATE_HINTS = (*(month.partition("(")[0] for month in MONTHS), " кв")
"""What a text has in it, in small letters, that may have a month or a quarter without digits."""
MONTH_NAMES = (
    "јануар",
    "фебруар",
    "март",
    "април",
    "мај",
    "јун",
    "јул",
    "август",
    "септембар",
    "октобар",
    "новембар",
    "децембар",
)
"""The months in a date."""
MONTH_ENDINGS = "(?:а|у|ом|ем|и|е|(?:ов)?ск[аеиоу]м?|(?:ов)?ског|(?:ов)?ској)?"

MONEY = MappingProxyType(
    {
        "€": "EUR",
        "EUR": "EUR",
        "евр(?:о|а|у|и|е|ом|има)": "EUR",
        "RSD": "RSD",
        r"дин\.?": "RSD",
        "динар(?:а|у|и|е|ом|има)?": "RSD",
        r"\$": "USD",
        "USD": "USD",
        "долар(?:а|у|и|е|ом|има)?": "USD",
    }
)
"""Patterns of currency names and symbols, with the ISO code of each."""
PERCENT = "%|одсто|посто|процен(?:ат|т)[аеу]?"
UNITS = frozenset(("h", "min", "s", "m", "m²", "m³", "cm", "mm", "km", "km²", "kg", "g", "px", "x"))
"""Units of measurement, which are always in Latin letters."""
QUARTERS = MappingProxyType({"I": "1", "II": "2", "III": "3", "IV": "4"})
HOURS = "h|ч|час(?:а|ова)?|сати?|сата"


def format_date(day: date) -> str:
    """Return a date in words: 5. март 2027."""
    return f"{day.day}. {MONTH_NAMES[day.month - 1]} {day.year}."


def value_patterns() -> Iterator[ValuePattern]:
    """Yield the value patterns, the most specific first; only the last one matches texts without digits."""
    months = [re.compile(month, re.I) for month in MONTHS]
    name = rf"\b(?P<month>(?:{'|'.join(MONTHS)}){MONTH_ENDINGS})\b"
    yield from common_patterns(MONEY, PERCENT, ".", ",")
    day, year = r"\b(?P<day>\d{1,2})\.\s*", r"(?:\s+(?P<year>\d{4})\b)"
    yield re.compile(rf"{day}{name}{year}?", re.I), lambda m: named_date(m, months)
    yield re.compile(rf"{name}{year}(?P<day>)", re.I), lambda m: named_date(m, months)
    yield re.compile(r"\b(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})\b"), numeric_date
    short = r"\b(?P<day>0?[1-9]|[12]\d|3[01])\.\s?(?P<month>0?[1-9]|1[0-2])\.(?![\d,])(?P<year>)"
    yield re.compile(short), numeric_date
    yield re.compile(rf"\b(?P<hour>\d{{1,2}})[.:](?P<minute>\d{{2}}){GAP}(?:{HOURS})\b"), time_of_day
    yield from plain_patterns(".", ",")
    yield (
        re.compile(rf"\b(?P<quarter>I{{1,3}}|IV) кв(?:артал|\.)|{name}(?P<day>)(?P<year>)", re.I),
        lambda m: (QUARTERS[m["quarter"].upper()],) if m["quarter"] else named_date(m, months),
    )
