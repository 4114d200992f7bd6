"""The pairs of sentences that may differ in meaning, the most likely first."""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator
from typing import NamedTuple

from ...crosslinks.lexicons import Lexicon, lexicon, role_titles_lexicon
from ...model.finding import Place
from ...model.handbook import Handbook
from ...model.section import Key, Section
from ..sentences.signals import SentencePair, gained, one_sided, sentence_pairs
from .dictionary import Dictionary, dictionary
from .differences import SENTENCE, Difference, Sides, extra_sentence, of_kinds, of_roles, of_words
from .likelihood import likelihood
from .words import words

LEAST_LIKELY = 0.2
"""Pairs that are less likely to differ are never listed."""
LIKELY = 0.55
"""Pairs that are less likely to differ are not listed with all pages.

Here the list of a handbook in order is short, half of what was listed before the pages were edited differs, and seven
of ten planted changes are listed (`bench/audit.py`).
"""


class Item(NamedTuple):
    """A pair of sentences that may differ: how likely that is, its section, the texts, their places, what differs."""

    likelihood: float
    section: str
    texts: tuple[str, str]
    places: tuple[Place, Place]
    differences: tuple[Difference, ...]


class Compared(NamedTuple):
    """A pair of sentences, with its section in both languages and what is compared."""

    sections: tuple[Section, Section]
    pair: SentencePair
    sides: Sides


class Known(NamedTuple):
    """What sentences are compared with: names and titles in each language, the pages of roles, the dictionary.

    `written` is how a word of a language is written that is known by what is compared of it.
    """

    names: tuple[Lexicon, Lexicon]
    titles: tuple[Lexicon, Lexicon]
    roles: frozenset[str]
    dictionary: Dictionary
    written: Callable[[str, str], str]


def audit(handbook: Handbook, chosen: Container[Key], least: float = LEAST_LIKELY) -> list[Item]:
    """Returns what may differ in the chosen sections (page and id), the most likely first, down to a likelihood."""
    items: list[Item] = []
    first, *others = handbook.languages
    roles = frozenset(role.page for role in handbook.facts.roles.values())
    for other in others:
        names = lexicon(handbook, first), lexicon(handbook, other)
        pairs = [*_compared(handbook, other, names)]
        titles = role_titles_lexicon(handbook, first), role_titles_lexicon(handbook, other)
        known = Known(names, titles, roles, dictionary(one.sides.pair for one in pairs), _written(pairs))
        asked = [one for one in pairs if (one.sections[0].page, one.sections[0].id) in chosen]
        new = _new(handbook, {one.sections for one in asked})
        items += (item for one in asked if (item := _item(one, known, new, least)))
    return sorted(items, key=lambda item: (-item.likelihood, item.places))


def _compared(handbook: Handbook, other: str, names: tuple[Lexicon, Lexicon]) -> Iterator[Compared]:
    for left, right in handbook.section_pairs:
        for pair in sentence_pairs(left, right) if right.language == other else ():
            both = words(pair.texts[0], names[0]), words(pair.texts[1], names[1])
            yield Compared((left, right), pair, Sides((left.language, other), pair.texts, both))


def _item(one: Compared, known: Known, new: Container[tuple[str, str, Place]], least: float) -> Item | None:
    found = [*_differences(one, known, new)]
    likely = likelihood(found)
    if likely < least:
        return None
    places = one.pair.places
    if extra := extra_sentence(one.sides, known.dictionary, known.names):
        side = extra.side
        below = one.pair.texts[side].count("\n", 0, extra.sentence.start)
        moved = one.sections[side].at(places[side].line + below)
        places = (moved, places[1]) if side == 0 else (places[0], moved)
    return Item(likely, one.sections[0].name, one.pair.texts, places, tuple(found))


def _differences(one: Compared, known: Known, new: Container[tuple[str, str, Place]]) -> Iterator[Difference]:
    sides = one.sides
    if extra := extra_sentence(sides, known.dictionary, known.names):
        yield Difference(SENTENCE, sides.codes[extra.side], (extra.sentence.text,), sure=extra.alone)
    for found in of_kinds(sides):
        place = one.pair.places[sides.codes.index(found.language)]
        yield found._replace(new=(found.kind, found.language, place) in new)
    yield from of_roles(sides, known.titles, known.roles - {f"{one.sections[0].page}.md"})
    for found in of_words(sides, known.dictionary):
        other = sides.codes[1 - sides.codes.index(found.language)]
        yield found._replace(usual=known.written(other, found.usual))


def _new(handbook: Handbook, sections: Iterable[tuple[Section, Section]]) -> set[tuple[str, str, Place]]:
    """Returns the words of meaning that only one language has since the lock was written: kind, language, place."""
    found = set()
    for left, right in sections:
        lock = handbook.locks.get(left.page)
        if lock and (entry := lock.entries.get(left.id)):
            signals = gained(one_sided(left, right), entry.said)
            found |= {(signal.kind, signal.language, signal.place) for signal in signals}
    return found


def _written(pairs: Iterable[Compared]) -> Callable[[str, str], str]:
    """Returns what the words of a language that are compared as one are called: the form they have most often."""
    forms: dict[tuple[str, str], Counter[str]] = {}
    for one in pairs:
        for code, found in zip(one.sides.codes, one.sides.words, strict=True):
            for key, word in found.items():
                forms.setdefault((code, key), Counter())[word.lower()] += 1
    return lambda code, key: forms[code, key].most_common(1)[0][0]
