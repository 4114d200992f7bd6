"""The Serbian language: its alphabets, stemmer, notation of values, and record."""

from types import MappingProxyType

from ..language import Edition, Language, OtherScript
from ..messages import msg
from .alphabet import ALPHABET, FOLD, LATIN, PHRASES, alphabetical, alphabetical_in_latin, latin, plain_latin
from .notation import DATE_HINTS, UNITS, format_date, value_patterns
from .numbers import NUMBERS
from .spelling import SPELLING
from .stemmer import ALIKE, ALTERNATIONS, BEGUN, ENDINGS, FIRM, LONGEST, SHORTEST, YAT, fold, stem
from .stop_words import STOP_WORDS
from .wording import ABBREVIATIONS, ANSWERS, AUDITED, PERIODS, SIGNALS

__all__ = ["FOLD", "SERBIAN", "alphabetical", "alphabetical_in_latin", "fold", "latin", "plain_latin", "stem"]

SEARCH = MappingProxyType(
    {
        "fold": dict(FOLD),
        "alike": ALIKE,
        "yat": [(pattern, replacement.replace("\\", "$")) for pattern, replacement in YAT],
        "begun": BEGUN,
        "firm": dict(FIRM),
        "endings": ENDINGS,
        "alternations": ALTERNATIONS,
        "shortest": SHORTEST,
        "longest": LONGEST,
        "stop": [fold(word) for word in STOP_WORDS],
    }
)
"""The stemmer as data, for the search engine."""

COUNTED = MappingProxyType(
    {
        "roles": ("улога",),
        "responsibilities": ("одговорност",),
        "questions": ("питање",),
        "terms": ("термин", "појам", "појмова"),
        "teams": ("тим",),
    }
)

LATIN_SCRIPT = OtherScript(
    tag="sr-Latn",
    own_tag="sr-Cyrl",
    name="Latinica",
    own_name="Ћирилица",
    letters=LATIN,
    phrases=PHRASES,
    respell=latin,
)

SERBIAN = Language(
    code="sr",
    name="Српски",
    label=msg("Serbian"),
    in_label=msg("in Serbian"),
    letters=ALPHABET + ALPHABET.upper(),
    stem=stem,
    date=format_date,
    sort_key=alphabetical,
    value_patterns=tuple(value_patterns()),
    date_hints=DATE_HINTS,
    decimal=",",
    numbers=NUMBERS,
    search=SEARCH,
    editions=(
        Edition("sr", "handbook-sr", "Цео приручник као PDF", alphabetical),
        Edition("sr-Latn", "handbook-sr-latn", "PDF na latinici", alphabetical_in_latin, latin),
    ),
    other_script=LATIN_SCRIPT,
    plain=plain_latin,
    fold=FOLD,
    alphabet=ALPHABET,
    own_letters_only=True,
    spelling=SPELLING,
    page_keys=("title_f", "source_title"),
    units=UNITS,
    abbreviations=ABBREVIATIONS,
    periods=PERIODS,
    signals=SIGNALS,
    answers=ANSWERS,
    counted=COUNTED,
    audited=AUDITED,
)
