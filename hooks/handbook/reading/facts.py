"""Reads the files of `facts/`; invalid entries are left out and become findings."""

import os
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ..languages.messages import msg
from ..languages.phrase import schema_for
from ..model.fact_tables import Facts
from ..model.facts import (
    Exchange,
    Guide,
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

FILES: tuple[tuple[str, tuple[tuple[str | None, str, type], ...]], ...] = (
    ("teams", (("teams", "teams", Team), ("outside", "outside_parties", OutsideParty))),
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
"""Each file of `facts/` with its tables as (key in the file or None, field of `Facts`, class)."""


def read_facts(root: Path, languages: tuple[str, ...]) -> tuple[Facts, list[Finding]]:
    """Read `facts/*.yml` of a handbook in these languages; return the valid entries, and findings for the others."""
    tables: dict[str, Any] = {}
    lines: dict[tuple[str, ...], int] = {}
    findings: list[Finding] = []
    for file, file_tables in FILES:
        path = f"facts/{file}.yml"
        source, data = _facts_file(root, path)
        lines |= {(file, *key_path): line for key_path, line in data.lines.items()}
        findings += [*source.findings, *(_yaml_fault(path, fault) for fault in data.faults)]
        for key, field, shape in file_tables:
            entries: dict[str, Any]
            with schema_for(languages):
                entries, table_findings = schema.table(shape, data.under(key), path)
            tables[field] = MappingProxyType(entries)
            findings += table_findings
    return Facts(**tables, lines=MappingProxyType(lines)), findings


def _facts_file(root: Path, path: str) -> tuple[Source, yaml_lines.LocatedYaml]:
    if not os.path.lexists(root / path):
        finding = Finding(
            Place(path, 1),
            "facts-syntax",
            msg("This file is missing."),
            msg("Restore it; leave it empty if there is nothing to list."),
        )
        return Source("", (finding,)), yaml_lines.load("")
    source = read_text(root, path)
    return source, yaml_lines.load(source.text)


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
