"""Numbers, days, money and units as Serbian writes them, and the form of a noun that goes with a number."""

from datetime import date
from types import MappingProxyType

FORMS = (("1", ("11",)), ("234", ("12", "13", "14")))
"""After which last figures a noun takes its first and its second form, and the numbers that are excepted."""


def form(number: int) -> int:
    """Which form of a noun goes with a number: 0 (1 ставка), 1 (2 ставке) or 2 (5 ставки)."""
    written = str(abs(number))
    forms = (n for n, (last, but) in enumerate(FORMS) if written[-1] in last and written[-2:] not in but)
    return next(forms, len(FORMS))


SMALL_NUMBERS = (
    "један једна једно једног једну првих првог први прва",
    "два две двапут двоје другог други",
    "три трећи",
    "четири четврти",
    "пет",
    "шест",
    "седам",
    "осам",
    "девет",
    "десет",
    "једанаест",
    "дванаест",
    "тринаест",
)
"""The numbers from 1 on that are written out, each with its forms."""

MONTHS = (
    "јануар",
    "фебруар",
    "март",
    "април",
    "мај",
    "јун",
    "јул",
    "август",
    "септемб(?:а)?р",
    "октоб(?:а)?р",
    "новемб(?:а)?р",
    "децемб(?:а)?р",
)
"""The months, each as far as its forms agree."""
MONTH_NAMES = (
    "јануар",
    "фебруар",
    "март",
    "април",
    "мај",
    "јун",
    "јул",
    "август",
    "септембар",
    "октобар",
    "новембар",
    "децембар",
)
"""The months as a date on its own names them."""
MONTH_ENDINGS = "(?:а|у|ом|ем|и|е|(?:ов)?ск[аеиоу]м?|(?:ов)?ског|(?:ов)?ској)?"

MONEY = MappingProxyType(
    {
        "€": "EUR",
        "EUR": "EUR",
        "евр(?:о|а|у|и|е|ом|има)": "EUR",
        "RSD": "RSD",
        r"дин\.?": "RSD",
        "динар(?:а|у|и|е|ом|има)?": "RSD",
        r"\$": "USD",
        "USD": "USD",
        "долар(?:а|у|и|е|ом|има)?": "USD",
    }
)
"""How money is called, and its code."""
PERCENT = "%|одсто|посто|процен(?:ат|т)[аеу]?"
UNITS = frozenset(("h", "min", "s", "m", "cm", "mm", "km", "kg", "g", "px"))
"""Units, which are Latin in every script."""
HOURS = "h|ч|час(?:а|ова)?|сати?|сата"


def written(day: date) -> str:
    """A day that stands by itself: 5. март 2027."""
    return f"{day.day}. {MONTH_NAMES[day.month - 1]} {day.year}."
