"""What the software knows of the English language: plurals and possessives."""

from datetime import date
from functools import lru_cache
from types import MappingProxyType

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


def form(number: int) -> int:
    """Which form of a noun goes with a number: 0 (1 item) or 1 (2 items)."""
    return int(number != 1)


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
