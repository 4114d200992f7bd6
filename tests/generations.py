"""A handbook with many generations of everything: the same roles, responsibilities and pages under other ids."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from math import log
from types import FrameType
from typing import Any

from handbook.crosslinks.lexicons import Lexicon
from handbook.model.fact_tables import Facts
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.pages.compose import GeneratedBlocks
from handbook.pages.index import PageIndex

TABLES = ("roles", "responsibilities", "exchanges", "questions")
"""The facts that a generation has of its own; teams and outside parties are the same in all."""


def generations(book: Handbook, number: int) -> Handbook:
    """The handbook with so many generations; those after the first have pages of roles and responsibilities only."""
    ids = {*book.facts.roles, *book.facts.responsibilities}
    facts: dict[str, Any] = {table: dict(_tables(book.facts, table, ids, number)) for table in TABLES}
    paths = {entry.page for entry in book.facts.entries}
    own = [page for page in book.pages.values() if page.path in paths]
    more = [replace(page, path=renamed_path(page, n)) for n in range(1, number) for page in own]
    pages = {**book.pages, **{(page.language, page.path): page for page in more}}
    return replace(book, facts=replace(book.facts, **facts), pages=pages)


def _tables(facts: Facts, table: str, ids: set[str], number: int) -> Iterator[tuple[str, Any]]:
    for n in range(number):
        for id_, entry in getattr(facts, table).items():
            yield (f"{id_}-{n}", renamed(replace(entry, id=f"{id_}-{n}"), ids, n)) if n else (id_, entry)


def renamed(value: Any, ids: set[str], number: int) -> Any:
    """A value with the ids of another generation in it."""
    match value:
        case str():
            return f"{value}-{number}" if value in ids else value
        case tuple():
            return tuple(renamed(item, ids, number) for item in value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            changed = {field.name: getattr(value, field.name) for field in fields(value)}
            return replace(value, **{name: renamed(item, ids, number) for name, item in changed.items()})
    return value


def renamed_path(page: Page, number: int) -> str:
    return f"{page.path.removesuffix('.md')}-{number}.md"


def index_of(book: Handbook, language: str) -> PageIndex:
    """The page index of a handbook, without the mentions in running text and the states of sections."""
    return PageIndex(book, language, Lexicon(language, {}, frozenset()), {}, {}, {}, folders=True)


def generated(index: PageIndex) -> dict[str, str]:
    """What each marker on the pages of a language is replaced with: all parts of that name together."""
    texts: dict[str, list[str]] = {}
    for page in index.handbook.in_language(index.language):
        for marker in page.outline.markers:
            blocks = GeneratedBlocks(index, page.path).part(marker) or ()
            texts.setdefault(marker.name, []).extend(map(str, blocks))
    return {name: "".join(parts) for name, parts in texts.items()}


def lines_run(call: Callable[[], object]) -> int:
    """The number of lines of Python that a call runs: a measure of its time that is the same on every machine."""
    count = 0

    def trace(frame: FrameType, event: str, argument: object) -> Callable[..., Any]:
        nonlocal count
        count += event == "line"
        return trace

    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(None)
    return count


def exponent(small: int, large: int, times: int) -> float:
    """The exponent by which something grows if the handbook grows by `times`: 1 is linear, 2 is the square."""
    return log(large / small, times)
