"""The data of the preview's panel: the findings of each page, in the language of that page, as JSON for the browser."""

import json
from collections.abc import Iterable
from typing import Any

from ...languages.labels import LABELS
from ...model.errors import HandbookError
from ...model.finding import Finding
from ...model.handbook import Handbook

FILE = "preview/findings.json"
"""The path from the root of the preview from which the panel's script loads the data."""
FRONT_PAGE = "index.md"

Item = Finding | HandbookError | str
"""What one row shows: a finding, or why the preview could not be built."""
Group = dict[str, Any]
"""A title and a list of findings."""


def panel(handbook: Handbook, findings: Iterable[Finding], halted: Iterable[Item] = ()) -> str:
    """Returns `{language: {everywhere: [group], pages: {address: [group]}}}`, a group being a title and findings.

    A finding is shown on every page that it concerns, and on the front pages if it concerns none.
    `halted` is why the preview could not follow the last change: it is shown on every page, and findings that
    concern no page are left out until it is fixed, as they may only follow from it.
    """
    all_findings, reasons = list(findings), list(halted)
    return json.dumps(
        {code: _in_language(handbook, code, all_findings, reasons) for code in handbook.languages},
        ensure_ascii=False,
        indent=1,
    )


def _in_language(handbook: Handbook, code: str, findings: list[Finding], halted: list[Item]) -> dict[str, Any]:
    everywhere = [_group("preview-halted", code, halted)] if halted else []
    other_findings = [finding for finding in findings if finding not in halted]
    homeless = [] if halted else [finding for finding in other_findings if not _has_page(handbook, finding)]
    pages = {}
    for path in handbook.paths:
        on_page = [finding for finding in other_findings if f"docs/{code}/{path}" in _files(finding)]
        groups = [
            _group("found-here", code, on_page),
            _group("found-nowhere", code, homeless if path == FRONT_PAGE else []),
        ]
        if not_empty := [group for group in groups if group["findings"]]:
            pages[_address(handbook, code, path)] = not_empty
    return {"everywhere": everywhere, "pages": pages}


def _group(title: str, code: str, items: Iterable[Item]) -> Group:
    rows = [_row(item, code) for item in items]
    return {"title": LABELS[title].format(count=len(rows)).in_language(code), "findings": rows}


def _row(item: Item, code: str) -> dict[str, str]:
    if not isinstance(item, Finding):
        text = item if isinstance(item, str) else item.in_language(code)
        return {"severity": "error", "kind": LABELS["error"].in_language(code), "place": "", "text": text, "rule": ""}
    kind = LABELS[item.severity].in_language(code)
    text = item.sentence(code)
    return {"severity": item.severity, "kind": kind, "place": str(item.place), "text": text, "rule": item.rule}


def _files(finding: Finding) -> list[str]:
    """Returns the paths of the files that a finding concerns."""
    return [place.path for place in (finding.place, finding.related) if place]


def _has_page(handbook: Handbook, finding: Finding) -> bool:
    """Whether a finding concerns a page in any language; one that a language lacks has a placeholder page there."""
    sources = {f"docs/{code}/{path}" for path in handbook.paths for code in handbook.languages}
    return any(path in sources for path in _files(finding))


def _address(handbook: Handbook, code: str, path: str) -> str:
    """Returns the address of a page, relative to the root of the preview."""
    return handbook.folder(code) + (
        path.removesuffix("index.md") if path.endswith("index.md") else f"{path.removesuffix('.md')}/"
    )
