"""Rules about measures: no two have the same name."""

from collections.abc import Iterator

from ...languages.messages import msg
from ...model.finding import Finding
from ...model.handbook import Handbook


def same_measure(handbook: Handbook) -> Iterator[Finding]:
    """A name stands for one measure: two entries with the same name could be worked out differently.

    Bad: `en: Click-through rate` under two ids. Good: one entry, or names that say what differs.
    """
    facts, seen = handbook.facts, dict[tuple[str, str], str]()
    for measure in facts.measures.values():
        for code in handbook.languages:
            words = " ".join(measure.name[code].casefold().split())
            first = seen.setdefault((code, words), measure.id)
            if words and first != measure.id:
                message = msg("“{id}” has the same name as “{first}”.", id=measure.id, first=first)
                place, related = (facts.place("measures", id_, "name", code) for id_ in (measure.id, first))
                advice = msg("Keep one of the two and list its pages under it, or say in the names what differs.")
                yield Finding(place, "same-measure", message, advice, related=related)
