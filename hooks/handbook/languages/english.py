"""The English language: plurals and possessives, how values are written, and its record."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from .language import Edition, Language
from .messages import msg
from .readings import GAP, Reading, common_readings, named_date, plain_readings, time_of_day

ENDINGS = (("’s", ""), ("'s", ""), ("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("s", ""))
"""Ends of plurals and possessives and what they leave, the first that fits."""

KEEP = ("ss", "us", "is")
"""Ends of words that only look like plurals."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The key under which the singular and the plural of a word meet: `Managers` gives `manager`."""
    plain = word.lower()
    if word.isupper() and len(word) > 1:
        return plain
    for end, left in ENDINGS:
        if plain.endswith(end) and len(plain) - len(end) >= 2 and not plain.endswith(KEEP):
            return plain[: len(plain) - len(end)] + left
    return plain


SMALL_NUMBERS = (
    "one first once",
    "two twice second",
    "three third",
    "four fourth",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
)
"""The numbers from 1 on that are written out, each with its forms."""

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
MONTH_ALONE = "|".join(rf"(?<={word} )May" for word in ("in", "by", "of", "to", "from", "for", "and", "until"))
"""Where May without a day or a year is the month, and not the verb of a question."""

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
"""How money is called, and its code."""
PERCENT = "%|percent|per cent"

STOP_WORDS = (
    "a",
    "about",
    "after",
    "all",
    "also",
    "am",
    "an",
    "and",
    "any",
    "are",
    "as",
    "at",
    "be",
    "been",
    "but",
    "by",
    "can",
    "could",
    "did",
    "do",
    "does",
    "for",
    "from",
    "get",
    "had",
    "has",
    "have",
    "he",
    "her",
    "him",
    "his",
    "how",
    "i",
    "if",
    "in",
    "into",
    "is",
    "it",
    "its",
    "just",
    "like",
    "may",
    "me",
    "might",
    "my",
    "no",
    "nor",
    "not",
    "of",
    "off",
    "on",
    "only",
    "or",
    "other",
    "our",
    "own",
    "she",
    "should",
    "so",
    "some",
    "than",
    "that",
    "the",
    "their",
    "them",
    "then",
    "there",
    "these",
    "they",
    "this",
    "to",
    "too",
    "us",
    "was",
    "we",
    "were",
    "what",
    "when",
    "where",
    "which",
    "while",
    "who",
    "whom",
    "why",
    "will",
    "with",
    "would",
    "you",
    "your",
)
"""Words too common to look for, where a query holds others."""


def written(day: date) -> str:
    """A day that stands by itself: 5 March 2027."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _readings() -> Iterator[Reading]:
    months = [re.compile(month) for month in MONTHS]
    name = rf"\b(?P<month>{'|'.join(MONTHS)})\b"
    yield from common_readings(MONEY, PERCENT, ",", ".")
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b(?!:)"
    yield re.compile(rf"\b{day}\s+{name}(?:\s+(?P<year>\d{{4}})\b)?"), lambda m: named_date(m, months)
    yield re.compile(rf"{name}\s+{day}(?:,?\s+(?P<year>\d{{4}})\b)?"), lambda m: named_date(m, months)
    yield re.compile(rf"{name}\s+(?P<year>\d{{4}})\b(?P<day>)"), lambda m: named_date(m, months)
    noon = r"(?P<noon>[ap])\.?m\b\.?"
    yield re.compile(rf"\b(?P<hour>\d{{1,2}})(?:[.:](?P<minute>\d{{2}}))?{GAP}{noon}", re.I), time_of_day
    yield from plain_readings(",", ".")
    alone = "|".join(month for month in MONTHS if month != "May")
    name = rf"\b(?P<month>{alone}|{MONTH_ALONE})\b(?P<day>)(?P<year>)"
    yield re.compile(name), lambda m: named_date(m, months)


SEARCH = MappingProxyType(
    {
        "lang": "handbook-en",  # the worker loads nothing for `en`, and then finds whole words only
        "fold": {},
        "alike": (),
        "yat": (),
        "firm": {},
        "endings": (),
        "alternations": (),
        "shortest": 3,
        "stop": STOP_WORDS,
    }
)
"""English has no data of its own but its stop words: the worker brings a stemmer."""

ENGLISH = Language(
    code="en",
    name="English",
    called=msg("English"),
    inside=msg("in English"),
    letters="A-Za-z",
    stem=stem,
    date=written,
    sort_key=str.casefold,
    readings=tuple(_readings()),
    numbers=SMALL_NUMBERS,
    search=SEARCH,
    editions=(Edition("en", "handbook-en", "The whole handbook as PDF", str.casefold),),
)
