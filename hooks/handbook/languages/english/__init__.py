"""The English language: plurals and possessives, how values are written, and its record.

Two thirds of the module are data: stop words and names of months.
"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from ..language import Edition, Language
from ..messages import msg
from ..value_patterns import GAP, ValuePattern, common_patterns, named_date, plain_patterns, time_of_day
from .numbers import NUMBERS
from .stop_words import STOP_WORDS
from .wording import ABBREVIATIONS, ANSWERS, AUDITED, PERIODS, SIGNALS

ENDINGS = (("’s", ""), ("'s", ""), ("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("s", ""))
"""Endings of plurals and possessives with their replacements; the first match is used."""

NOT_PLURAL = ("ss", "us", "is")
"""Endings of words that only look like plurals."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem shared by the singular and the plural of a word: `Managers` gives `manager`."""
    plain = word.lower()
    if word.isupper() and len(word) > 1:
        return plain
    for ending, replacement in ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 2 and not plain.endswith(NOT_PLURAL):
            return plain[: len(plain) - len(ending)] + replacement
    return plain


MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
BEFORE_MAY = ("in", "by", "of", "to", "from", "for", "and", "until", "during", "early", "late", "mid", "since", "every")
MONTH_ALONE = "|".join(
    (
        *(rf"(?<=(?i:{word}) )May" for word in BEFORE_MAY),
        r"(?<=(?i:mid)-)May",
        r"(?:(?<=^)|(?<=[.!?] ))May(?! (?:I|we|you|they|he|she|it|the|a)\b)",
    )
)
"""May without a day or a year, where it is the month and not the verb."""

MONEY = MappingProxyType(
    {
        "€": "EUR",
        "EUR": "EUR",
        "euros?": "EUR",
        "RSD": "RSD",
        "dinars?": "RSD",
        r"\$": "USD",
        "USD": "USD",
        "dollars?": "USD",
    }
)
"""Patterns of currency names and symbols, with the ISO code of each."""
PERCENT = "%|percent|per cent"


SEARCH_ENDINGS = (
    *("izations", "ization", "ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion"),
    *("ers", "ies", "ors", "ed", "er", "es", "or", "ly", "e", "s", "y"),
)
"""Endings of words in search, the longest first; the stem is only for comparison."""
SEARCH_DOUBLED = tuple((letter * 2, letter) for letter in "bdglmnprt")
"""Letters that are doubled before an ending: planning, plan."""


def format_date(day: date) -> str:
    """Return a date in words: 5 March 2027."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _millions_of_money() -> ValuePattern:
    """Return the pattern of “€2.5m” and “6m euros”; “6m” without a currency are six metres."""
    units = "|".join(MONEY)
    pattern = rf"(?P<sign>[€$])?(?<![\d.,])(?P<number>\d{{1,6}}+(?:\.\d{{1,6}}+)?)m\b(?P<unit>\s(?:{units})(?!\w))?"

    def value(match: re.Match[str]) -> tuple[str, ...]:
        times = 1_000_000 if match["sign"] or match["unit"] else 1
        return (f"{(Decimal(match['number']) * times).normalize():f}",)

    return re.compile(pattern), value


def _value_patterns() -> Iterator[ValuePattern]:
    months = [re.compile(month[:3]) for month in MONTHS]
    yield _millions_of_money()
    name = rf"\b(?P<month>{'|'.join(f'{month}|{month[:3]}' for month in MONTHS)}|Sept)\b"
    yield from common_patterns(MONEY, PERCENT, ",", ".")
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b(?!:)"
    yield re.compile(rf"\b{day}\s+{name}(?:\s+(?P<year>\d{{4}})\b)?"), lambda m: named_date(m, months)
    yield re.compile(rf"{name}\s+{day}(?:,?\s+(?P<year>\d{{4}})\b)?"), lambda m: named_date(m, months)
    yield re.compile(rf"{name}\s+(?P<year>\d{{4}})\b(?P<day>)"), lambda m: named_date(m, months)
    noon = r"(?P<noon>[ap])\.?m\b\.?"
    yield re.compile(rf"\b(?P<hour>\d{{1,2}})(?:[.:](?P<minute>\d{{2}}))?{GAP}{noon}", re.I), time_of_day
    yield from plain_patterns(",", ".")
    alone = "|".join(month for month in MONTHS if month != "May")
    name = rf"\b(?P<month>{alone}|{MONTH_ALONE})\b(?P<day>)(?P<year>)"
    yield re.compile(name), lambda m: named_date(m, months)


SEARCH = MappingProxyType(
    {
        "fold": {},
        "alike": (),
        "yat": (),
        "firm": {},
        "endings": SEARCH_ENDINGS,
        "alternations": SEARCH_DOUBLED,
        "shortest": 3,
        "longest": 40,
        "stop": STOP_WORDS,
    }
)
"""A light stemmer as data, for the search engine: it removes one ending."""

COUNTED = MappingProxyType(
    {
        "roles": ("role",),
        "responsibilities": ("responsibility",),
        "questions": ("question",),
        "terms": ("term",),
        "teams": ("team",),
    }
)

ENGLISH = Language(
    code="en",
    name="English",
    label=msg("English"),
    in_label=msg("in English"),
    letters="A-Za-z",
    stem=stem,
    date=format_date,
    sort_key=str.casefold,
    value_patterns=tuple(_value_patterns()),
    date_hints=tuple(map(str.lower, MONTHS)),
    decimal=".",
    numbers=NUMBERS,
    search=SEARCH,
    editions=(Edition("en", "handbook-en", "The whole handbook as PDF", str.casefold),),
    abbreviations=ABBREVIATIONS,
    periods=PERIODS,
    signals=SIGNALS,
    answers=ANSWERS,
    counted=COUNTED,
    audited=AUDITED,
)
