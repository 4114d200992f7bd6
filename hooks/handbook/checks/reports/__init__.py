"""Findings as text for people, as JSON and SARIF for programs, and as annotations on a pull request."""

import json
from typing import Any
from urllib.parse import quote

from ...languages.messages import SOURCE, Message, msg, plural
from ...model.finding import Finding, Place
from .rule_docs import UNPUBLISHED, Manual

ANNOTATIONS = 9
"""GitHub shows ten annotations per step; the tenth gives the number of findings that are not shown."""


def as_text(findings: list[Finding], manual: Manual = UNPUBLISHED, code: str = SOURCE) -> str:
    """Returns one line per finding, a line to copy below it, and a last line with the totals, in a language."""
    lines = (finding.in_language(code, manual.url(finding, code)) for finding in findings)
    return "\n".join([*lines, totals(findings).in_language(code)])


def totals(findings: list[Finding]) -> Message:
    """Returns the numbers of errors and warnings as a message."""
    if not findings:
        return msg("The handbook is in order.")
    errors = sum(finding.severity == "error" for finding in findings)
    return msg(
        "{errors}, {warnings}.",
        errors=plural("{number} error", "{number} errors", number=errors),
        warnings=plural("{number} warning", "{number} warnings", number=len(findings) - errors),
    )


def as_json(findings: list[Finding], manual: Manual = UNPUBLISHED) -> str:
    """Returns `{"version": 1, "findings": [{path, line, rule, severity, message, related, fix, copy, manual, said}]}`.

    `message` and `fix` are in English; `said` is both as one text, by language. `copy` is null or `{path, text}`.
    """
    return json.dumps(
        {"version": 1, "findings": [_row(finding, manual) for finding in findings]}, ensure_ascii=False, indent=2
    )


def as_sarif(findings: list[Finding], manual: Manual = UNPUBLISHED) -> str:
    """Returns SARIF 2.1.0: one run, a rule for each id that occurs, the other language as a related location."""
    rules = {finding.rule: manual.url(finding) for finding in findings}
    driver = {"name": "handbook", "rules": [_rule(id_, rules[id_]) for id_ in sorted(rules)]}
    run = {"tool": {"driver": driver}, "results": [_result(finding, manual) for finding in findings]}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def as_github(findings: list[Finding], manual: Manual = UNPUBLISHED) -> str:
    """Returns workflow commands that annotate lines of a proposal, each in the language of its file.

    There are `ANNOTATIONS` at most; one more command gives the number of the findings left out.
    """
    lines = [_annotation(finding.under_proposal(), manual) for finding in findings[:ANNOTATIONS]]
    if omitted := len(findings) - len(lines):
        more = plural(
            "And {number} finding besides: the summary of this run lists them all.",
            "And {number} findings besides: the summary of this run lists them all.",
            number=omitted,
        )
        lines.append(f"::notice title=handbook::{' '.join(more.in_language(code) for code in manual.languages)}")
    return "\n".join(lines)


def _annotation(finding: Finding, manual: Manual) -> str:
    place = f"file={finding.place.path},line={finding.place.line},title={finding.rule}"
    return f"::{finding.severity} {place}::{_escaped(_sentence(finding, manual, manual.language(finding)))}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _result(finding: Finding, manual: Manual) -> dict[str, Any]:
    related = [_location(finding.related)] if finding.related else []
    return {
        "ruleId": finding.rule,
        "level": finding.severity,
        "message": {"text": _sentence(finding, manual, SOURCE)},
        "locations": [_location(finding.place)],
        "relatedLocations": related,
    }


def _location(place: Place) -> dict[str, Any]:
    physical = {"artifactLocation": {"uri": quote(place.path)}, "region": {"startLine": place.line}}
    return {"physicalLocation": physical}


def _sentence(finding: Finding, manual: Manual, code: str) -> str:
    sentence = " ".join(filter(None, (finding.sentence(code), manual.url(finding))))
    return finding.with_copy(sentence, code)


def _rule(id_: str, url: str) -> dict[str, str]:
    return {"id": id_, "helpUri": url} if url else {"id": id_}


def _row(finding: Finding, manual: Manual) -> dict[str, Any]:
    related = finding.related
    return {
        "path": finding.place.path,
        "line": finding.place.line,
        "rule": finding.rule,
        "severity": finding.severity,
        "message": str(finding.message),
        "related": {"path": related.path, "line": related.line} if related else None,
        "fix": str(finding.fix) if finding.fix else None,
        "copy": {"path": finding.copy.path, "text": finding.copy.text} if finding.copy else None,
        "manual": manual.url(finding) or None,
        "said": {code: finding.sentence(code) for code in manual.languages},
    }
