"""What the audit lists, as lines for people and as data for programs."""

from collections.abc import Iterator
from typing import Any

from ...languages.messages import Message, msg, plural, quoted
from ...languages.registry import language
from ..sentences.rules import PERIODS
from ..sentences.signals import SIGNALS
from .differences import ROLE, SENTENCE, WORD, Difference
from .items import Item

KINDS = {
    **SIGNALS,
    **PERIODS,
    "any": msg("“anyone” or “any”"),
    "others": msg("“others”"),
    "first": msg("“first”"),
    "already": msg("“already”"),
    "sure": msg("“make sure”"),
    "both": msg("“both”"),
    "possible": msg("“potential” or “possible”"),
    "alone": msg("“alone”"),
    ROLE: msg("a role by its title"),
    SENTENCE: msg("a sentence more"),
}
"""The kinds of differences with their names in messages, besides words that the dictionary misses."""


def as_lines(items: list[Item], most: int) -> Iterator[Message | str]:
    """Yields the most likely items, each with what differs and both sentences, and a last line with their number."""
    for item in items[:most]:
        here, there = item.places
        found = tuple(map(_difference, item.differences))
        yield msg("{here}, {there}: {differences}.", here=here, there=there, differences=found)
        yield from (f"    {' '.join(text.split())}" for text in item.texts)
    shown = min(len(items), most)
    yield plural(
        "{shown} of {number} pair of sentences that may differ in meaning.",
        "{shown} of {number} pairs of sentences that may differ in meaning.",
        number=len(items),
        shown=shown,
    )


def as_data(items: list[Item], most: int) -> dict[str, Any]:
    """Returns `{"version": 1, "total": …, "items": [{likelihood, section, differences, sentences}]}`."""
    return {"version": 1, "total": len(items), "items": [_data(item) for item in items[:most]]}


def _difference(one: Difference) -> Message:
    label = language(one.language).label
    names = quoted(one.words)
    if one.kind == WORD:
        return msg(
            "only the {language} text has {words}, elsewhere “{usual}”", language=label, words=names[0], usual=one.usual
        )
    if one.kind == SENTENCE:
        return msg("the {language} text has {what} ({words})", language=label, what=KINDS[one.kind], words=names)
    return msg("only the {language} text has {what} ({words})", language=label, what=KINDS[one.kind], words=names)


def _data(item: Item) -> dict[str, Any]:
    found = (
        {"kind": one.kind, "language": one.language, "words": [*one.words], "elsewhere": one.usual or None}
        for one in item.differences
    )
    sentences = (
        {"path": place.path, "line": place.line, "text": text}
        for place, text in zip(item.places, item.texts, strict=True)
    )
    return {
        "likelihood": round(item.likelihood, 2),
        "section": item.section,
        "differences": [*found],
        "sentences": [*sentences],
    }
