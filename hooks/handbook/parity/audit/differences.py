"""What two sentences say differently: words of meaning, roles, words that the dictionary misses, a whole sentence."""

from collections.abc import Container, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from ...crosslinks.lexicons import Lexicon
from ...crosslinks.mentions import find_all
from ...languages.registry import language
from ...languages.sentences import Sentence
from ...languages.sentences import sentences as split
from ...languages.word_kinds import WordKinds
from ..sentences.signals import answers
from .dictionary import Dictionary, Pair, links
from .words import PAGE, words

ROLE, WORD, SENTENCE = "role", "word", "sentence"
"""The kinds of differences besides those of the language records."""
LEAST_SURE = 0.75
"""How surely a word must have a counterpart elsewhere to be missed."""


class Difference(NamedTuple):
    """What only one language has: its kind, the language, the words as written.

    `answered` says that another word of the other text may stand for it, `sure` how surely it has a counterpart on
    other pages (of a sentence: the share of its words without one here), `usual` is that counterpart, and `new` that
    the lock knows of no such difference.
    """

    kind: str
    language: str
    words: tuple[str, ...]
    answered: bool = False
    sure: float = 1.0
    usual: str = ""
    new: bool = False


class Sides(NamedTuple):
    """A sentence in two languages: their codes, the texts, and the words of each by what is compared of them."""

    codes: tuple[str, str]
    texts: tuple[str, str]
    words: tuple[Mapping[str, str], Mapping[str, str]]

    @property
    def pair(self) -> Pair:
        """What the dictionary learns from it."""
        return Pair(self.words[0].keys(), self.words[1].keys())


def of_kinds(sides: Sides) -> Iterator[Difference]:
    """Yields each kind of word in the language records that one text has more often than the other."""
    for records in zip(*map(_records, sides.codes), strict=True):
        found = [_found(text, kinds) for text, kinds in zip(sides.texts, records, strict=True)]
        for kind in sorted(records[0].patterns.keys() & records[1].patterns.keys()):
            here, there = (side.get(kind, []) for side in found)
            if len(here) != len(there):
                side, surplus = int(len(here) < len(there)), abs(len(here) - len(there))
                answered = surplus <= answers(kind, sides.codes[1 - side], sides.texts[1 - side])
                yield Difference(kind, sides.codes[side], tuple(dict.fromkeys((here, there)[side])), answered)


def of_roles(sides: Sides, titles: tuple[Lexicon, Lexicon], roles: Container[str]) -> Iterator[Difference]:
    """Yields the roles, given by their pages, that one text calls by their titles and the other does not name."""
    for side, (text, names) in enumerate(zip(sides.texts, titles, strict=True)):
        found = (mention for mention in find_all(text, names) if mention.target in roles)
        only = [one for one in found if f"{PAGE}{one.target}" not in sides.words[1 - side]]
        if only:
            yield Difference(ROLE, sides.codes[side], tuple(text[one.start : one.end] for one in only))


def of_words(sides: Sides, known: Dictionary) -> Iterator[Difference]:
    """Yields the words without a counterpart of the text that has more of them, those that are missed most."""
    alone = _alone(sides, known)
    side = int(len(alone[0]) < len(alone[1]))
    missed = sorted(((known.sureness[side].get(key, 0.0), key) for key in alone[side]), reverse=True)
    for sure, key in missed[: len(alone[side]) - len(alone[1 - side])]:
        if sure >= LEAST_SURE:
            yield Difference(
                WORD, sides.codes[side], (sides.words[side][key],), sure=sure, usual=known.usual[side][key]
            )


class Extra(NamedTuple):
    """A sentence that only one text has, the side of that text, the share of its words without a counterpart."""

    side: int
    sentence: Sentence
    alone: float


def extra_sentence(sides: Sides, known: Dictionary, names: tuple[Lexicon, Lexicon]) -> Extra | None:
    """Returns the sentence that only one text has; None if both have as many.

    It is the one with the largest share of words without a counterpart: a small one shows a sentence that is divided.
    """
    parts = [split(text, code) for text, code in zip(sides.texts, sides.codes, strict=True)]
    if len(parts[0]) == len(parts[1]):
        return None
    side = int(len(parts[0]) < len(parts[1]))
    alone = _alone(sides, known)[side]
    shares = [_share(words(part.text, names[side]), alone) for part in parts[side]]
    return max((Extra(side, *each) for each in zip(parts[side], shares, strict=True)), key=lambda extra: extra.alone)


def _share(some: Mapping[str, str], of: set[str]) -> float:
    return len(some.keys() & of) / max(1, len(some))


def _alone(sides: Sides, known: Dictionary) -> tuple[set[str], set[str]]:
    """Returns the words of each text that go with none of the other."""
    linked = links(sides.pair, known.strengths)
    return sides.words[0].keys() - linked.keys(), sides.words[1].keys() - set(linked.values())


@cache
def _records(code: str) -> tuple[WordKinds, ...]:
    """Returns all kinds of words of a language; those that only the audit compares are compiled here."""
    known = language(code)
    return known.signals, known.periods, WordKinds(known.audited)


def _found(text: str, kinds: WordKinds) -> dict[str, list[str]]:
    """Returns the words of each kind in a text, as small letters."""
    lowered, found = text.lower(), dict[str, list[str]]()
    for word in kinds.find(text):
        match = kinds.each[word.kind].match(lowered, word.start)
        found.setdefault(word.kind, []).append(match[0] if match else "")
    return found
