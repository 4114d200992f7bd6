"""Serbian words for numbers: cardinals, ordinals, collectives, multiples; the module is mostly data."""

import re
from collections.abc import Iterator
from types import MappingProxyType

from ..number_words import NumberWords
from ..value_patterns import ValuePattern, shortest

CARDINALS = (
    *("", "један једна једно једног једнога једну једном једне једној", "два две двају двема двама двапут двоје"),
    *("три трију трима трипут троје", "четири четирију четирма четирипут", "пет", "шест", "седам", "осам", "девет"),
    *("десет", "једанаест", "дванаест", "тринаест", "четрнаест", "петнаест", "шеснаест", "седамнаест", "осамнаест"),
    "деветнаест",
)
TENS = ("двадесет", "тридесет", "четрдесет", "педесет", "шездесет", "седамдесет", "осамдесет", "деведесет")
HUNDREDS = ("сто", "двеста", "триста", "четиристо", "петсто", "шестсто", "седамсто", "осамсто", "деветсто")
ORDINALS = ("", "прв", "друг", "трећ", "четврт", "пет", "шест", "седм", "осм", *CARDINALS[9:], *TENS)
"""Ordinals without endings: from 1 to 20, then the tens."""
ORDINAL_ENDINGS = ("и", "а", "о", "е", "ог", "ога", "ег", "ега", "ом", "ому", "ем", "ему", "у", "им", "ој")
COLLECTIVES = ("", "", "дво", "тро", "четвор", "петор", "шестор", "седмор", "осмор", "деветор", "десетор")
COLLECTIVE_ENDINGS = ("о", "ица", "ице", "ици", "ицу", "ицом")
MULTIPLIERS = MappingProxyType(
    {
        **dict.fromkeys(("стотину", "стотине", "стотина"), 100),
        **dict.fromkeys(("хиљада", "хиљаде", "хиљаду", "хиљадама"), 1_000),
        **dict.fromkeys(("милион", "милиона", "милиони", "милионе"), 1_000_000),
    }
)
THIRDS = ("трећина", "трећине", "трећини", "трећину", "трећином")
LOOSE = MappingProxyType(
    {
        "подне": ("12",),
        "поноћ": ("24", "0"),
        "поноћи": ("24", "0"),
        "десетак": ("10",),
        "петнаестак": ("15",),
        "стотинак": ("100",),
        **{f"{ten}ак": (str(value),) for ten, value in zip(TENS, range(20, 100, 10), strict=True)},
        **{f"{ten}их": (f"19{value}s",) for ten, value in zip(TENS, range(20, 100, 10), strict=True)},
    }
)


def _values() -> Iterator[tuple[str, int]]:
    for value, forms in enumerate(CARDINALS):
        yield from ((form, value) for form in forms.split())
    for value, ten in zip(range(20, 100, 10), TENS, strict=True):
        yield ten, value
    for value, hundred in zip(range(100, 1000, 100), HUNDREDS, strict=True):
        yield hundred, value
    numbers = (*range(20), *range(20, 100, 10))
    for value, ordinal in zip(numbers, ORDINALS, strict=True):
        yield from ((f"{ordinal}{ending}", value) for ending in ORDINAL_ENDINGS if ordinal)
    for value, collective in enumerate(COLLECTIVES):
        joint = "ј" if value in (2, 3) else ""
        yield from ((f"{collective}{joint}{ending}", value) for ending in COLLECTIVE_ENDINGS if collective)
    yield from ((form, 3) for form in THIRDS)


VALUES = MappingProxyType(dict(_values()))


def _joined() -> Iterator[tuple[str, int]]:
    """Yield the beginnings of adjectives such as „тридесетодневни“, with their numbers from three on."""
    ones = {
        "тро": 3,
        "четворо": 4,
        **{f"{ordinal}о": value for value, ordinal in enumerate(ORDINALS[:20]) if value > 4},
    }
    yield from ones.items()
    for value, ten in zip(range(20, 100, 10), TENS, strict=True):
        yield f"{ten}о", value
        yield from ((f"{ten}{one}", value + ones[one]) for one in ones if ones[one] < 10)
    yield "сто", 100


JOINED = MappingProxyType(dict(_joined()))
MINUTES = MappingProxyType(
    {
        **{word: VALUES[word] for word in ("пет", "десет", "петнаест", "двадесет", "тридесет", "четрдесет", "педесет")},
        **{f"{ten}{joint}пет": VALUES[ten] + 5 for ten in TENS[:4] for joint in (" ", " и ")},
        "четврт": 15,
    }
)
"""The minutes after a full hour: „девет и петнаест“."""
HOURS = MappingProxyType({forms.split()[0]: value for value, forms in enumerate(CARDINALS) if forms})
PARTS_OF_AN_HOUR = MappingProxyType({"пола": "30", "четврт": "15"})


def _phrases() -> Iterator[ValuePattern]:
    """Yield „пола сата“ (30 minutes), „пола десет“ (9.30), „у девет и петнаест“ (9.15), „у девет и по“ (9.30) …"""
    yield re.compile(r"\b(?P<part>пола|четврт) (?:сата|часа)\b"), lambda m: (PARTS_OF_AN_HOUR[m["part"]],)
    yield (
        re.compile(r"\bпола (?P<hour>[^\W\d_]+)"),
        lambda m: (f"{VALUES[m['hour']] - 1}.3",) if VALUES.get(m["hour"], 0) in range(1, 13) else (),
    )
    time = rf"\bу (?P<hour>{'|'.join(HOURS)}) и (?P<minutes>{'|'.join(sorted(MINUTES, reverse=True))})\b"
    counted = r"(?! (?!сата|часова)[^\W\d_]{1,40}а\b)"  # „у девет и петнаест градова“ is no time
    yield re.compile(time + counted), lambda m: (shortest(f"{HOURS[m['hour']]}.{MINUTES[m['minutes']]:02}"),)
    yield (
        re.compile(rf"\bу (?P<hour>{'|'.join(HOURS)}) и по\b(?! [^\W\d_]{{1,40}}[аи]\b)"),
        lambda m: (f"{HOURS[m['hour']]}.3",),
    )
    units = "процентн|дневн|недељн|годишњ|часовн|сатн|минутн"
    yield (
        re.compile(rf"\b(?P<number>{'|'.join(JOINED)})(?P<unit>{units})"),
        lambda m: (f"{JOINED[m['number']]}{' %' if m['unit'] == 'процентн' else ''}",),
    )
    yield re.compile(r"(?<![^\W\d_])(?:дан|сат|месец|недељу|годину|пут) и по\b"), lambda _: ("1.5",)


NUMBERS = NumberWords(
    values=VALUES,
    multipliers=MULTIPLIERS,
    joint="и",
    loose=LOOSE,
    percent=re.compile(r"\s(?:одсто|посто|процен(?:ат|т)[аеу]?)\b"),
    half=re.compile(r" и по\b"),
    phrases=tuple(_phrases()),
    hints=(
        "пола ",
        "четврт ",
        "опроцентн",
        "одневн",
        "онедељн",
        "огодишњ",
        "очасовн",
        "осатн",
        "оминутн",
        *(f" и {word}" for word in MINUTES),
        " и по",
    ),
)
