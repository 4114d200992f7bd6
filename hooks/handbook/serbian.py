"""What the software knows of the Serbian language, as data: alphabet, folding, endings, alternations.

A stem is what the forms of one word share, in plain Latin letters: купац, купца and kupcima give `kupk`.
It is a key to compare by, never something to show.
"""

from functools import lru_cache
from types import MappingProxyType

ALPHABET = "абвгдђежзијклљмнњопрстћуфхцчџш"
"""The Cyrillic alphabet in its own order, which is not the order of the code points."""

LETTERS = (
    "a", "b", "v", "g", "d", "đ", "e", "ž", "z", "i", "j", "k", "l", "lj", "m",
    "n", "nj", "o", "p", "r", "s", "t", "ć", "u", "f", "h", "c", "č", "dž", "š",
)  # fmt: skip
LATIN = MappingProxyType(dict(zip(ALPHABET, LETTERS, strict=True)))
"""Each Cyrillic letter in Gaj's Latin."""

BALD = MappingProxyType({"č": "c", "ć": "c", "š": "s", "ž": "z", "đ": "d"})
"""Latin letters with diacritics, as people type them without."""

FOLD = MappingProxyType({sign: "".join(BALD.get(one, one) for one in latin) for sign, latin in LATIN.items()}
                        | dict(BALD))  # fmt: skip
"""Every letter that folds, Cyrillic or Latin, and what it becomes."""

ALIKE = (("dj", "d"),)
"""Letters that are typed in more than one way: `dj` for `đ`."""

SHORTEST = 3
"""No ending is taken off where fewer letters would remain."""

ENDINGS = (
    "ovima", "evima", "ovim", "ovih", "ega", "emu", "oga", "ome", "omu", "ama", "ima", "ovi", "ova",
    "ove", "evi", "eva", "eve", "om", "em", "oj", "im", "ih", "og", "a", "e", "i", "o", "u",
)  # fmt: skip
"""Endings of nouns and adjectives in plain letters, the longest first."""

FIRM = (
    "sistem", "problem", "prijem", "rezim", "obim", "razlog", "razloz", "predlog", "predloz",
    "strateg", "stratez", "koleg", "dijalog", "katalog", "razvoj", "osnov", "uslov", "naslov",
)  # fmt: skip
"""Stems that end the way an ending does, and keep it."""

ALTERNATIONS = (
    ("osc", "ost"),  # доследношћу
    ("ioc", "ilc"),  # руководиоца
    ("posa", "posl"),  # посао, посла
    ("deo", "del"),  # део, дела
    ("c", "k"),  # корисници, купац
    ("g", "z"),  # разлог, разлози
    ("h", "s"),  # успех, успеси
    ("tk", "k"),  # задатка, задаци
    ("zk", "sk"),  # обилазак, обиласка
    ("ak", "k"),  # задатак: the a that comes and goes
    ("an", "n"),  # идеалан, идеална
)
"""Ends of stems that sound apart and are one: each first is written as its second, until none is left."""


def alphabetical(text: str) -> tuple[tuple[int, str], ...]:
    """A sort key: Cyrillic words by the Serbian alphabet, words in Latin letters after them."""
    return tuple(
        (ALPHABET.index(sign), "") if sign in LATIN else (len(ALPHABET) * sign.isalpha() - 1, sign)
        for sign in text.lower()
    )


def bald(text: str) -> str:
    """Text in plain small Latin letters, as typed without diacritics: „Њива“ gives `njiva`."""
    return "".join(FOLD.get(sign, sign) for sign in text.lower())


def folded(word: str) -> str:
    """A word in plain letters, the same however it was typed: вођа, vođa and vodja give `voda`."""
    plain = bald(word)
    for typed, letter in ALIKE:
        plain = plain.replace(typed, letter)
    return plain


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The key under which all forms of a word meet."""
    acronym, hyphen, _ = word.partition("-")
    if hyphen and acronym.isascii() and acronym.isupper():
        return acronym.lower()
    plain = folded(word)
    if word.isupper() and word.isascii():
        return plain
    return _alternated(_bare(plain))


def _bare(plain: str) -> str:
    for firm in FIRM:
        if plain.startswith(firm) and plain[len(firm) :] in ("", *ENDINGS):
            return firm
    for ending in ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= SHORTEST:
            return plain[: -len(ending)]
    return plain


def _alternated(plain: str) -> str:
    for end, one in ALTERNATIONS:
        if plain.endswith(end) and len(plain) > SHORTEST:
            return _alternated(plain[: -len(end)] + one)
    return plain


SMALL_NUMBERS = MappingProxyType(
    {
        stem(form): str(value)
        for value, forms in enumerate(
            (
                "један једна једно једног једну првих првог први прва", "два две двапут двоје другог други",
                "три трећи", "четири четврти", "пет", "шест", "седам", "осам", "девет", "десет",
                "једанаест", "дванаест", "тринаест",
            ),
            start=1,
        )
        for form in forms.split()
    }
)  # fmt: skip
"""Small numbers as they are written out, by stem."""

MONTHS = (
    "јануар", "фебруар", "март", "април", "мај", "јун", "јул", "август",
    "септемб(?:а)?р", "октоб(?:а)?р", "новемб(?:а)?р", "децемб(?:а)?р",
)  # fmt: skip
"""The months, each as far as its forms agree."""
MONTH_ENDINGS = "(?:а|у|ом|ем|и|е|(?:ов)?ск[аеиоу]м?|(?:ов)?ског|(?:ов)?ској)?"

MONEY = MappingProxyType({"€": "EUR", "EUR": "EUR", "евр(?:о|а|у|и|е|ом|има)": "EUR",
                          "RSD": "RSD", r"дин\.?": "RSD", "динар(?:а|у|и|е|ом|има)?": "RSD",
                          r"\$": "USD", "USD": "USD", "долар(?:а|у|и|е|ом|има)?": "USD"})  # fmt: skip
"""How money is called, and its code."""
PERCENT = "%|одсто|посто|процен(?:ат|т)[аеу]?"
UNITS = frozenset(("h", "min", "s", "m", "cm", "mm", "km", "kg", "g", "px"))
"""Units, which are Latin in every script."""
HOURS = "h|ч|час(?:а|ова)?|сати?|сата"
