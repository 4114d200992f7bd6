"""Findings as Markdown for the summary of a run: the whole list in each language, for people who read no log."""

from collections.abc import Iterator
from itertools import accumulate

from ..languages.messages import msg, plural
from ..model.finding import Finding
from .reports import counted
from .rule_docs import UNPUBLISHED, Manual

ROOM = 2**20
"""Bytes that GitHub shows of a summary; those of the headings and counts are reserved with 1,000 per language."""

SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>&~|$"})
"""What means something inside a line of Markdown, or on GitHub, and how it is written to mean nothing."""


def as_summary(findings: list[Finding], manual: Manual = UNPUBLISHED) -> str:
    """A heading, a count and a list in each language; one quiet line in each when nothing is amiss."""
    if not findings:
        return "\n\n".join(counted(findings).in_language(code) for code in manual.languages)
    return "\n\n".join("\n".join(_lines(findings, manual, code)) for code in manual.languages)


def _lines(findings: list[Finding], manual: Manual, code: str) -> Iterator[str]:
    title = msg("The check of the handbook")
    yield f"## {title.in_language(code)}"
    yield f"\n{counted(findings).in_language(code)}\n"
    items = [f"- {_item(finding, manual.address(finding, code), code)}" for finding in findings]
    sizes = accumulate(len(item.encode()) + 1 for item in items)
    listed = [item for item, size in zip(items, sizes, strict=True) if size < ROOM // len(manual.languages) - 1000]
    yield from listed
    if rest := len(items) - len(listed):
        more = plural("And {number} finding besides.", "And {number} findings besides.", number=rest)
        yield f"\n{more.in_language(code)}"


def _item(finding: Finding, address: str, code: str) -> str:
    """One finding as its line in a language, with a link to the manual where there is one."""
    place = str(finding.place)
    told = finding.in_language(code).removeprefix(place)
    explained = msg("Explained here").in_language(code)
    link = f" [{explained}](<{address}>)" if address else ""
    return f"**{_safe(place)}**{_safe(told)}{link}"


def _safe(text: str) -> str:
    """A text on one line that Markdown shows as it is."""
    return " ".join(text.split()).translate(SIGNS)
