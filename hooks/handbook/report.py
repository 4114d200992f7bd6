"""Findings as text for people and as JSON for programs."""

import json
from typing import Any

from .finding import Finding


def as_text(findings: list[Finding]) -> str:
    """One finding a line, and a last line that counts them; one quiet line when there is none."""
    if not findings:
        return "The handbook is in order."
    errors = sum(finding.severity == "error" for finding in findings)
    warnings = len(findings) - errors
    return "\n".join([*map(str, findings), f"{_count(errors, 'error')}, {_count(warnings, 'warning')}."])


def as_json(findings: list[Finding]) -> str:
    """`{"version": 1, "findings": [{path, line, rule, severity, message, related, fix}]}`."""
    return json.dumps(
        {"version": 1, "findings": [_row(finding) for finding in findings]},
        ensure_ascii=False, indent=2,
    )  # fmt: skip


def _row(finding: Finding) -> dict[str, Any]:
    related = finding.related
    return {
        "path": finding.place.path,
        "line": finding.place.line,
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "related": {"path": related.path, "line": related.line} if related else None,
        "fix": finding.fix,
    }


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
