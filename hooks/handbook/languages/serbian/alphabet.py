"""Serbian letters: the two alphabets, their order, and how a text of one is written in the other."""

from types import MappingProxyType

ALPHABET = "абвгдђежзијклљмнњопрстћуфхцчџш"
"""The Cyrillic alphabet in its own order, which is not the order of the code points."""
IN_LATIN_ORDER = "абцчћдџђефгхијклљмнњопрсштувзж"
"""The same letters in the order that their Latin counterparts have."""

LETTERS = (
    "a",
    "b",
    "v",
    "g",
    "d",
    "đ",
    "e",
    "ž",
    "z",
    "i",
    "j",
    "k",
    "l",
    "lj",
    "m",
    "n",
    "nj",
    "o",
    "p",
    "r",
    "s",
    "t",
    "ć",
    "u",
    "f",
    "h",
    "c",
    "č",
    "dž",
    "š",
)
LATIN = MappingProxyType(dict(zip(ALPHABET, LETTERS, strict=True)))
"""Each Cyrillic letter in Gaj's Latin."""

CYRILLIC = MappingProxyType({latin: sign for sign, latin in LATIN.items() if len(latin) == 1})
"""Each Latin letter that alone stands for a Cyrillic one."""

BALD = MappingProxyType({"č": "c", "ć": "c", "š": "s", "ž": "z", "đ": "d"})
"""Latin letters with diacritics, as people type them without."""

FOLD = MappingProxyType(
    {sign: "".join(BALD.get(one, one) for one in latin) for sign, latin in LATIN.items()} | dict(BALD)
)
"""Every letter that folds, Cyrillic or Latin, and what it becomes."""
FOLDING = str.maketrans(dict(FOLD))


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
