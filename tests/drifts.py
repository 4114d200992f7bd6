"""Changes of meaning made in one language of a section: words that a careless edit loses, adds or exchanges."""

import re
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from handbook.model.section import Section

DRIFTS = MappingProxyType(
    {
        "a negation is lost": ((r"\bне (?=\w+)", ""), (r"\b(?:do not|does not|not) ", "")),
        "a negation is added": (
            (r"\b(?=(?:води|одговара|ради|мења|пише|има)\b)", "не "),
            (r" (?=(?:is|are) )", " not "),
        ),
        "must becomes may": ((r"\bмора(ју)?\b", "може"), (r"\bmust\b", "may")),
        "may becomes must": ((r"\bможе\b", "мора"), (r"\b(?:may|can)\b", "must")),
        "should becomes may": ((r"\bтреба да\b", "може да"), (r"\bshould\b", "may")),
        "only is lost": ((r"\b[Сс]амо ", ""), (r"\b[Oo]nly ", "")),
        "only is added": (
            (r"\b(?=(?:води|предлаже|одлучује|мења)\b)", "само "),
            (r"\b(?=(?:runs?|proposes?|decides?|changes?)\b)", "only "),
        ),
        "never becomes always": ((r"\bникад(?:а)? не\b", "увек"), (r"\bnever\b", "always")),
        "always becomes sometimes": ((r"\bувек\b", "понекад"), (r"\balways\b", "sometimes")),
        "at least becomes at most": ((r"\bнајмање\b", "највише"), (r"\bat least\b", "at most")),
        "at least is lost": ((r"\b(?:најмање|бар) ", ""), (r"\bat least ", "")),
        "at most is lost": ((r"\bнајвише ", ""), (r"\b(?:at most|up to) ", "")),
        "all becomes some": ((r"\bсви\b", "неки"), (r"\ball\b", "some")),
        "every becomes some": (
            (r"\b(?:свак[аи]|свако)\b", "нека"),
            (r"\bevery (?!day|week|month|quarter|year|\d)", "some "),
        ),
        "without becomes with": ((r"\bбез\b", "са"), (r"\bwithout\b", "with")),
        "nobody becomes somebody": ((r"\bнико не\b", "неко"), (r"\b[Nn]obody\b", "somebody")),
        "often becomes rarely": ((r"\b(?:нај)?чешће\b|\bчесто\b", "ретко"), (r"\b(?:most )?often\b", "rarely")),
        "usually becomes always": ((r"\b(?:обично|углавном)\b", "увек"), (r"\busually\b", "always")),
        "before becomes after": ((r"\bпре (?=\w)", "после "), (r"\bbefore\b", "after")),
        "after becomes before": ((r"\bпосле\b", "пре"), (r"\bafter\b", "before")),
        "more becomes less": ((r"\bвише\b", "мање"), (r"\bmore\b", "less")),
        "if becomes always": ((r"\b[Аа]ко\b", "увек"), (r"\b[Ii]f\b", "always")),
        "or becomes and": ((r"\bили\b", "и"), (r"\bor\b", "and")),
        "at once is lost": ((r"\bодмах ", ""), (r"\b(?:at once|immediately|right away)\b", "")),
        "weekly becomes monthly": (
            (r"\bнедељно\b|\bсваке недеље\b", "месечно"),
            (r"\b(?:weekly|every week)\b", "monthly"),
        ),
        "a weekday is another": ((r"\b([Пп]етак|[Пп]етком)\b", "уторак"), (r"\bFridays?\b", "Tuesday")),
        "a number is another": ((r"\bтри\b", "четири"), (r"\bthree\b", "four")),
        "a sentence is lost": ((r"(?<=[.]) [А-ЯЂ-Џ][^.]+\.$", ""), (r"(?<=[.]) [A-Z][^.]+\.$", "")),
    }
)
"""Each kind with a pattern and its replacement, in Serbian and in English."""


def drifted(section: Section, pattern: str, replacement: str) -> Iterator[Section]:
    """The section with each match of a pattern replaced alone."""
    for number, prose in enumerate(section.prose):
        if prose.kind in ("paragraph", "item", "cell"):
            for match in re.finditer(pattern, prose.text):
                text = prose.text[: match.start()] + replacement + prose.text[match.end() :]
                changed = prose._replace(text=text)
                yield replace(section, prose=(*section.prose[:number], changed, *section.prose[number + 1 :]))
