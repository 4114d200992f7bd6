"""Which rules of language go with which language of the handbook."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from . import english, serbian

STEMS: Mapping[str, Callable[[str], str]] = MappingProxyType({"sr": serbian.stem, "en": english.stem})
"""The function that gives a word's stem, for each language."""

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
"""A word inside a text; an acronym keeps its ending after the hyphen (CRM-а)."""

MIXED = re.compile(r"[^\W\d_]*(?:[A-Za-z][А-Яа-яЂ-џ]|[А-Яа-яЂ-џ][A-Za-z])[^\W\d_]*")
"""A word in which a Cyrillic and a Latin letter stand side by side."""

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
"""An e-mail address inside a text."""

LETTERS = MappingProxyType({"sr": re.compile("[А-Яа-яЂ-џ]"), "en": re.compile("[A-Za-z]")})
"""The letters each language is written in."""

FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
"""A number, a time or a version as it is written."""

WRITINGS = MappingProxyType({"sr": (".", ","), "en": (",", ".")})
"""The signs that part thousands and decimals in each language."""

SMALL = MappingProxyType({"sr": serbian.SMALL_NUMBERS, "en": english.SMALL_NUMBERS})
"""Numbers that may be written out, by the stem of the word."""


def values(text: str, language: str) -> list[str]:
    """The values of the figures in a text, in one writing: 1.234,56 and 1,234.56 give `1234.56`."""
    return [_value(figure[0], *WRITINGS[language]) for figure in FIGURE.finditer(text)]


def _value(figure: str, thousands: str, decimal: str) -> str:
    whole, _, part = figure.partition(decimal)
    groups = whole.split(thousands)
    if len(groups) > 1 and all(len(group) == 3 for group in groups[1:]):
        whole = "".join(groups)
    return f"{whole}.{part}" if part else whole


def small_numbers(text: str, language: str) -> set[str]:
    """The values of the small numbers that a text writes out in words."""
    keys = (STEMS[language](word[0]) for word in WORD.finditer(text))
    return {SMALL[language][key] for key in keys if key in SMALL[language]}


def foreign(text: str, language: str) -> bool:
    """Whether most letters of a text are not those of a language."""
    own = len(LETTERS[language].findall(text))
    return own * 2 < sum(sign.isalpha() for sign in text)
