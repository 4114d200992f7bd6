"""The languages that the software knows, by their codes; a new language is one more record here."""

import re
from functools import cache

from .english import ENGLISH
from .language import Language
from .serbian import SERBIAN

KNOWN: dict[str, Language] = {language.code: language for language in (SERBIAN, ENGLISH)}

DEFAULT = ("sr", "en")
"""The languages of a handbook whose settings name none, the default language first."""


def language(code: str) -> Language:
    """The record of a language. Raises `KeyError` for a code that is not known."""
    return KNOWN[code]


@cache
def own_letter(code: str) -> re.Pattern[str]:
    """A letter that a language is written in."""
    return re.compile(f"[{language(code).letters}]")


@cache
def foreign_letter(code: str) -> re.Pattern[str]:
    """A letter that a language is not written in."""
    return re.compile(rf"[^\W\d_{language(code).letters}]")


def is_foreign(text: str, code: str) -> bool:
    """Whether most letters of a text are not those of a language."""
    own = len(own_letter(code).findall(text))
    return own * 2 < sum(map(str.isalpha, text))
