"""Letters: those a language may use, those of another alphabet, and characters that cannot be seen."""

import re
from functools import cache
from typing import NamedTuple
from unicodedata import name

from .registry import language

INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]|\u200d(?![\u2600-\U0001faff])"
)
"""A character that cannot be seen: a soft hyphen, a zero-width character, a direction mark; not one inside an emoji."""

LATIN = "A-Za-zÀ-ÖØ-öø-ƿǍ-ǰǴ-ɏ"
"""Latin letters, also with diacritics, as the content of a character class; without digraphs such as U+01CC."""
SYMBOLS = "ªºµ²³¹"
"""Units and marks that Unicode counts as letters or digits, on pages in any language."""
USUAL = r"\x00-@\[-`{-\x7f\u00a0–—‘’“”„…±−×·•→"
"""Characters that are no letters and may be in any text."""


class Alphabet(NamedTuple):
    """Patterns for one language: a quick test, and two kinds of words.

    `unusual` is one character that a text in this language seldom has: without it there is nothing to find. `mixed`
    is a word with letters of the language next to others, `other` a word with a letter that is neither of the
    language nor Latin.
    """

    unusual: re.Pattern[str]
    mixed: re.Pattern[str]
    other: re.Pattern[str]


@cache
def alphabet(code: str) -> Alphabet:
    """Return the patterns of a language; one that is written in Latin letters may use those of other languages too."""
    record = language(code)
    own = record.letters if record.own_letters_only else record.letters + LATIN
    odd = rf"[^\W\d_{own}{SYMBOLS}]"
    return Alphabet(
        unusual=re.compile(f"[^{own}{USUAL}]"),
        mixed=_word(f"(?:{odd}[{own}]|[{own}]{odd})"),
        other=_word(rf"[^\W\d_{own}{LATIN}{SYMBOLS}]"),
    )


def _word(part: str) -> re.Pattern[str]:
    """Return a pattern of a whole word with this part."""
    return re.compile(rf"(?<![^\W\d_])[^\W\d_]*?{part}[^\W\d_]*")


def odd_letters(word: str, code: str) -> list[str]:
    """Return the letters of a word that are not of a language, each once, in their order."""
    record = language(code)
    own = record.letters if record.own_letters_only else record.letters + LATIN
    return [letter for letter in dict.fromkeys(word) if letter.isalpha() and not re.match(f"[{own}{SYMBOLS}]", letter)]


def described(character: str) -> str:
    """Return the code point and the name of a character: `U+00AD SOFT HYPHEN`."""
    return f"U+{ord(character):04X} {name(character, '?')}"
