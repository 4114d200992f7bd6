"""What both languages say, piece by piece: sections of pages, phrases of `facts/`, titles of the navigation.

A piece has the same name in every language: its page (that of its lock) and its id.
"""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType
from typing import Any

from ..languages.phrase import Phrase
from .document import Prose
from .facts import Facts
from .handbook import Handbook, Key, Section
from .page import Page

NAVIGATION = "facts/navigation"


def sections(handbook: Handbook) -> Mapping[Key, Mapping[str, Section]]:
    """Every piece by (page, id) and language, in the order of the pages."""
    found: dict[Key, dict[str, Section]] = {}
    for section in _all(handbook):
        found.setdefault((section.page, section.id), {})[section.language] = section
    return MappingProxyType(found)


def _all(handbook: Handbook) -> Iterator[Section]:
    for code in handbook.languages:
        for page in handbook.in_language(code):
            yield from of_page(page)
    for file, way, phrase in phrases(handbook.facts):
        for code in handbook.languages:
            line = handbook.facts.place(file, *way, code).line
            said = Prose(phrase[code], "", line)
            yield Section(f"facts/{file}", ".".join(way), code, f"facts/{file}.yml", line, line, (said,))
    for title in handbook.titles:
        said = Prose(title.text, "", title.line)
        yield Section(NAVIGATION, title.id, title.language, "mkdocs.yml", title.line, title.line, (said,))


def of_page(page: Page) -> Iterator[Section]:
    """The sections of one page; what stands under a heading without an id belongs to the page's start."""
    name = page.path.removesuffix(".md")
    words = sorted(page.words, key=lambda prose: prose.section)
    said = {id_: tuple(some) for id_, some in groupby(words, key=lambda prose: prose.section)}
    below = [heading for heading in page.outline.headings if heading.level > 1 and heading.id]
    ends = [heading.line - 1 for heading in below] + [page.length]
    yield Section(name, "", page.language, page.source, 1, ends[0], said.get("", ()))
    for heading, end in zip(below, ends[1:], strict=True):
        id_ = heading.id or ""
        yield Section(name, id_, page.language, page.source, heading.line, end, said.get(id_, ()))


def with_blocks(handbook: Handbook) -> Iterator[tuple[Page, Page, str]]:
    """Each section in which a page has blocks in any language: the page in both, and the section's id."""
    for left, right in handbook.pairs:
        for section in sorted({block.section for page in (left, right) for block in page.outline.blocks}):
            yield left, right, section


def unread(handbook: Handbook, page: str) -> bool:
    """Whether pieces of a name may be missing because their file of `facts/` or `mkdocs.yml` has a fault."""
    source = "mkdocs.yml" if page == NAVIGATION else f"{page}.yml"
    return page.startswith("facts/") and any(found.place.path == source for found in handbook.findings)


def phrases(facts: Facts) -> Iterator[tuple[str, tuple[str, ...], Phrase]]:
    """Every phrase of the facts as (file without its ending, way to it, phrase)."""
    for name, tables in (
        ("teams", ("teams", "outside_parties")),
        *((one, (one,)) for one in ("roles", "responsibilities", "exchanges", "questions")),
    ):
        for table in tables:
            inner = {"teams": ("teams",), "outside_parties": ("outside",)}.get(table, ())
            for id_, entry in getattr(facts, table).items():
                yield from ((name, way, phrase) for way, phrase in _phrases(entry, (*inner, id_)))


def _phrases(value: Any, way: tuple[str, ...]) -> Iterable[tuple[tuple[str, ...], Phrase]]:
    match value:
        case Phrase():
            yield way, value
        case dict():
            for key, inner in value.items():
                yield from _phrases(inner, (*way, key))
        case tuple():
            for index, inner in enumerate(value):
                yield from _phrases(inner, (*way, str(index)))
        case _ if dataclasses.is_dataclass(value):
            for part in dataclasses.fields(value):
                yield from _phrases(getattr(value, part.name), (*way, part.name))
