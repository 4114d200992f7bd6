"""Splits a handbook into sections: of pages, phrases of `facts/`, texts in `mkdocs.yml`, files beside the pages.

A section has the same name in every language: its page (the name of its lock) and its id.
"""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from sys import intern
from types import MappingProxyType
from typing import Any

from ..languages.phrase import Phrase
from .document import Block, Prose
from .fact_tables import Facts, once
from .handbook import Handbook
from .page import Page
from .section import FILES, NAVIGATION, SITE, Key, Section


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
    for file, id_, key_path, phrase in phrases(handbook.facts):
        name, source = intern(f"facts/{file}"), intern(f"facts/{file}.yml")
        for code in handbook.languages:
            line = handbook.facts.place(file, *key_path, code).line
            yield Section(name, id_, code, source, line, line, (Prose(phrase[code], "", line),))
    for title in handbook.titles:
        prose = Prose(title.text, "", title.line)
        yield Section(title.page, title.id, title.language, "mkdocs.yml", title.line, title.line, (prose,))
    for (code, path), digest in handbook.digests.items():
        yield Section(FILES, path, code, f"docs/{code}/{path}", 1, 1, (), digest=digest)


def page_sections(page: Page) -> Iterator[Section]:
    """Yield the sections of a page; text below a heading without an id belongs to the section `""`."""
    name, source = page.path.removesuffix(".md"), page.source
    in_order = sorted(page.words, key=lambda prose: prose.section)
    by_section = {id_: tuple(prose) for id_, prose in groupby(in_order, key=lambda prose: prose.section)}
    code = page.outline.by_section("code")
    headings = [heading for heading in page.outline.headings if heading.level > 1 and heading.id]
    ends = [heading.line - 1 for heading in headings] + [page.length]
    yield Section(name, "", page.language, source, 1, ends[0], by_section.get("", ()), _details(code[""]))
    for heading, end in zip(headings, ends[1:], strict=True):
        id_ = heading.id or ""
        words, inside = by_section.get(id_, ()), _details(code[id_])
        yield Section(name, id_, page.language, source, heading.line, end, words, inside)


def _details(blocks: Iterable[Block]) -> tuple[str, ...]:
    return tuple(block.detail for block in blocks)


def may_be_incomplete(handbook: Handbook, page: str) -> bool:
    """Return whether sections may be missing because their file of `facts/` or `mkdocs.yml` has a fault."""
    return page.startswith("facts/") and source_of(page) in handbook.faulty_files


def source_of(page: str) -> str:
    """Return the file with the texts of a lock of `facts/`."""
    return "mkdocs.yml" if page in (NAVIGATION, SITE) else f"{page}.yml"


KeyPath = tuple[str, ...]


@once
def phrases(facts: Facts) -> tuple[tuple[str, str, KeyPath, Phrase], ...]:
    """Return every phrase of the facts as (file without extension, id of its section, key path, phrase).

    The id names an item of a list by its role or party, so that the order of items does not matter. The allowed forms
    of a term are one phrase: how many there are depends on the language.
    """
    return tuple(_found(facts))


def _found(facts: Facts) -> Iterator[tuple[str, str, KeyPath, Phrase]]:
    for file, table, keys in (
        ("teams", facts.teams, ("teams",)),
        ("teams", facts.outside_parties, ("outside",)),
        ("roles", facts.roles, ()),
        ("responsibilities", facts.responsibilities, ()),
        ("exchanges", facts.exchanges, ()),
        ("decisions", facts.decisions, ()),
        ("measures", facts.measures, ()),
        ("meetings", facts.meetings, ()),
        ("questions", facts.questions, ()),
    ):
        for id_, entry in table.items():
            found = _phrases(entry, (*keys, id_), (*keys, id_))
            yield from ((file, ".".join(names), key_path, phrase) for names, key_path, phrase in found)
    for term in facts.terms.values():
        names_of = {code: ", ".join(forms.allowed) for code, forms in term.forms.items()}
        yield "terms", term.id, (term.id,), Phrase(names_of)


def _phrases(value: Any, names: KeyPath, key_path: KeyPath) -> Iterable[tuple[KeyPath, KeyPath, Phrase]]:
    if isinstance(value, Phrase):
        yield names, key_path, value
    for name, key, inner in _inside(value):
        yield from _phrases(inner, (*names, name), (*key_path, key))


def _inside(value: Any) -> Iterator[tuple[str, str, Any]]:
    """Yield what a value contains, each part with its name and its key in the file."""
    match value:
        case Phrase():
            return
        case dict():
            yield from ((key, key, inner) for key, inner in value.items())
        case tuple():
            for index, inner in enumerate(value):
                name = getattr(inner, "role", None) or getattr(inner, "party", None) or str(index)
                yield name, str(index), inner
        case _ if dataclasses.is_dataclass(value):
            for field in dataclasses.fields(value):
                yield field.name, field.name, getattr(value, field.name)
