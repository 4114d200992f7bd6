"""Words that carry the meaning of a sentence, such as a negation, where only one language has them.

A good translation may turn many of them into other words, so what stands in one language when a section is confirmed
is written into its lock, and only what is new since then is reported.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ...languages.messages import Message, msg
from ...languages.registry import language
from ...languages.sentences import Sentence
from ...languages.sentences import sentences as split
from ...model.document import Prose
from ...model.finding import Place
from ...model.section import Section
from ..values import line_at
from .rules import block_pairs

SIGNALS = {
    "most": msg("“at most”"),
    "least": msg("“at least”"),
    "only": msg("“only”"),
    "must": msg("“must”"),
    "should": msg("“should”"),
    "may": msg("“may” or “can”"),
    "never": msg("“never”"),
    "no": msg("a negation"),
    "always": msg("“always”"),
    "often": msg("“often”"),
    "rarely": msg("“rarely”"),
    "usually": msg("“usually”"),
    "sometimes": msg("“sometimes”"),
    "likely": msg("“likely”"),
    "all": msg("“all” or “every”"),
    "some": msg("“some”"),
    "many": msg("“many” or “most”"),
    "more": msg("“more”"),
    "less": msg("“less”"),
    "before": msg("“before”"),
    "after": msg("“after”"),
    "if": msg("“if” or “when”"),
    "or": msg("“or”"),
    "now": msg("“now” or “at once”"),
}
"""The kinds of words with their names in messages."""


MOST_NAMED = 5
"""How many words a message names."""


class SentencePair(NamedTuple):
    """A sentence in two languages, with its place in each; blocks that do not align are one sentence."""

    texts: tuple[str, str]
    places: tuple[Place, Place]


class OneSided(NamedTuple):
    """A kind of word that a sentence has in one language only: the language, its place, and that of the other."""

    kind: str
    language: str
    place: Place
    other: Place
    texts: tuple[str, str]

    @property
    def key(self) -> str:
        """The kind and the language as in a lock: `no:en`."""
        return f"{self.kind}:{self.language}"


def difference(found: Sequence[OneSided]) -> Message | None:
    """Returns what the found words make of a section that was confirmed before; None if there are none."""
    if not found:
        return None
    words = (
        msg(
            "only the {language} text has {what} ({place})",
            language=language(signal.language).label,
            what=SIGNALS[signal.kind],
            place=signal.place,
        )
        for signal in found[:MOST_NAMED]
    )
    return msg("Since both last agreed, the meaning may have changed: {words:and}.", words=tuple(words))


def sentence_pairs(left: Section, right: Section) -> Iterator[SentencePair]:
    """Yields the sentences of a section in pairs: block by block, each with its counterpart."""
    blocks = [*block_pairs(left, right)]
    if not blocks and (left.prose or right.prose):
        yield SentencePair((left.text, right.text), (left.start, right.start))
    for here, there in blocks:
        pairs = split(here.text, left.language), split(there.text, right.language)
        if len(pairs[0]) != len(pairs[1]):
            pairs = [Sentence(here.text, 0)], [Sentence(there.text, 0)]
        for one, other in zip(*pairs, strict=True):
            yield SentencePair((one.text, other.text), (_place(left, here, one), _place(right, there, other)))


def one_sided(left: Section, right: Section) -> Iterator[OneSided]:
    """Yields each kind of word that a sentence has in one language only."""
    languages = (left.language, right.language)
    known = language(languages[0]).signals.patterns.keys() & language(languages[1]).signals.patterns.keys()
    for pair in sentence_pairs(left, right):
        here, there = (
            Counter(signal.kind for signal in language(code).signals.find(text))
            for code, text in zip(languages, pair.texts, strict=True)
        )
        for kind in sorted({*here, *there} & known):
            side = 0 if here[kind] > there[kind] else 1
            surplus = abs(here[kind] - there[kind])
            if surplus and surplus > answers(kind, languages[1 - side], pair.texts[1 - side]):
                yield OneSided(kind, languages[side], pair.places[side], pair.places[1 - side], pair.texts)


def gained(found: Iterable[OneSided], said: Mapping[str, int]) -> list[OneSided]:
    """Returns those of the found words that are more than were there before (`said`), the last of each kind."""
    before, new = Counter(said), []
    for signal in found:
        before[signal.key] -= 1
        if before[signal.key] < 0:
            new.append(signal)
    return new


def counts(found: Iterable[OneSided]) -> dict[str, int]:
    """Returns how many sentences have a kind of word in one language only, by kind and language as in a lock."""
    return dict(Counter(signal.key for signal in found))


def answers(kind: str, code: str, text: str) -> int:
    """Returns how many other words a text of a language has that may stand for a kind of word."""
    answers = language(code).answers.each.get(kind)
    return len(answers.findall(text.lower())) if answers else 0


def _place(section: Section, block: Prose, sentence: Sentence) -> Place:
    return section.at(line_at(block, sentence.start))
