"""Which rules of language go with which language of the handbook."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from . import english, serbian
from .messages import Message, msg


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the handbook: its code (`html lang`), which is also its folder, and its name.

    `called` and `inside` are how a sentence names it: “the Serbian text”, “written in Serbian”.
    """

    code: str
    name: str
    called: Message
    inside: Message


LANGUAGES = (
    Language("sr", "Српски", msg("Serbian"), msg("in Serbian")),
    Language("en", "English", msg("English"), msg("in English")),
)
"""The languages in the order of the switch; the first is the default."""
CODES = tuple(language.code for language in LANGUAGES)
BY_CODE: Mapping[str, Language] = MappingProxyType({language.code: language for language in LANGUAGES})

STEMS: Mapping[str, Callable[[str], str]] = MappingProxyType({"sr": serbian.stem, "en": english.stem})
"""The function that gives a word's stem, for each language."""

WRITTEN: Mapping[str, Callable[[date], str]] = MappingProxyType({"sr": serbian.written, "en": english.written})
"""How each language writes a day that stands by itself."""

SCRIPTS: Mapping[str, Callable[[str], str]] = MappingProxyType({"sr-Latn": serbian.latin})
"""How the text of a language is respelled in another script, by the tag (BCP 47) of the two."""

ORDER: Mapping[str, Callable[[str], Any]] = MappingProxyType(
    {"sr": serbian.alphabetical, "sr-Latn": serbian.alphabetical_in_latin, "en": str.casefold}
)
"""The key by which words are put into alphabetical order; that of `sr-Latn` takes words as Cyrillic has them."""

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
"""A word inside a text; an acronym keeps its ending after the hyphen (CRM-а)."""

MIXED = re.compile(r"(?<![^\W\d_])[^\W\d_]*(?:[A-Za-z][А-Яа-яЂ-џ]|[А-Яа-яЂ-џ][A-Za-z])[^\W\d_]*")
"""A word in which a Cyrillic and a Latin letter stand side by side."""

EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
"""An e-mail address inside a text."""

LETTERS = MappingProxyType({"sr": re.compile("[А-Яа-яЂ-џ]"), "en": re.compile("[A-Za-z]")})
"""The letters each language is written in."""

STRANGE = MappingProxyType({"sr": re.compile("[^\\W\\d_А-Яа-яЂ-џ]"), "en": re.compile("[^\\W\\d_A-Za-z]")})
"""A letter that a language is not written in."""

URL = re.compile(r"\b(?:https?://|www\.)[^\s<>]+")
"""An address inside a text."""

PHONE = re.compile(r"(?<![\w+.,])(?:\+\d{1,3}|0\d{1,2})(?:[ \u00a0/()-]{0,2}\d{2,}){2,}")
"""A telephone number inside a text, with or without the country."""

CONTACTS = ((EMAIL, re.compile("@")), (PHONE, re.compile(r"\d")), (URL, re.compile(r"://|www\.")))
"""Ways to reach somebody, each with a sign without which a text holds none: looking for that is quick."""

SMALL = MappingProxyType(
    {
        code: {STEMS[code](form): str(value) for value, forms in enumerate(numbers, start=1) for form in forms.split()}
        for code, numbers in (("sr", serbian.SMALL_NUMBERS), ("en", english.SMALL_NUMBERS))
    }
)
"""Numbers that may be written out, by the stem of the word."""


def foreign(text: str, language: str) -> bool:
    """Whether most letters of a text are not those of a language."""
    own = len(LETTERS[language].findall(text))
    return own * 2 < sum(map(str.isalpha, text))
