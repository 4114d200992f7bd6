"""Reads the files of `facts/`; invalid entries are left out and become findings."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from ..languages.messages import msg
from ..languages.phrase import schema_for
from ..model.fact_tables import Facts
from ..model.facts import (
    Decision,
    Exchange,
    Guide,
    Measure,
    Meeting,
    Moved,
    OutsideParty,
    Person,
    ProperName,
    Question,
    Responsibility,
    Role,
    Team,
    Term,
)
from ..model.finding import Finding, Place
from . import schema, yaml_lines
from .files import Source, read_text
from .limits import TooLargeError
from .limits.yaml import check_yaml

FILES: tuple[tuple[str, tuple[tuple[str | None, str, type], ...]], ...] = (
    ("teams", (("teams", "teams", Team), ("outside", "outside_parties", OutsideParty))),
    ("roles", ((None, "roles", Role),)),
    ("responsibilities", ((None, "responsibilities", Responsibility),)),
    ("exchanges", ((None, "exchanges", Exchange),)),
    ("decisions", ((None, "decisions", Decision),)),
    ("measures", ((None, "measures", Measure),)),
    ("meetings", ((None, "meetings", Meeting),)),
    ("questions", ((None, "questions", Question),)),
    ("terms", ((None, "terms", Term),)),
    ("guides", ((None, "guides", Guide),)),
    ("people", ((None, "people", Person),)),
    ("names", ((None, "names", ProperName),)),
    ("moved", ((None, "moved", Moved),)),
)
"""Each file of `facts/` with its tables as (key in the file or None, field of `Facts`, class)."""


class ParsedFacts(NamedTuple):
    """The tables of a file by the field of `Facts`, the lines of its keys, and the findings about it."""

    tables: Mapping[str, Any]
    lines: Mapping[tuple[str, ...], int]
    findings: tuple[Finding, ...]


ParseFacts = Callable[[str, str, tuple[str, ...]], ParsedFacts]
"""From the name of a file of `facts/`, its text and the languages to what is in it."""


def parse(file: str, text: str, languages: tuple[str, ...]) -> ParsedFacts:
    """Parse the text of a file of `facts/`, by its name without `.yml`."""
    path, too_large = f"facts/{file}.yml", tuple[Finding, ...]()
    try:
        check_yaml(text)
    except TooLargeError as error:
        text, too_large = "", (error.finding(path),)
    data, tables = yaml_lines.load(text), dict[str, Any]()
    findings = [*too_large, *(_yaml_fault(path, fault) for fault in data.faults)]
    for key, field, shape in dict(FILES)[file]:
        entries: dict[str, Any]
        with schema_for(languages):
            entries, table_findings = schema.table(shape, data.under(key), path)
        tables[field] = MappingProxyType(entries)
        findings += table_findings
    lines = {(file, *key_path): line for key_path, line in data.lines.items()}
    return ParsedFacts(tables, lines, tuple(findings))


def read_facts(root: Path, languages: tuple[str, ...], parse: ParseFacts = parse) -> tuple[Facts, list[Finding]]:
    """Read `facts/*.yml` of a handbook in these languages; return the valid entries, and findings for the others."""
    tables: dict[str, Any] = {}
    lines: dict[tuple[str, ...], int] = {}
    findings: list[Finding] = []
    for file, _ in FILES:
        source = _source(root, f"facts/{file}.yml")
        parsed = parse(file, source.text, languages)
        tables |= parsed.tables
        lines |= parsed.lines
        findings += [*source.findings, *parsed.findings]
    return Facts(**tables, lines=MappingProxyType(lines)), findings


def _source(root: Path, path: str) -> Source:
    if os.path.lexists(root / path):
        return read_text(root, path)
    message, advice = msg("This file is missing."), msg("Restore it; leave it empty if there is nothing to list.")
    return Source("", (Finding(Place(path, 1), "facts-syntax", message, advice),))


def _yaml_fault(path: str, fault: yaml_lines.Fault) -> Finding:
    place, advice = Place(path, fault.line), msg("Remove one of the two.")
    match fault.repeated:
        case None:
            return Finding(
                place,
                "facts-syntax",
                msg("This file cannot be read: {why}.", why=fault.why),
                msg("Compare the line with its neighbours: indent, colon, quotes."),
            )
        case (_,) | ("teams" | "outside", _):
            return Finding(place, "duplicate-id", msg("The id {why}.", why=fault.why), advice)
    return Finding(place, "facts-syntax", msg("The key {why}.", why=fault.why), advice)
