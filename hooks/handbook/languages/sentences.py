"""Splits a text into sentences."""

import re
from typing import NamedTuple

from .registry import language

END = re.compile(r"(?<![.!?…])[.!?…]++[)\]\"”“’»]*+(?=(\s++)[(\[„“\"‘«]*+(\S))")
"""The marks at the end of what may be a sentence, the gap after them, and the first character after that."""
OPENING = '([„“"‘«'
LONGEST_WORD = 12
"""How many characters before a period are compared with the abbreviations of a language."""


class Sentence(NamedTuple):
    """A sentence, and its index in the text."""

    text: str
    start: int


def sentences(text: str, code: str) -> list[Sentence]:
    """Returns the sentences in a text of a language; a text without any end mark is one.

    A period ends no sentence after an abbreviation, nor before a small letter: so an ordinal such as „24. децембра“
    ends none. Code is left out of texts; where a sentence begins with it, there are two spaces.
    """
    abbreviations = language(code).abbreviations
    found, start = [], 0
    for match in END.finditer(text):
        if _begins(match) and _last_word(text, match.start()) not in abbreviations:
            found.append(Sentence(text[start : match.end()], start))
            start = match.end(1)
    if text[start:].strip():
        found.append(Sentence(text[start:], start))
    return found


def _begins(match: re.Match[str]) -> bool:
    """Returns whether what comes after the end marks may begin a sentence; between digits it is the rest of a date."""
    before = match.string[match.start() - 1 : match.start()]
    return match[2].isupper() or match[1] == "  " or (match[2].isdigit() and not before.isdigit())


def _last_word(text: str, end: int) -> str:
    words = text[max(0, end - LONGEST_WORD) : end].split()
    return words[-1].lstrip(OPENING).lower() if words else ""
