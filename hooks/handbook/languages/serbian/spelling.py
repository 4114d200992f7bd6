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

SHARED = """
    a agent ali audio auto bi bio blog da data demo do drama era format forum god had hit i im instrument interval
    kiosk li list logo market marketing maximum me medium mentor mi minimum model monitor more most note o on ona one
    panel partner period persona plan po pod portal poster pre price profile program promo put radio rate red same se
    segment server set signal slogan spot stand standard start status student studio summit ta talent te tender test
    ti time tip to token ton tone trend video web
"""
ALSO_ENGLISH = frozenset(SHARED.split())
"""Words of Serbian in Latin letters that are found in English sentences too, some of them in names."""

LATIN_WORDS = frozenset(form for word in COMMON_WORDS for form in (latin(word), plain_latin(word))) - ALSO_ENGLISH

SPELLING = Spelling(PAIRS, TRUE_PAIRS, frozenset(WITHOUT_DIACRITICS), LATIN_WORDS, ALSO_ENGLISH)
