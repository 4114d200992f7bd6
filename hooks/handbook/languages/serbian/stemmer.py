"""A stemmer for Serbian: folds letters, removes endings, replaces alternations.

All forms of a word have the same stem, in plain Latin letters: купац, купца and kupcima give `kupk`.
A stem is only for comparison, not for display.
"""

import re
from functools import lru_cache
from types import MappingProxyType

from .alphabet import plain_latin

ALIKE = (("dj", "d"),)
"""Alternative spellings: `dj` for `đ`."""

YAT = (("([bcdfghklmnprstvz])ije(?=[bcdfghklmnprstvz])", r"\1e"), ("([bcdfghkmprstvz])je", r"\1e"))
"""Patterns of the ijekavian vowel, with the ekavian replacement."""

BEGUN = (("ij?e?", "e"), ("je?", "e"))
"""Ends of a word that is still being typed, where it may be ijekavian, with the ekavian replacement."""

SHORTEST = 3
"""The minimum length of a stem; a longer ending is not removed."""

LONGEST = 40
"""The maximum length of a word; longer text is not stemmed."""

ENDINGS = (
    "ovima",
    "evima",
    "ovim",
    "ovih",
    "ega",
    "emu",
    "oga",
    "ome",
    "omu",
    "ama",
    "ima",
    "ovi",
    "ova",
    "ove",
    "evi",
    "eva",
    "eve",
    "om",
    "em",
    "eg",
    "oj",
    "im",
    "ih",
    "og",
    "a",
    "e",
    "i",
    "o",
    "u",
)
"""Endings of nouns and adjectives in plain Latin letters, the longest first."""
KNOWN_ENDINGS = frozenset(ENDINGS)

FIRM = MappingProxyType(
    {
        stem: stem
        for stem in (
            "sistem",
            "problem",
            "rezim",
            "obim",
            "dijalog",
            "katalog",
            "razvoj",
            "osnov",
            "uslov",
            "naslov",
            "prodaj",
            "trag",
            "poslat",
        )
    }
    | {"razlog": "razlog", "razloz": "razlog", "predlog": "predlog", "predloz": "predlog"}
    | {"strateg": "strateg", "stratez": "strateg", "koleg": "koleg"}
    | dict.fromkeys(("uloguj", "ulogova", "ulogoval", "ulogovat"), "uloguj")
)
"""Stems that look as if they had an ending, with their final form; no ending is removed from them."""
FIRM_STEMS = tuple(FIRM)

ALTERNATIONS = (
    ("osc", "ost"),  # доследношћу
    ("ioc", "ilc"),  # руководиоца
    ("posa", "posl"),  # посао, посла
    ("deo", "del"),  # део, дела
    ("pojm", "poj"),  # појам, појма
    ("c", "k"),  # корисници, купац
    ("g", "z"),  # разлог, разлози
    ("h", "s"),  # успех, успеси
    ("tk", "k"),  # задатка, задаци
    ("zk", "sk"),  # обилазак, обиласка
    ("ak", "k"),  # задатак: the fleeting a
    ("an", "n"),  # идеалан, идеална
    ("at", ""),  # питати, пита
    ("it", ""),  # радити, ради
    ("al", ""),  # питала
    ("il", ""),  # радила
    ("am", ""),  # питам
    ("aj", ""),  # питају
    ("uj", ""),  # планује
    ("ov", ""),  # куповати, купује
    ("i", ""),  # радио
    ("a", ""),  # питао
)
"""Alternating ends of stems with their replacements, applied until none matches.

The last ones are endings of verbs; nouns with the same ending lose it in all their forms.
"""
ALTERNATING_ENDS = tuple(end for end, _ in ALTERNATIONS)


def fold(word: str) -> str:
    """Return a word in plain Latin letters, the same for every spelling: вођа, vođa and vodja give `voda`.

    Ijekavian and ekavian forms give the same: млијеко and млеко, мјера and мера.
    """
    plain = plain_latin(word)
    for spelling, replacement in ALIKE:
        plain = plain.replace(spelling, replacement)
    for pattern, replacement in YAT if "je" in plain else ():
        plain = re.sub(pattern, replacement, plain)
    return plain


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem of a word."""
    acronym, hyphen, _ = word.partition("-")
    if hyphen and acronym.isascii() and acronym.isupper():
        return acronym.lower()
    plain = fold(word)
    if len(plain) > LONGEST or (word.isupper() and word.isascii()):
        return plain
    return _firm_stem(plain) or _replace_alternations(_remove_ending(plain))


def _firm_stem(plain: str) -> str | None:
    if not plain.startswith(FIRM_STEMS):
        return None
    stems = (final for firm, final in FIRM.items() if plain.startswith(firm) and plain[len(firm) :] in ("", *ENDINGS))
    return next(stems, None)


def _remove_ending(plain: str) -> str:
    for length in range(min(len(ENDINGS[0]), len(plain) - SHORTEST), 0, -1):
        if plain[-length:] in KNOWN_ENDINGS:
            return plain[:-length]
    return plain


def _replace_alternations(plain: str) -> str:
    while (replaced := _replace_alternation(plain)) != plain:
        plain = replaced
    return plain


def _replace_alternation(plain: str) -> str:
    if not plain.endswith(ALTERNATING_ENDS):
        return plain
    for end, replacement in ALTERNATIONS:
        if plain == end or (plain.endswith(end) and len(plain) - len(end) + len(replacement) >= SHORTEST):
            return plain[: -len(end)] + replacement
    return plain
