"""Kinds of words that a translation must not lose, such as weekdays or negations: what they are in one language."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple


def word_patterns(words: Mapping[str, str]) -> Mapping[str, re.Pattern[str]]:
    """Returns the patterns of whole words, by their kinds."""
    return MappingProxyType({kind: re.compile(rf"\b(?:{pattern})\b") for kind, pattern in words.items()})


class KindOfWord(NamedTuple):
    """A word or a short phrase of a kind in a text, with its index."""

    kind: str
    start: int


@dataclass(frozen=True)
class WordKinds:
    """The words of each kind as a pattern of small letters; a word may be of several kinds.

    Where several patterns match at one place, the first counts: phrases (“no more than”) stand before words (“no”).
    """

    patterns: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "any", re.compile(rf"\b(?:{'|'.join(self.patterns.values()) or '(?!)'})\b"))
        object.__setattr__(self, "each", word_patterns(self.patterns))

    any: re.Pattern[str] = field(init=False, compare=False, repr=False)
    each: Mapping[str, re.Pattern[str]] = field(init=False, compare=False, repr=False)

    def find(self, text: str) -> Iterator[KindOfWord]:
        """Yields the words of every kind in a text, in reading order."""
        lowered = text.lower()
        for match in self.any.finditer(lowered):
            for kind, words in self.each.items():
                if (word := words.match(lowered, match.start())) and word.end() == match.end():
                    yield KindOfWord(kind, match.start())


NONE = WordKinds()
"""No words: what a language has whose words are not listed."""
