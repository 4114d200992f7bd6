"""What the software knows of the Serbian language, as data: its letters, its words in every form, its values."""

from .alphabet import ALPHABET, FOLD, LATIN, alphabetical, alphabetical_in_latin, bald, latin
from .notation import HOURS, MONEY, MONTH_ENDINGS, MONTHS, PERCENT, SMALL_NUMBERS, UNITS, form, written
from .stemmer import ALIKE, ALTERNATIONS, ENDINGS, FIRM, LONGEST, SHORTEST, STOP_WORDS, YAT, folded, stem

__all__ = [
    "ALIKE",
    "ALPHABET",
    "ALTERNATIONS",
    "ENDINGS",
    "FIRM",
    "FOLD",
    "HOURS",
    "LATIN",
    "LONGEST",
    "MONEY",
    "MONTHS",
    "MONTH_ENDINGS",
    "PERCENT",
    "SHORTEST",
    "SMALL_NUMBERS",
    "STOP_WORDS",
    "UNITS",
    "YAT",
    "alphabetical",
    "alphabetical_in_latin",
    "bald",
    "folded",
    "form",
    "latin",
    "stem",
    "written",
]
