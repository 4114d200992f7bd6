"""Kinds of words that a translation must not lose, such as weekdays or negations: what they are in one language."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple


class KindOfWord(NamedTuple):
    """A word or a short phrase of a kind in a text, with its index."""

    kind: str
    start: int


@dataclass(frozen=True)
class WordKinds:
    """The words of each kind as a pattern of small letters; a word may be of several kinds.

    Where several patterns match at one place, the first counts: phrases (“no more than”) stand before words (“no”).
    They are compiled when they are first used: a build of a handbook that is in order needs few of them.
    """

    patterns: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def any(self) -> re.Pattern[str]:
        """The pattern of a word of any kind."""
        return re.compile(rf"\b(?:{'|'.join(self.patterns.values()) or '(?!)'})\b")

    @cached_property
    def each(self) -> Mapping[str, re.Pattern[str]]:
        """The patterns of the words of each kind."""
        return {kind: re.compile(rf"\b(?:{pattern})\b") for kind, pattern in self.patterns.items()}

    def find(self, text: str) -> Iterator[KindOfWord]:
        """Yields the words of every kind in a text, in reading order."""
        lowered = text.lower()
        for match in self.any.finditer(lowered):
            for kind, words in self.each.items():
                if (word := words.match(lowered, match.start())) and word.end() == match.end():
                    yield KindOfWord(kind, match.start())


NONE = WordKinds()
"""No words: what a language has whose words are not listed."""
