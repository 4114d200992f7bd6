"""Reads a handbook's folder into a `Handbook`; what it cannot read becomes a finding, never a loss."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from . import located, schema
from .facts import (
    Exchange,
    Facts,
    Guide,
    Moved,
    Outsider,
    Person,
    ProperName,
    Question,
    Responsibility,
    Role,
    Team,
    Term,
)
from .finding import Finding, HandbookError, Place
from .hands import begun
from .model import Handbook
from .outline import outline
from .page import CODES, FrontMatter, Page
from .pieces import Outline, Prose
from .records import read_locks, read_settings, read_waivers
from .said import say
from .sections import sections
from .source import Source, read_text, walk

FILES: tuple[tuple[str, tuple[tuple[str | None, str, type], ...]], ...] = (
    ("teams", (("teams", "teams", Team), ("outside", "outsiders", Outsider))),
    ("roles", ((None, "roles", Role),)),
    ("responsibilities", ((None, "responsibilities", Responsibility),)),
    ("exchanges", ((None, "exchanges", Exchange),)),
    ("questions", ((None, "questions", Question),)),
    ("terms", ((None, "terms", Term),)),
    ("guides", ((None, "guides", Guide),)),
    ("people", ((None, "people", Person),)),
    ("names", ((None, "names", ProperName),)),
    ("moved", ((None, "moved", Moved),)),
)
"""Each file of `facts/`: the tables in it as (key in the file or None, field of `Facts`, class)."""


Parse = Callable[[str], "Parsed"]


def read(root: Path, remembered: Parse | None = None) -> Handbook:
    """Read the handbook whose `docs/`, `facts/` and `mkdocs.yml` stand in `root`.

    `remembered` stands in for `parse` where texts are read again and again.
    Raises `HandbookError` if there is no handbook there.
    """
    for needed in ("docs", "facts"):
        if not (root / needed).is_dir():
            raise HandbookError(say("There is no folder “{folder}/” in {root}. Run this in the handbook's folder, or "
                                    "name it with --root.", folder=needed, root=root.absolute()))  # fmt: skip
    files: set[str] = set()
    findings: list[Finding] = []
    names: list[tuple[str, str]] = []
    for path, unfit in walk(root, "docs"):
        findings += [unfit] if unfit else _homeless(path)
        files.add(path)
        match path.split("/", 2):
            case ["docs", code, inside] if code in CODES and path.endswith(".md") and not unfit:
                names.append((code, inside))
    answers = _begun(root, names, remembered)
    facts, facts_findings = read_facts(root)
    settings, settings_findings = read_settings(root)
    locks, lock_findings = read_locks(root)
    waivers, waiver_findings = read_waivers(root)
    pages, page_findings = _pages(names, answers())
    book = Handbook(
        root, MappingProxyType(pages), facts, frozenset(files), settings.nav, settings.titles,
        locks=locks, waivers=waivers, site_url=settings.site_url,
        findings=(*facts_findings, *findings, *page_findings, *settings_findings, *lock_findings, *waiver_findings),
    )  # fmt: skip
    return replace(book, sections=sections(book))


def _homeless(path: str) -> list[Finding]:
    if path.endswith(".md") and path.split("/")[1] not in CODES:
        said = say("This page is in no language's folder ({folders}).", folders=tuple(f"docs/{c}/" for c in CODES))
        return [Finding(Place(path, 1), "path", said, say("Move it into one of them."))]
    return []


class Parsed(NamedTuple):
    """What a text of a page is made of, and what its front matter holds where there is one."""

    outline: Outline
    front: located.Located | None


Name = tuple[str, str]
"""Language and path of a page."""
Answer = tuple[Name, Source, Parsed]


def _begun(root: Path, names: list[Name], remembered: Parse | None) -> Callable[[], list[Answer]]:
    """Begin to read pages in the other hand, while this one reads the rest; what is remembered stays here."""
    if remembered:
        return lambda: [_read(root, remembered, name) for name in names]
    return begun(partial(_read, root, parse), names)


def _read(root: Path, parse: Parse, name: Name) -> Answer:
    source = read_text(root, f"docs/{name[0]}/{name[1]}")
    return name, source, parse(source.text)


def _pages(names: list[Name], answers: list[Answer]) -> tuple[dict[Name, Page], list[Finding]]:
    texts = {name: (source, parts) for name, source, parts in answers}
    pages: dict[Name, Page] = {}
    findings: list[Finding] = []
    for name in names:
        source, parts = texts[name]
        pages[name], told = page_of(source.text, *name, parts)
        findings += [*source.findings, *told]
    return pages, findings


def parse(text: str) -> Parsed:
    """Take a text apart, whichever page's it is."""
    parts = outline(text)
    front = None if parts.front_matter is None else located.load(parts.front_matter, first_line=2)
    return Parsed(parts, front)


