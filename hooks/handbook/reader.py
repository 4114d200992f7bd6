"""Reads a handbook's folder into a `Handbook`; what it cannot read becomes a finding, never a loss."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

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
from .pieces import Prose
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


Parse = Callable[[str, str, str], tuple[Page, list[Finding]]]
"""From a text, its language and its path to the page that it is."""


def read(root: Path, parse: Parse | None = None) -> Handbook:
    """Read the handbook whose `docs/`, `facts/` and `mkdocs.yml` stand in `root`.

    `parse` stands in for `parsed` where texts are read again and again.
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
    answers = _begun(root, names, parse)
    facts, facts_findings = read_facts(root)
    settings, settings_findings = read_settings(root)
    locks, lock_findings = read_locks(root)
    waivers, waiver_findings = read_waivers(root)
    pages, page_findings = _in_order(names, answers())
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


ReadPage = tuple[tuple[str, str], Page, list[Finding]]
"""Language and path of a page, the page, and what could not be read of it."""


def _begun(root: Path, names: list[tuple[str, str]], parse: Parse | None) -> Callable[[], list[ReadPage]]:
    """Begin to read pages in the other hand, while this one reads the rest; what `parse` remembers stays here."""
    if parse:
        return lambda: [(name, *read_page(root, *name, parse)) for name in names]
    return begun(lambda name: (name, *read_page(root, *name, parsed)), names)


def _in_order(
    names: list[tuple[str, str]], results: list[ReadPage]
) -> tuple[dict[tuple[str, str], Page], list[Finding]]:
    pages = {name: page for name, page, _ in results}
    return {name: pages[name] for name in names}, [finding for _, _, told in results for finding in told]


def read_page(root: Path, language: str, path: str, parse: Parse) -> tuple[Page, list[Finding]]:
    """Read one page; with front matter that does not fit, the page is read without it."""
    source = read_text(root, f"docs/{language}/{path}")
    page, findings = parse(source.text, language, path)
    return page, [*source.findings, *findings]


def parsed(text: str, language: str, path: str) -> tuple[Page, list[Finding]]:
    """The page that a text is."""
    parts, name = outline(text), f"docs/{language}/{path}"
    front, words = FrontMatter(), parts.prose
    findings: list[Finding] = []
    if parts.front_matter is not None:
        data = located.load(parts.front_matter, first_line=2)
        front, findings = _front_matter(data, name)
        words = (*_said(front, data), *words)
    elif text.startswith("---\n"):
        said = say("The front matter opened on line 1 is never closed.")
        findings = [Finding(Place(name, 1), "front-matter", said, say("Write a line “---” where it ends."))]
    blank = not text.strip("\ufeff \n\t")
    return Page(language, path, parts, front, words, text.count("\n") or 1, blank), findings


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
