"""The known languages by code; a new language is one more record here."""

import re
from collections.abc import Mapping
from functools import cache

from .english import ENGLISH
from .language import Language
from .messages import SOURCE
from .serbian import SERBIAN

KNOWN: dict[str, Language] = {language.code: language for language in (SERBIAN, ENGLISH)}

DEFAULT = ("sr", "en")
"""The languages of a handbook whose settings do not list any; the first is the default language."""


def preferred(environment: Mapping[str, str]) -> str:
    """Return the language that messages are read in: of HANDBOOK_LANGUAGE, else of the machine, else English.

    A value is a language as systems name it, such as `sr`, `sr_RS.UTF-8` or `sr_RS@latin`; one that is not known, such
    as `C`, is English.
    """
    names = ("HANDBOOK_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    value = next(filter(None, (environment.get(name) for name in names)), "")
    code = re.split(r"[_.@-]", value)[0].lower()
    return code if code in KNOWN else SOURCE


def language(code: str) -> Language:
    """Return the record of a language. Raises `KeyError` for an unknown code."""
    return KNOWN[code]


def latin(text: str) -> str:
    """Return a text in Latin letters, as far as a known language has a rule for it."""
    for record in KNOWN.values():
        text = record.other_script.respell(text) if record.other_script else text
    return text


@cache
def own_letter(code: str) -> re.Pattern[str]:
    """Return a pattern of one letter of a language."""
    return re.compile(f"[{language(code).letters}]")


@cache
def foreign_letter(code: str) -> re.Pattern[str]:
    """Return a pattern of one letter that is not a letter of a language."""
    return re.compile(rf"[^\W\d_{language(code).letters}]")


def is_foreign(text: str, code: str) -> bool:
    """Return whether most letters of a text are not letters of a language."""
    own = len(own_letter(code).findall(text))
    return own * 2 < sum(map(str.isalpha, text))
