"""Findings as Markdown for the summary of a run on the web: the whole list in each language."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from ...languages.messages import msg, plural
from ...model.finding import Finding
from . import totals
from .rule_docs import UNPUBLISHED, Manual

SIZE_LIMIT = 2**20
"""The number of bytes that GitHub shows of a summary."""
RESERVED = 1000
"""The number of bytes per language that are kept free for headings and totals."""

ESCAPES = str.maketrans({character: f"\\{character}" for character in "\\`*_[]<>&~|$"})
"""Escapes for the characters that have a meaning inside a line of Markdown, or on GitHub."""


def as_summary(findings: list[Finding], manual: Manual = UNPUBLISHED) -> str:
    """Returns a heading, the totals and a list in each language; only the totals if there are no findings."""
    if not findings:
        return "\n\n".join(totals(findings).in_language(code) for code in manual.languages)
    return "\n\n".join("\n".join(_lines(findings, manual, code)) for code in manual.languages)


def _lines(findings: list[Finding], manual: Manual, code: str) -> Iterator[str]:
    title = msg("The check of the handbook")
    yield f"## {title.in_language(code)}"
    yield f"\n{totals(findings).in_language(code)}\n"
    items = [f"- {_item(finding.under_proposal(), manual.url(finding, code), code)}" for finding in findings]
    sizes = accumulate(len(item.encode()) + 1 for item in items)
    limit = SIZE_LIMIT // len(manual.languages) - RESERVED
    listed = [item for item, size in zip(items, sizes, strict=True) if size < limit]
    yield from listed
    if omitted := len(items) - len(listed):
        more = plural("And {number} finding besides.", "And {number} findings besides.", number=omitted)
        yield f"\n{more.in_language(code)}"


def _item(finding: Finding, url: str, code: str) -> str:
    """Returns a finding in a language, with a link to the manual if it has an address, and what to copy as code."""
    place = str(finding.place)
    text = replace(finding, copy=None).in_language(code).removeprefix(place)
    explained = msg("Explained here").in_language(code)
    link = f" [{explained}](<{url}>)" if url else ""
    return f"**{_escaped(place)}**{_escaped(text)}{link}{_to_copy(finding, code)}"


def _to_copy(finding: Finding, code: str) -> str:
    """Returns the line to copy as a block of code below an item; nothing if there is none."""
    if not finding.copy:
        return ""
    intro, line = finding.copy.in_language(code).split("\n")
    fence = "`" * 3 + "`" * line.count("`")
    return f"\n\n  {_escaped(intro)}\n\n  {fence}\n  {line}\n  {fence}\n"


def _escaped(text: str) -> str:
    """Returns a text on one line, with the characters escaped that mean something in Markdown."""
    return " ".join(text.split()).translate(ESCAPES)
