"""How a language is spelt, as data: pairs of letters that are one letter, and its words in another script."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Spelling:
    """What shows that a text is spelt wrongly, or in the wrong script.

    `pairs` maps two letters to the one letter that they are typed for, `true_pairs` are the parts of words in which
    both letters are right. `latin_letters` are the lower-case Latin letters that English does not have and
    `latin_words` the common words that English does not have, of a language that is not written in Latin letters;
    `also_elsewhere` are words that it shares with other languages.
    """

    pairs: Mapping[str, str] = field(default_factory=dict)
    true_pairs: tuple[str, ...] = ()
    latin_letters: frozenset[str] = frozenset()
    latin_words: frozenset[str] = frozenset()
    also_elsewhere: frozenset[str] = frozenset()


PLAIN = Spelling()
"""A language about whose spelling nothing is known."""
