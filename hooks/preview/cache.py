"""Reads and checks a handbook again and again, with the results for unchanged pages taken from a cache.

The results equal those of `handbook.reading.load.read` and `handbook.checks.runner.check`.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from handbook.checks.runner import check
from handbook.model.finding import Finding
from handbook.model.handbook import Handbook
from handbook.parity.rules import SECTION_RULES, Rule
from handbook.reading.load import PARSERS, Parsers, read

CACHED_TEXTS = 4096
"""How many texts of pages, and of locks, are kept parsed; the least recently used are dropped first."""


class CachedReader:
    """Reads and checks one handbook; a preview has one reader."""

    def __init__(self, root: Path) -> None:
        self.root = root
        cached = lru_cache(maxsize=CACHED_TEXTS)
        self._parsers = Parsers(cached(PARSERS.page), cached(PARSERS.facts), cached(PARSERS.lock))
        self._last: Handbook | None = None
        self._findings: dict[Rule, list[Finding]] = {}

    def read(self) -> Handbook:
        """Read the handbook; texts that were read before are not parsed again.

        Facts and locks that are not parsed again save a fifth of the processor time of a change of words.
        """
        return read(self.root, self._parsers, self._last)

    def check(self, handbook: Handbook, today: date) -> list[Finding]:
        """Return all findings; rules that look at one section at a time run on changed pages only."""
        changed = self._changed(handbook)

        def run(rule: Rule, book: Handbook) -> Iterable[Finding]:
            if changed is None or rule not in SECTION_RULES:
                findings = list(rule(book))
            else:
                unchanged = (finding for finding in self._findings[rule] if finding.place.path not in changed)
                findings = [*unchanged, *rule(_only(book, changed))]
            if rule in SECTION_RULES:
                self._findings[rule] = findings
            return findings

        findings = check(handbook, today, run=run)
        self._last = handbook
        return findings

    def _changed(self, handbook: Handbook) -> frozenset[str] | None:
        """Return the files of pages with a changed section, in all languages; None if all files must be checked."""
        if self._last is None or _other_inputs(self._last) != _other_inputs(handbook):
            return None
        before, now = self._last.sections, handbook.sections
        keys = {key for key in before.keys() | now.keys() if before.get(key) != now.get(key)}
        pages = {page for page, _ in keys}
        return frozenset(
            section.path
            for sections in (before, now)
            for (page, _), texts in sections.items()
            if page in pages
            for section in texts.values()
        )


def _other_inputs(handbook: Handbook) -> tuple[object, ...]:
    """Return what `SECTION_RULES` use besides sections: the facts, and the titles and front matter of pages."""
    return handbook.facts, {key: (page.title, page.front) for key, page in handbook.pages.items()}


def _only(handbook: Handbook, files: frozenset[str]) -> Handbook:
    sections = {
        key: texts
        for key, texts in handbook.sections.items()
        if any(section.path in files for section in texts.values())
    }
    return replace(handbook, sections=sections)
