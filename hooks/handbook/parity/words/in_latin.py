"""Recognizes a text in Latin letters whose language is written in another script, such as “Novi kupci su važni”."""

from collections.abc import Iterator
from typing import NamedTuple

from ...languages.language import Language
from ...languages.patterns import WORD
from ...languages.registry import KNOWN
from ...model.fact_tables import Facts, once
from ...model.sections import phrases
from ..letters import AROUND, without_foreign

TELLING = 2
"""The number of different words of another language that show that a text is in it."""
SHORT = 8
"""The number of words of a text up to which the vocabulary counts; a longer one has common words."""


class Vocabulary(NamedTuple):
    """The words of a language that show it, as typed in Latin letters, and those that other languages have too."""

    language: Language
    signs: frozenset[str]
    elsewhere: frozenset[str]


@once
def vocabularies(facts: Facts) -> dict[str, Vocabulary]:
    """Return the words of each known language with its own script, by its code, from the facts and its record."""
    return {code: _vocabulary(facts, language) for code, language in KNOWN.items() if language.own_letters_only}


def _vocabulary(facts: Facts, language: Language) -> Vocabulary:
    """Return the words of a language; names show no language."""
    texts = [item for *_, phrase in phrases(facts) for item in phrase.texts.items()]
    words = frozenset(_respelt(" ".join(text for code, text in texts if code == language.code), language))
    others = (text for code, text in texts if code != language.code)
    foreign = (found for text in others if not words.issuperset(found := _words(text)))
    names = (_words(name.name) for name in facts.names.values())
    elsewhere = language.spelling.also_elsewhere.union(*foreign, *names)
    return Vocabulary(language, (words | language.spelling.latin_words) - elsewhere, elsewhere)


def telling_words(text: str, counterpart: str, vocabulary: Vocabulary) -> list[str]:
    """Return the words of a text that show that it is in a language with its own script; none if it is not.

    `counterpart` is the text in its place on the page in that language; short texts are often left as they are there.
    """
    return _common_words(text, vocabulary.language) or _known_words(text, counterpart, vocabulary)


def _common_words(text: str, language: Language) -> list[str]:
    """Return the words of a text that no other language has: common ones, and those with letters of their own."""
    spelling = language.spelling
    if spelling.latin_words.isdisjoint(text.split()) and (text.isascii() or spelling.latin_letters.isdisjoint(text)):
        return []  # a quick test
    first, *rest = WORD.findall(without_foreign(text)) or [""]
    words = [word for word in dict.fromkeys((first.lower(), *rest)) if word.islower()]
    certain = [word for word in words if not spelling.latin_letters.isdisjoint(word) and word in (first, *rest)]
    telling = [word for word in words if word in spelling.latin_words or word in certain]
    return telling if certain or len(telling) >= TELLING else []


def _known_words(text: str, counterpart: str, vocabulary: Vocabulary) -> list[str]:
    """Return the words of a short text that are in the vocabulary or in the counterpart, if it consists of them."""
    if text.count(" ") >= SHORT:
        return []
    there = {*_respelt(counterpart, vocabulary.language)} - vocabulary.elsewhere
    if sum(word in there or word in vocabulary.signs for word in _words(text)) < TELLING:
        return []  # a quick test
    words = _words(without_foreign(text))
    telling = [word for word in words if word in there or word in vocabulary.signs]
    return telling if len(telling) >= TELLING and len(telling) * 2 >= len(words) else []


def _respelt(text: str, language: Language) -> Iterator[str]:
    """Yield the words of a text in the script of a language, as typed in Latin letters."""
    return (language.plain(word) for word in _words(text) if not word.isascii())


def _words(text: str) -> dict[str, None]:
    """Return the words of a text in small letters, each once, without acronyms and single letters."""
    words = (part.strip(AROUND) for part in text.split())
    return {word.lower(): None for word in words if len(word) > 1 and not word.isupper()}
