"""The words of a sentence that have a counterpart in a good translation: no stop words, no numbers, titles as one."""

from collections.abc import Iterator

from ...crosslinks.lexicons import Lexicon
from ...crosslinks.mentions import find_all
from ...languages.patterns import WORD
from ...languages.registry import language

LONGEST_KEY = 6
"""How many letters of a stem are compared: “planned” and “planning” are one word."""
SHORTEST_WORD = 3
PAGE = "@"
"""What the key of a mention begins with; its target follows."""


def words(text: str, names: Lexicon) -> dict[str, str]:
    """Returns the words of a text as they are written, by what is compared of them; a mention is one word."""
    found: dict[str, str] = {}
    end = 0
    for mention in find_all(text, names):
        found.update(_plain_words(text[end : mention.start], names.language))
        found[f"{PAGE}{mention.target}"] = text[mention.start : mention.end]
        end = mention.end
    found.update(_plain_words(text[end:], names.language))
    return found


def _plain_words(text: str, code: str) -> Iterator[tuple[str, str]]:
    known = language(code)
    for word in WORD.findall(text):
        small = word.lower()
        plain = small in known.search["stop"] or small in known.numbers.values or known.signals.any.fullmatch(small)
        if len(word) >= SHORTEST_WORD and not plain:
            yield known.stem(word)[:LONGEST_KEY], word
