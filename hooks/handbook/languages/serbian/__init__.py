"""The Serbian language: its letters, its words in every form, its values, and its record."""

from types import MappingProxyType

from ..language import Edition, Language
from ..messages import msg
from .alphabet import ALPHABET, FOLD, alphabetical, alphabetical_in_latin, bald, latin
from .notation import SMALL_NUMBERS, UNITS, readings, written
from .stemmer import ALIKE, ALTERNATIONS, ENDINGS, FIRM, LONGEST, SHORTEST, STOP_WORDS, YAT, folded, stem

__all__ = ["FOLD", "SERBIAN", "alphabetical", "alphabetical_in_latin", "bald", "folded", "latin", "stem", "written"]

SEARCH = MappingProxyType(
    {
        "lang": "sr",
        "fold": dict(FOLD),
        "alike": ALIKE,
        "yat": [(typed, written.replace("\\", "$")) for typed, written in YAT],
        "firm": dict(FIRM),
        "endings": ENDINGS,
        "alternations": ALTERNATIONS,
        "shortest": SHORTEST,
        "longest": LONGEST,
        "stop": [folded(word) for word in STOP_WORDS],
    }
)
"""The stemmer as data, for the search worker."""

SERBIAN = Language(
    code="sr",
    name="Српски",
    called=msg("Serbian"),
    inside=msg("in Serbian"),
    letters="А-Яа-яЂ-џ",
    stem=stem,
    date=written,
    sort_key=alphabetical,
    readings=tuple(readings()),
    numbers=SMALL_NUMBERS,
    search=SEARCH,
    editions=(
        Edition("sr", "handbook-sr", "Цео приручник као PDF", alphabetical),
        Edition("sr-Latn", "handbook-sr-latn", "PDF na latinici", alphabetical_in_latin, latin),
    ),
    plain=bald,
    fold=FOLD,
    alphabet=ALPHABET,
    own_letters_only=True,
    page_keys=("title_f", "source_title"),
    units=UNITS,
)
