"""Entries of one table that have the same text, so that nobody knows which of them is meant."""

from collections.abc import Iterator

from ...model.finding import Place
from ...model.handbook import Handbook

Alike = tuple[str, str, Place, Place]
"""The id of an entry, that of the first one with the same text, and the places of both texts."""


def alike(handbook: Handbook, table: str, key: str) -> Iterator[Alike]:
    """Yield each entry of a table whose text under a key is, in one language, that of an entry before it.

    Capital letters and spaces make no difference.
    """
    facts, seen = handbook.facts, dict[tuple[str, str], str]()
    for id_, entry in getattr(facts, table).items():
        for code in handbook.languages:
            words = " ".join(getattr(entry, key)[code].casefold().split())
            first = seen.setdefault((code, words), id_)
            if words and first != id_:
                yield id_, first, facts.place(table, id_, key, code), facts.place(table, first, key, code)
