"""Serbian words in every form: folding, endings, alternations.

A stem is what the forms of one word share, in plain Latin letters: купац, купца and kupcima give `kupk`.
It is a key to compare by, never something to show.
"""

import re
from functools import lru_cache
from types import MappingProxyType

from .alphabet import bald

ALIKE = (("dj", "d"),)
"""Letters that are typed in more than one way: `dj` for `đ`."""

YAT = (("([bcdfghklmnprstvz])ije(?=[bcdfghklmnprstvz])", r"\1e"), ("([bcdfghkmprstvz])je", r"\1e"))
"""The old vowel as ijekavian writes it, and as ekavian does."""

SHORTEST = 3
"""No ending is taken off where fewer letters would remain."""

LONGEST = 40
"""What is longer is no word, and stays as it is."""

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
"""Endings of nouns and adjectives in plain letters, the longest first."""

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
)
"""Stems that end the way an ending does, and what they are known by: they are never shortened further."""
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
    ("ak", "k"),  # задатак: the a that comes and goes
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
"""Ends of stems that sound apart and are one: each first is written as its second, until none is left.

The last of them are the ends of verbs; nouns that end so lose them in all their forms alike.
"""


def folded(word: str) -> str:
    """A word in plain letters, the same however it was typed: вођа, vođa and vodja give `voda`.

    Ijekavian and ekavian give the same: млијеко and млеко, мјера and мера.
    """
    plain = bald(word)
    for typed, letter in ALIKE:
        plain = plain.replace(typed, letter)
    for typed, said in YAT if "je" in plain else ():
        plain = re.sub(typed, said, plain)
    return plain


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The key under which all forms of a word meet."""
    acronym, hyphen, _ = word.partition("-")
    if hyphen and acronym.isascii() and acronym.isupper():
        return acronym.lower()
    plain = folded(word)
    if len(plain) > LONGEST or (word.isupper() and word.isascii()):
        return plain
    return _firm(plain) or _alternated(_bare(plain))


def _firm(plain: str) -> str | None:
    if not plain.startswith(FIRM_STEMS):
        return None
    found = (key for firm, key in FIRM.items() if plain.startswith(firm) and plain[len(firm) :] in ("", *ENDINGS))
    return next(found, None)


def _bare(plain: str) -> str:
    for ending in ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= SHORTEST:
            return plain[: -len(ending)]
    return plain


def _alternated(plain: str) -> str:
    while (other := _once(plain)) != plain:
        plain = other
    return plain


def _once(plain: str) -> str:
    for end, one in ALTERNATIONS:
        if plain == end or (plain.endswith(end) and len(plain) - len(end) + len(one) >= SHORTEST):
            return plain[: -len(end)] + one
    return plain


STOP_WORDS = (
    "а",
    "али",
    "ако",
    "би",
    "бити",
    "био",
    "била",
    "било",
    "више",
    "већ",
    "где",
    "да",
    "до",
    "за",
    "зато",
    "и",
    "из",
    "или",
    "им",
    "иако",
    "је",
    "јер",
    "јесте",
    "јесу",
    "ка",
    "кад",
    "као",
    "како",
    "кога",
    "која",
    "које",
    "који",
    "којем",
    "којим",
    "којих",
    "коме",
    "кроз",
    "ли",
    "ме",
    "мене",
    "мени",
    "ми",
    "можете",
    "може",
    "моја",
    "моје",
    "мој",
    "на",
    "над",
    "нам",
    "нас",
    "не",
    "него",
    "ни",
    "није",
    "нису",
    "нека",
    "неке",
    "неки",
    "неко",
    "о",
    "од",
    "ово",
    "овај",
    "она",
    "они",
    "оно",
    "око",
    "осим",
    "по",
    "под",
    "пре",
    "при",
    "са",
    "се",
    "све",
    "сваки",
    "сви",
    "смо",
    "су",
    "та",
    "тако",
    "те",
    "ти",
    "то",
    "треба",
    "тај",
    "у",
    "уз",
    "чега",
    "чему",
    "чим",
    "шта",
    "што",
    "ћу",
    "ће",
)
"""Words too common to look for, where a query holds others."""
