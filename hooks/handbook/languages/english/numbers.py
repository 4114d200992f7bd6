"""English words for numbers: cardinals, ordinals, multiples; the module is mostly data."""

import re
from collections.abc import Iterator
from types import MappingProxyType

from ..number_words import NumberWords
from ..value_patterns import ValuePattern, shortest

UNITS = (
    *("", "one first once", "two second twice", "three third thirds thrice", "four fourth", "five fifth", "six sixth"),
    *("seven seventh", "eight eighth", "nine ninth", "ten tenth", "eleven eleventh", "twelve twelfth"),
    *("thirteen thirteenth", "fourteen fourteenth", "fifteen fifteenth", "sixteen sixteenth", "seventeen seventeenth"),
    *("eighteen eighteenth", "nineteen nineteenth"),
)
TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
LOOSE = MappingProxyType(
    {
        "noon": ("12",),
        "midday": ("12",),
        "midnight": ("24", "0"),
        **{f"{ten}ies": (f"19{value}s",) for ten, value in zip(TENS, range(20, 100, 10), strict=True)},
    }
)


def _values() -> Iterator[tuple[str, int]]:
    for value, forms in enumerate(UNITS):
        yield from ((form, value) for form in forms.split())
    for value, ten in zip(range(20, 100, 10), TENS, strict=True):
        yield from ((f"{ten}{ending}", value) for ending in ("y", "ieth"))


VALUES = MappingProxyType(dict(_values()))


HOURS = MappingProxyType({words.split()[0]: value for value, words in enumerate(UNITS[:13]) if value > 0})
MINUTES = MappingProxyType(
    {
        **{word: VALUES[word] for word in ("ten", "fifteen", "twenty", "thirty", "forty", "fifty")},
        **{f"{ten}y-five": VALUES[f"{ten}y"] + 5 for ten in TENS[:4]},
    }
)
"""The minutes in “nine fifteen”."""


def _phrases() -> Iterator[ValuePattern]:
    """Yield “half an hour” (30), “half past nine” (9.30), “at nine fifteen” (9.15), “a day and a half” (1.5)."""
    yield re.compile(r"\bhalf(?:-| an |-an-)hour(?!ly)"), lambda _: ("30",)
    yield re.compile(r"\bquarter of an hour\b"), lambda _: ("15",)
    hours = "|".join(HOURS)
    past = rf"\b(?P<part>half|quarter) past (?P<hour>{hours})\b"
    yield re.compile(past), lambda m: (f"{HOURS[m['hour']]}.{'3' if m['part'] == 'half' else '15'}",)
    time = rf"\bat (?P<hour>{hours}) (?P<minutes>{'|'.join(MINUTES)})\b"
    yield re.compile(time), lambda m: (shortest(f"{HOURS[m['hour']]}.{MINUTES[m['minutes']]}"),)
    yield re.compile(r"\ban? [^\W\d_]{1,20} and a half\b"), lambda _: ("1.5",)


NUMBERS = NumberWords(
    values=VALUES,
    multipliers=MappingProxyType(
        {"hundred": 100, "hundredth": 100, "thousand": 1_000, "thousandth": 1_000, "million": 1_000_000}
    ),
    joint="and",
    loose=LOOSE,
    percent=re.compile(r"[ -](?:percent|per cent)\b"),
    half=re.compile(r" and a half\b"),
    phrases=tuple(_phrases()),
    hints=("half", "quarter", *(f" {word}" for word in MINUTES)),
)
