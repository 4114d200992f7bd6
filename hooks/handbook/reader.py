"""Reads a handbook's folder into a `Handbook`; what it cannot read becomes a finding, never a loss."""

from pathlib import Path
from types import MappingProxyType
from typing import Any

from . import located, schema
from .facts import Exchange, Facts, Guide, Outsider, Person, Question, Responsibility, Role, Team, Term
from .finding import Finding, HandbookError, Place
from .model import CODES, FrontMatter, Handbook, Page
from .outline import outline
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
)
"""Each file of `facts/`: the tables in it as (key in the file or None, field of `Facts`, class)."""


def read(root: Path) -> Handbook:
    """Read the handbook whose `docs/`, `facts/` and `mkdocs.yml` stand in `root`.

    Raises `HandbookError` if there is no handbook there.
    """
    for needed in ("docs", "facts"):
        if not (root / needed).is_dir():
            raise HandbookError(
                f"There is no folder “{needed}/” in {root}. "
                "Run this in the handbook's folder, or name it with --root."
            )
    facts, facts_findings = read_facts(root)
    pages: dict[tuple[str, str], Page] = {}
    files: set[str] = set()
    findings = list(facts_findings)
    for path, unfit in walk(root, "docs"):
        findings += [unfit] if unfit else _homeless(path)
        files.add(path)
        match path.split("/", 2):
            case ["docs", code, inside] if code in CODES and path.endswith(".md") and not unfit:
                pages[code, inside], told = read_page(root, code, inside)
                findings += told
    nav, nav_findings = _navigation(root)
    return Handbook(root, MappingProxyType(pages), facts, frozenset(files), nav, (*findings, *nav_findings))


def _homeless(path: str) -> list[Finding]:
    if path.endswith(".md") and path.split("/")[1] not in CODES:
        said = f"This page is in no language's folder ({', '.join(f'docs/{c}/' for c in CODES)})."
        return [Finding(Place(path, 1), "path", said, "Move it into one of them.")]
    return []


def read_page(root: Path, language: str, path: str) -> tuple[Page, list[Finding]]:
    """Read one page; with front matter that does not fit, the page is read without it."""
    name = f"docs/{language}/{path}"
    source = read_text(root, name)
    parts = outline(source.text)
    front, findings = FrontMatter(), list(source.findings)
    if parts.front_matter is not None:
        front, told = _front_matter(parts.front_matter, name)
        findings += told
    elif source.text.startswith("---\n"):
        said = "The front matter opened on line 1 is never closed."
        findings.append(Finding(Place(name, 1), "front-matter", said, "Write a line “---” where it ends."))
    return Page(language, path, parts, front), findings


def _front_matter(text: str, path: str) -> tuple[FrontMatter, list[Finding]]:
    data = located.load(text, first_line=2)
    if data.faults:
        return FrontMatter(), [
            Finding(Place(path, fault.line), "front-matter",
                    f"The front matter cannot be read: {fault.text}.",
                    "Write one “key: value” a line; put a value with a colon in quotes.")
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
        finding = Finding(Place(path, 1), "facts-syntax", "This file is missing.",
                          "Bring it back; an empty file means that there is none.")  # fmt: skip
        return Source("", (finding,)), located.load("")
    source = read_text(root, path)
    return source, located.load(source.text)


def _yaml_fault(path: str, fault: located.Fault) -> Finding:
    place = Place(path, fault.line)
    match fault.repeated:
        case None:
            return Finding(place, "facts-syntax", f"This file cannot be read: {fault.text}.",
                           "Compare the line with its neighbours: indent, colon, quotes.")  # fmt: skip
        case (_,) | ("teams" | "outside", _):
            return Finding(place, "duplicate-id", f"The id {fault.text}.", "Remove one of the two.")
    return Finding(place, "facts-syntax", f"The key {fault.text}.", "Remove one of the two.")


def _navigation(root: Path) -> tuple[tuple[tuple[str, int], ...], list[Finding]]:
    if not (root / "mkdocs.yml").exists():
        return (), []
    source = read_text(root, "mkdocs.yml")
    return tuple(located.strings_under(source.text, "nav")), list(source.findings)
