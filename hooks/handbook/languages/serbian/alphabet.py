"""The two Serbian alphabets, their sort orders, and conversion from Cyrillic to Latin."""

import re
from types import MappingProxyType

ALPHABET = "абвгдђежзијклљмнњопрстћуфхцчџш"
"""The Cyrillic alphabet in its own order, which is not that of the code points."""
IN_LATIN_ORDER = "абцчћдџђефгхијклљмнњопрсштувзж"
"""The same letters in the order of their Latin counterparts."""

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
"""Each Cyrillic letter in Gaj's Latin alphabet."""

WORD = re.compile(f"([{ALPHABET}{ALPHABET.upper()}]+)")
"""A word, or a part of a word, in Cyrillic letters."""

PHRASES = MappingProxyType({"А до Ш": "A do Ž"})
"""What is not written letter by letter in Latin: there, the alphabet ends with another letter."""

CYRILLIC = MappingProxyType({latin: cyrillic for cyrillic, latin in LATIN.items() if len(latin) == 1})
"""The Cyrillic letter of each single Latin letter."""

WITHOUT_DIACRITICS = MappingProxyType({"č": "c", "ć": "c", "š": "s", "ž": "z", "đ": "d"})
"""Latin letters with diacritics, and the letters people type instead."""

FOLD = MappingProxyType(
    {cyrillic: "".join(WITHOUT_DIACRITICS.get(letter, letter) for letter in latin) for cyrillic, latin in LATIN.items()}
    | dict(WITHOUT_DIACRITICS)
)
"""Every Cyrillic letter and Latin letter with a diacritic, in Latin letters without diacritics."""
FOLDING = str.maketrans(dict(FOLD))


def alphabetical(text: str, alphabet: str = ALPHABET) -> tuple[tuple[int, str], ...]:
    """Return a sort key: Cyrillic words in the order of an alphabet, then words in Latin letters."""
    return tuple(
        (alphabet.index(character), "") if character in LATIN else (len(alphabet) * character.isalpha() - 1, character)
        for character in text.lower()
    )


def alphabetical_in_latin(text: str) -> tuple[tuple[int, str], ...]:
    """Return a sort key in the order of the Latin alphabet, for Cyrillic words that are shown in Latin."""
    words = "".join(CYRILLIC.get(character, character) for character in text.lower())
    return alphabetical(words, IN_LATIN_ORDER)


def latin(text: str) -> str:
    """Return a text with Cyrillic letters in Latin: Његош gives Njegoš, ЊЕГОШ gives NJEGOŠ.

    A capital that gives two letters and is alone takes the case of the words before it, or else of those after it:
    ПОЉЕ Љ gives POLJE LJ, and Љ. Поповић gives Lj. Popović. `publishing/respelling.js` does the same in the browser.
    """
    for phrase, other in PHRASES.items():
        text = text.replace(phrase, other)
    parts = WORD.split(text)  # words are at the odd places
    capitals = next((word.isupper() for word in parts[1::2] if len(word) > 1), False)
    for place in range(1, len(parts), 2):
        word = parts[place]
        if len(word) > 1:
            capitals = word.isupper()
        parts[place] = "".join(_latin(word, number, capitals) for number in range(len(word)))
    return "".join(parts)


def _latin(word: str, number: int, capitals: bool) -> str:
    """Return a letter of a word in Latin; a capital that gives two letters follows the letters beside it."""
    letter = word[number]
    letters = LATIN[letter.lower()]
    if letter.islower():
        return letters
    beside = word[max(0, number - 1) : number] + word[number + 1 : number + 2]
    return letters.upper() if (beside.isupper() if beside else capitals) else letters.capitalize()


def plain_latin(text: str) -> str:
    """Return a text in lower-case Latin letters without diacritics: „Њива“ gives `njiva`."""
    return text.lower().translate(FOLDING)