def page_of(text: str, language: str, path: str, parts: Parsed | None = None) -> tuple[Page, list[Finding]]:
    """The page that a text is; with front matter that does not fit, the page is read without it."""
    parts, name = parts or parse(text), f"docs/{language}/{path}"
    front, words = FrontMatter(), parts.outline.prose
    findings: list[Finding] = []
    if parts.front is not None:
        front, findings = _front_matter(parts.front, name)
        words = (*_said(front, parts.front), *words)
    elif text.startswith("---\n"):
        said = say("The front matter opened on line 1 is never closed.")
        findings = [Finding(Place(name, 1), "front-matter", said, say("Write a line “---” where it ends."))]
    blank = not text.strip("\ufeff \n\t")
    return Page(language, path, parts.outline, front, words, text.count("\n") or 1, blank), findings


def _said(front: FrontMatter, data: located.Located) -> Iterator[Prose]:
    """What the front matter says to readers and the other language says too."""
    for key in ("title", "description"):
        if text := getattr(front, key):
            yield Prose(text, "", data.lines[key,], "front")


def _front_matter(data: located.Located, path: str) -> tuple[FrontMatter, list[Finding]]:
    if data.faults:
        return FrontMatter(), [
            Finding(Place(path, fault.line), "front-matter",
                    say("The front matter cannot be read: {why}.", why=fault.why),
                    say("Write one “key: value” a line; put a value with a colon in quotes."))
            for fault in data.faults
        ]  # fmt: skip
    front, findings = schema.single(FrontMatter, data, path)
    return front or FrontMatter(), findings


def read_facts(root: Path) -> tuple[Facts, list[Finding]]:
    """Read `facts/*.yml`; entries that do not fit are left out and told about."""
    tables: dict[str, Any] = {}
    lines: dict[tuple[str, ...], int] = {}
    findings: list[Finding] = []
    for file, parts in FILES:
        path = f"facts/{file}.yml"
        source, data = _facts_file(root, path)
        lines |= {(file, *way): line for way, line in data.lines.items()}
        findings += [*source.findings, *(_yaml_fault(path, fault) for fault in data.faults)]
        for key, field, shape in parts:
            entries: dict[str, Any]
            entries, told = schema.table(shape, data.under(key), path)
            tables[field] = MappingProxyType(entries)
            findings += told
    return Facts(**tables, lines=MappingProxyType(lines)), findings


def _facts_file(root: Path, path: str) -> tuple[Source, located.Located]:
    if not (root / path).exists():
        finding = Finding(Place(path, 1), "facts-syntax", say("This file is missing."),
                          say("Bring it back; an empty file means that there is none."))  # fmt: skip
        return Source("", (finding,)), located.load("")
    source = read_text(root, path)
    return source, located.load(source.text)


def _yaml_fault(path: str, fault: located.Fault) -> Finding:
    place, advice = Place(path, fault.line), say("Remove one of the two.")
    match fault.repeated:
        case None:
            return Finding(place, "facts-syntax", say("This file cannot be read: {why}.", why=fault.why),
                           say("Compare the line with its neighbours: indent, colon, quotes."))  # fmt: skip
        case (_,) | ("teams" | "outside", _):
            return Finding(place, "duplicate-id", say("The id {why}.", why=fault.why), advice)
    return Finding(place, "facts-syntax", say("The key {why}.", why=fault.why), advice)
