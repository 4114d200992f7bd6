"""Rules about measures: no two have the same name."""

from collections.abc import Iterator

from ...languages.messages import msg
from ...model.finding import Finding
from ...model.handbook import Handbook
from .alike import alike


def same_measure(handbook: Handbook) -> Iterator[Finding]:
    """A name stands for one measure: two entries with the same name could be worked out differently.

    Bad: `en: Click-through rate` under two ids. Good: one entry, or names that say what differs.
    """
    advice = msg("Keep one of the two and list its pages under it, or say in the names what differs.")
    for id_, first, place, related in alike(handbook, "measures", "name"):
        message = msg("“{id}” has the same name as “{first}”.", id=id_, first=first)
        yield Finding(place, "same-measure", message, advice, related=related)
