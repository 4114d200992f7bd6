"""Splits a handbook into sections: sections of pages, phrases of `facts/`, titles of the navigation.

A section has the same name in every language: its page (the name of its lock) and its id.
"""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType
from typing import Any

from ..languages.phrase import Phrase
from .document import Prose
from .fact_tables import Facts
from .handbook import Handbook, Key, Section
from .page import Page

NAVIGATION = "facts/navigation"


def sections(handbook: Handbook) -> Mapping[Key, Mapping[str, Section]]:
    """Return every section by (page, id) and language, in the order of the pages."""
    by_key: dict[Key, dict[str, Section]] = {}
    for section in _all(handbook):
        by_key.setdefault((section.page, section.id), {})[section.language] = section
    return MappingProxyType(by_key)


def _all(handbook: Handbook) -> Iterator[Section]:
    for code in handbook.languages:
        for page in handbook.in_language(code):
            yield from page_sections(page)
    for file, key_path, phrase in phrases(handbook.facts):
        for code in handbook.languages:
            line = handbook.facts.place(file, *key_path, code).line
            prose = Prose(phrase[code], "", line)
            yield Section(f"facts/{file}", ".".join(key_path), code, f"facts/{file}.yml", line, line, (prose,))
    for title in handbook.titles:
        prose = Prose(title.text, "", title.line)
        yield Section(NAVIGATION, title.id, title.language, "mkdocs.yml", title.line, title.line, (prose,))


def page_sections(page: Page) -> Iterator[Section]:
    """Yield the sections of a page; text below a heading without an id belongs to the section `""`."""
    name = page.path.removesuffix(".md")
    words = sorted(page.words, key=lambda prose: prose.section)
    by_section = {id_: tuple(prose) for id_, prose in groupby(words, key=lambda prose: prose.section)}
    headings = [heading for heading in page.outline.headings if heading.level > 1 and heading.id]
    ends = [heading.line - 1 for heading in headings] + [page.length]
    yield Section(name, "", page.language, page.source, 1, ends[0], by_section.get("", ()))
    for heading, end in zip(headings, ends[1:], strict=True):
        id_ = heading.id or ""
        yield Section(name, id_, page.language, page.source, heading.line, end, by_section.get(id_, ()))


def may_be_incomplete(handbook: Handbook, page: str) -> bool:
    """Return whether sections may be missing because their file of `facts/` or `mkdocs.yml` has a fault."""
    source = "mkdocs.yml" if page == NAVIGATION else f"{page}.yml"
    return page.startswith("facts/") and source in handbook.faulty_files


def phrases(facts: Facts) -> Iterator[tuple[str, tuple[str, ...], Phrase]]:
    """Yield every phrase of the facts as (file without extension, key path, phrase)."""
    for file, table, keys in (
        ("teams", facts.teams, ("teams",)),
        ("teams", facts.outside_parties, ("outside",)),
        ("roles", facts.roles, ()),
        ("responsibilities", facts.responsibilities, ()),
        ("exchanges", facts.exchanges, ()),
        ("questions", facts.questions, ()),
    ):
        for id_, entry in table.items():
            yield from ((file, key_path, phrase) for key_path, phrase in _phrases(entry, (*keys, id_)))


def _phrases(value: Any, key_path: tuple[str, ...]) -> Iterable[tuple[tuple[str, ...], Phrase]]:
    match value:
        case Phrase():
            yield key_path, value
        case dict():
            for key, inner in value.items():
                yield from _phrases(inner, (*key_path, key))
        case tuple():
            for index, inner in enumerate(value):
                yield from _phrases(inner, (*key_path, str(index)))
        case _ if dataclasses.is_dataclass(value):
            for field in dataclasses.fields(value):
                yield from _phrases(getattr(value, field.name), (*key_path, field.name))
