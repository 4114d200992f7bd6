"""What the software knows of the Serbian language, as data: the alphabet and its Latin twin."""

from types import MappingProxyType

ALPHABET = "абвгдђежзијклљмнњопрстћуфхцчџш"
"""The Cyrillic alphabet in its own order, which is not the order of the code points."""

LETTERS = (
    "a", "b", "v", "g", "d", "đ", "e", "ž", "z", "i", "j", "k", "l", "lj", "m",
    "n", "nj", "o", "p", "r", "s", "t", "ć", "u", "f", "h", "c", "č", "dž", "š",
)  # fmt: skip
LATIN = MappingProxyType(
    dict(zip(ALPHABET, LETTERS,
             strict=True))
)  # fmt: skip
"""Each Cyrillic letter in Gaj's Latin."""

BALD = str.maketrans("čćšžđ", "ccszd")


def alphabetical(text: str) -> tuple[tuple[int, str], ...]:
    """A sort key: Cyrillic words by the Serbian alphabet, words in Latin letters after them."""
    return tuple(
        (ALPHABET.index(sign), "") if sign in LATIN else (len(ALPHABET) * sign.isalpha() - 1, sign)
        for sign in text.lower()
    )


def bald(text: str) -> str:
    """Text in plain ASCII letters, as typed without diacritics: „Њива“ gives `njiva`."""
    return "".join(LATIN.get(sign, sign) for sign in text.lower()).translate(BALD)
