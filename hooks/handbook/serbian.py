"""What the software knows of the Serbian language, as data: alphabet, folding, endings, alternations.

A stem is what the forms of one word share, in plain Latin letters: купац, купца and kupcima give `kupk`.
It is a key to compare by, never something to show.
"""

import re
from datetime import date
from functools import lru_cache
from types import MappingProxyType

ALPHABET = "абвгдђежзијклљмнњопрстћуфхцчџш"
"""The Cyrillic alphabet in its own order, which is not the order of the code points."""
IN_LATIN_ORDER = "абцчћдџђефгхијклљмнњопрсштувзж"
"""The same letters in the order that their Latin counterparts have."""

LETTERS = (
    "a", "b", "v", "g", "d", "đ", "e", "ž", "z", "i", "j", "k", "l", "lj", "m",
    "n", "nj", "o", "p", "r", "s", "t", "ć", "u", "f", "h", "c", "č", "dž", "š",
)  # fmt: skip
LATIN = MappingProxyType(dict(zip(ALPHABET, LETTERS, strict=True)))
"""Each Cyrillic letter in Gaj's Latin."""

CYRILLIC = MappingProxyType({latin: sign for sign, latin in LATIN.items() if len(latin) == 1})
"""Each Latin letter that alone stands for a Cyrillic one."""

BALD = MappingProxyType({"č": "c", "ć": "c", "š": "s", "ž": "z", "đ": "d"})
"""Latin letters with diacritics, as people type them without."""

FOLD = MappingProxyType({sign: "".join(BALD.get(one, one) for one in latin) for sign, latin in LATIN.items()}
                        | dict(BALD))  # fmt: skip
"""Every letter that folds, Cyrillic or Latin, and what it becomes."""
FOLDING = str.maketrans(dict(FOLD))

ALIKE = (("dj", "d"),)
"""Letters that are typed in more than one way: `dj` for `đ`."""

YAT = (
    ("([bcdfghklmnprstvz])ije(?=[bcdfghklmnprstvz])", r"\1e"),
    ("([bcdfghkmprstvz])je", r"\1e"),
)
"""The old vowel as ijekavian writes it, and as ekavian does."""

SHORTEST = 3
"""No ending is taken off where fewer letters would remain."""

LONGEST = 40
"""What is longer is no word, and stays as it is."""

ENDINGS = (
    "ovima", "evima", "ovim", "ovih", "ega", "emu", "oga", "ome", "omu", "ama", "ima", "ovi", "ova",
    "ove", "evi", "eva", "eve", "om", "em", "eg", "oj", "im", "ih", "og", "a", "e", "i", "o", "u",
)  # fmt: skip
"""Endings of nouns and adjectives in plain letters, the longest first."""

FIRM = MappingProxyType(
    {stem: stem for stem in (
        "sistem", "problem", "rezim", "obim", "dijalog", "katalog", "razvoj", "osnov", "uslov",
        "naslov", "prodaj", "trag", "poslat",
    )}
    | {"razlog": "razlog", "razloz": "razlog", "predlog": "predlog", "predloz": "predlog"}
    | {"strateg": "strateg", "stratez": "strateg", "koleg": "koleg"}
)  # fmt: skip
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


FORMS = (("1", ("11",)), ("234", ("12", "13", "14")))
"""After which last figures a noun takes its first and its second form, and the numbers that are excepted."""


def form(number: int) -> int:
    """Which form of a noun goes with a number: 0 (1 ставка), 1 (2 ставке) or 2 (5 ставки)."""
    written = str(abs(number))
    forms = (n for n, (last, but) in enumerate(FORMS) if written[-1] in last and written[-2:] not in but)
    return next(forms, len(FORMS))


def alphabetical(text: str, alphabet: str = ALPHABET) -> tuple[tuple[int, str], ...]:
    """A sort key: Cyrillic words in the order of an alphabet, words in Latin letters after them."""
    return tuple(
        (alphabet.index(sign), "") if sign in LATIN else (len(alphabet) * sign.isalpha() - 1, sign)
        for sign in text.lower()
    )


def alphabetical_in_latin(text: str) -> tuple[tuple[int, str], ...]:
    """The same by the order of the Latin alphabet, for words that will be shown in it."""
    words = "".join(CYRILLIC.get(sign, sign) for sign in text.lower())
    return alphabetical(words, IN_LATIN_ORDER)


def latin(text: str) -> str:
    """Cyrillic text in Gaj's Latin: Његош gives Njegoš, ЊЕГОШ gives NJEGOŠ; all else stays."""
    return "".join(_latin(sign, text[at - 1 : at] + text[at + 1 : at + 2]) for at, sign in enumerate(text))


def _latin(sign: str, beside: str) -> str:
    """A letter among its neighbours: a capital of two letters is written as they are."""
    letters = LATIN.get(sign.lower(), sign)
    if sign == sign.lower():
        return letters
    return letters.upper() if beside.isupper() else letters.capitalize()


def bald(text: str) -> str:
    """Text in plain small Latin letters, as typed without diacritics: „Њива“ gives `njiva`."""
    return text.lower().translate(FOLDING)


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
    "а", "али", "ако", "би", "бити", "био", "била", "било", "више", "већ", "где", "да", "до", "за", "зато", "и",
    "из", "или", "им", "иако", "је", "јер", "јесте", "јесу", "ка", "кад", "као", "како", "кога", "која", "које",
    "који", "којем", "којим", "којих", "коме", "кроз", "ли", "ме", "мене", "мени", "ми", "можете", "може", "моја",
    "моје", "мој", "на", "над", "нам", "нас", "не", "него", "ни", "није", "нису", "нека", "неке", "неки", "неко",
    "о", "од", "ово", "овај", "она", "они", "оно", "око", "осим", "по", "под", "пре", "при", "са", "се", "све",
    "сваки", "сви", "смо", "су", "та", "тако", "те", "ти", "то", "треба", "тај", "у", "уз", "чега", "чему", "чим",
    "шта", "што", "ћу", "ће",
)  # fmt: skip
"""Words too common to look for, where a query holds others."""

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
MONTH_NAMES = (
    "јануар", "фебруар", "март", "април", "мај", "јун", "јул", "август",
    "септембар", "октобар", "новембар", "децембар",
)  # fmt: skip
"""The months as a date on its own names them."""
MONTH_ENDINGS = "(?:а|у|ом|ем|и|е|(?:ов)?ск[аеиоу]м?|(?:ов)?ског|(?:ов)?ској)?"

MONEY = MappingProxyType({"€": "EUR", "EUR": "EUR", "евр(?:о|а|у|и|е|ом|има)": "EUR",
                          "RSD": "RSD", r"дин\.?": "RSD", "динар(?:а|у|и|е|ом|има)?": "RSD",
                          r"\$": "USD", "USD": "USD", "долар(?:а|у|и|е|ом|има)?": "USD"})  # fmt: skip
"""How money is called, and its code."""
PERCENT = "%|одсто|посто|процен(?:ат|т)[аеу]?"
UNITS = frozenset(("h", "min", "s", "m", "cm", "mm", "km", "kg", "g", "px"))
"""Units, which are Latin in every script."""
HOURS = "h|ч|час(?:а|ова)?|сати?|сата"


def written(day: date) -> str:
    """A day that stands by itself: 5. март 2027."""
    return f"{day.day}. {MONTH_NAMES[day.month - 1]} {day.year}."
