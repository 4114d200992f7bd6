"""What a preview remembers of a handbook between two builds, so that the next costs only what has changed.

It is a shortcut and never another answer: `read` and `check` say what `reader.read` and `checks.check` say.
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
from handbook.reading.load import read
from handbook.reading.pages import parse

TEXTS = 4096
"""How many texts of pages are kept parsed; the oldest go first."""


class CachedReader:
    """Reads and checks one handbook again and again; one preview has one."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._parse = lru_cache(maxsize=TEXTS)(parse)
        self._last: Handbook | None = None
        self._found: dict[Rule, list[Finding]] = {}

    def read(self) -> Handbook:
        """The handbook as it is now; a text that was read before is not parsed again."""
        return read(self.root, self._parse)

    def check(self, handbook: Handbook, today: date) -> list[Finding]:
        """Everything amiss; rules that look at one section at a time look at the changed pages only."""
        changed = self._changed(handbook)

        def run(rule: Rule, book: Handbook) -> Iterable[Finding]:
            if changed is None or rule not in SECTION_RULES:
                found = list(rule(book))
            else:
                kept = (one for one in self._found[rule] if one.place.path not in changed)
                found = [*kept, *rule(_only(book, changed))]
            if rule in SECTION_RULES:
                self._found[rule] = found
            return found

        findings = check(handbook, today, run=run)
        self._last = handbook
        return findings

    def _changed(self, handbook: Handbook) -> frozenset[str] | None:
        """The files whose sections changed, or stand opposite a changed one; None: look at all."""
        if self._last is None or _called(self._last) != _called(handbook):
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


def _called(handbook: Handbook) -> tuple[object, ...]:
    """What the rules about sections know besides the sections: the facts, and what pages are called."""
    return handbook.facts, {key: (page.title, page.front) for key, page in handbook.pages.items()}


def _only(handbook: Handbook, files: frozenset[str]) -> Handbook:
    sections = {
        key: texts
        for key, texts in handbook.sections.items()
        if any(section.path in files for section in texts.values())
    }
    return replace(handbook, sections=sections)
