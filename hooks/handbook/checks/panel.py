"""What the preview's panel says: the findings of each page, in the language of that page, as JSON for the browser."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from ..languages.labels import LABELS
from ..model.errors import HandbookError
from ..model.finding import Finding, Place
from ..model.handbook import Handbook

FILE = "preview/findings.json"
"""Where the panel's script looks for it, from the root of the preview."""
FRONT = "index.md"

Group = dict[str, Any]


def panel(handbook: Handbook, findings: Iterable[Finding], halted: Iterable[Finding | HandbookError | str] = ()) -> str:
    """`{language: {everywhere: [group], pages: {address: [group]}}}`, a group being a title and findings.

    A finding is told on every page that it speaks of, and on the front pages where it speaks of none.
    `halted` is why the preview could not follow the last change: it is told on every page, and what belongs to
    no page waits until it is mended, as it may only follow from it.
    """
    some, why = list(findings), list(halted)
    return json.dumps(
        {code: _in_language(handbook, code, some, why) for code in handbook.languages}, ensure_ascii=False, indent=1
    )


def broken(handbook: Handbook) -> list[Finding]:
    """What makes the facts unreadable: a page made of the rest of them would show something false."""
    return [finding for finding in handbook.findings if finding.place.path.startswith("facts/")]


def _in_language(
    handbook: Handbook, code: str, findings: list[Finding], halted: list[Finding | HandbookError | str]
) -> dict[str, Any]:
    everywhere = [_group("preview-halted", code, halted)] if halted else []
    left = [finding for finding in findings if finding not in halted]
    pages = {}
    for path in handbook.paths:
        here = [finding for finding in left if f"docs/{code}/{path}" in _files(finding)]
        homeless = [one for one in left if path == FRONT and not halted and not _has_page(handbook, one)]
        groups = [_group("found-here", code, here), _group("found-nowhere", code, homeless)]
        if told := [group for group in groups if group["findings"]]:
            pages[_address(handbook, code, path)] = told
    return {"everywhere": everywhere, "pages": pages}


def _group(title: str, code: str, some: Iterable[Finding | HandbookError | str]) -> Group:
    rows = [_row(one, code) for one in some]
    return {"title": LABELS[title].format(count=len(rows)).in_language(code), "findings": rows}


def _row(one: Finding | HandbookError | str, code: str) -> dict[str, str]:
    if not isinstance(one, Finding):
        text = one if isinstance(one, str) else one.in_language(code)
        return {"severity": "error", "kind": LABELS["error"].in_language(code), "place": "", "text": text, "rule": ""}
    place = f"{one.place.path}:{one.place.line}"
    kind = LABELS[one.severity].in_language(code)
    return {"severity": one.severity, "kind": kind, "place": place, "text": one.sentence(code), "rule": one.rule}


def _files(finding: Finding) -> Iterator[str]:
    return (place.path for place in _places(finding))


def _places(finding: Finding) -> Iterator[Place]:
    yield from filter(None, (finding.place, finding.related))


def _has_page(handbook: Handbook, finding: Finding) -> bool:
    """Whether a page shows this finding; a page that only another language has is shown as a notice here."""
    shown = {f"docs/{code}/{path}" for path in handbook.paths for code in handbook.languages}
    return any(path in shown for path in _files(finding))


def _address(handbook: Handbook, code: str, path: str) -> str:
    """The address of a page from the root of the preview."""
    return handbook.folder(code) + (
        path.removesuffix("index.md") if path.endswith("index.md") else f"{path.removesuffix('.md')}/"
    )
