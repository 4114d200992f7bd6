"""How Serbian is spelt: њ, љ and џ are single letters, and what Serbian looks like in Latin letters."""

from types import MappingProxyType

from ..spelling import Spelling
from .alphabet import WITHOUT_DIACRITICS, latin, plain_latin
from .stop_words import COMMON_WORDS

PAIRS = MappingProxyType({"нј": "њ", "лј": "љ", "дж": "џ"})
"""What people type letter by letter, as in Latin, and the Serbian letter that it stands for."""

TRUE_PAIRS = (
    "анјон",
    "бенјамин",
    "ванјав",
    "ванјез",
    "инјек",
    "инјурија",
    "конјуг",
    "конјук",
    "конјунк",
    "наджањ",
    "наджет",
    "наджив",
    "наджир",
    "наджњ",
    "оджал",
    "оджвак",
    "оджив",
    "оджубор",
    "оджуд",
    "поджанр",
    "поджар",
    "поджег",
    "поджеж",
    "поджећ",
    "поджиж",
    "поджуп",
    "преджет",
    "преджив",
    "преджуп",
    "танјуг",
)
"""Parts of words in which the two letters are two sounds, mostly on both sides of a prefix: „надживети“."""

ALSO_ENGLISH = frozenset(
    (
        "a",
        "ali",
        "bi",
        "bio",
        "da",
        "do",
        "i",
        "im",
        "li",
        "me",
        "mi",
        "o",
        "ona",
        "po",
        "pod",
        "pre",
        "se",
        "ta",
        "te",
        "ti",
        "to",
    )
)
"""Words of Serbian in Latin letters that are found in English sentences too, some of them in names."""

LATIN_WORDS = frozenset(form for word in COMMON_WORDS for form in (latin(word), plain_latin(word))) - ALSO_ENGLISH

SPELLING = Spelling(PAIRS, TRUE_PAIRS, frozenset(WITHOUT_DIACRITICS), LATIN_WORDS)
