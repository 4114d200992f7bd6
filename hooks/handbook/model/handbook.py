"""The handbook as one value: everything that was read, and what is looked up in it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from ..languages.registry import DEFAULT
from .fact_tables import Facts
from .finding import Finding, Place
from .lock import Lock, Waiver, lock_path
from .page import Page
from .section import Key, Section, Title


@dataclass(frozen=True)
class Handbook:
    """Everything that was read: pages by (language, path), facts, files, and the findings of reading.

    `nav` are the strings of the navigation with their lines. `sections` has every section by key and language,
    `locks` every lock by page, `waivers` every waiver with its line. `languages` are the codes of the
    languages, the default language first; `origins` is whether cards show what comes from the source article;
    `time_zone` is that of the times in the facts. `published` has the line of each path of a page that was ever
    published; None if the handbook keeps no such list. `digests` has a digest of each file beside the pages in the
    folder of a language, by (language, path). What is looked up often is computed once (so there are no slots).
    """

    root: Path
    pages: Mapping[tuple[str, str], Page]
    facts: Facts
    files: frozenset[str] = frozenset()
    nav: tuple[tuple[str, int], ...] = ()
    titles: tuple[Title, ...] = ()
    sections: Mapping[Key, Mapping[str, Section]] = field(default_factory=dict)
    locks: Mapping[str, Lock] = field(default_factory=dict)
    waivers: tuple[tuple[int, Waiver], ...] = ()
    site_url: str = ""
    languages: tuple[str, ...] = DEFAULT
    origins: bool = True
    time_zone: str = ""
    published: Mapping[str, int] | None = None
    digests: Mapping[tuple[str, str], str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    @property
    def default_language(self) -> str:
        """Return the code of the language whose pages are at the root of the site."""
        return self.languages[0]

    def folder(self, language: str) -> str:
        """Return the folder of a language on the site, such as `en/`; empty for the default language."""
        return "" if language == self.default_language else f"{language}/"

    def page(self, language: str, path: str) -> Page | None:
        return self.pages.get((language, path))

    def in_language(self, language: str) -> Iterator[Page]:
        return (page for (code, _), page in self.pages.items() if code == language)

    @property
    def pairs(self) -> Iterator[tuple[Page, Page]]:
        """Yield each page of the default language with its counterpart in every other language."""
        first, *others = self.languages
        for path in self.paths:
            for code in others:
                left, right = self.page(first, path), self.page(code, path)
                if left and right:
                    yield left, right

    def fallback(self, language: str, path: str) -> Page | None:
        """Return the page of another language at a path; None if the language itself has one."""
        if (language, path) in self.pages:
            return None
        return next((page for code in self.languages if (page := self.page(code, path))), None)

    @property
    def missing(self) -> list[tuple[str, str]]:
        """Return each (language, path) without a page, where another language has one."""
        return [(code, path) for path in self.paths for code in self.languages if (code, path) not in self.pages]

    @property
    def section_pairs(self) -> Iterator[tuple[Section, Section]]:
        """Yield each section of the default language with its counterpart in every other language."""
        first, *others = self.languages
        for section in self.sections.values():
            yield from ((section[first], section[code]) for code in others if {first, code} <= section.keys())

    def section_at(self, place: Place) -> Section | None:
        """Return the section that contains a place; the first if several are on one line."""
        sections = self._sections_by_path.get(place.path, ())
        return next((section for section in sections if section.first <= place.line <= section.last), None)

    @cached_property
    def results(self) -> dict[Callable[..., Any], Any]:
        """Return the results of the functions that are computed `once` for each handbook."""
        return {}

    @cached_property
    def _sections_by_path(self) -> Mapping[str, list[Section]]:
        by_path: dict[str, list[Section]] = {}
        for languages in self.sections.values():
            for section in languages.values():
                by_path.setdefault(section.path, []).append(section)
        return by_path

    @cached_property
    def faulty_files(self) -> frozenset[str]:
        """Return the files with a finding of reading, from which something may be missing."""
        return frozenset(finding.place.path for finding in self.findings)

    @cached_property
    def unread(self) -> frozenset[str]:
        """Return what was not read, with the locks of such pages: no text or file, too large, with conflict marks."""
        files = {finding.place.path for finding in self.findings if finding.rule in ("size", "path", "conflict")}
        no_text = {finding.place.path for finding in self.findings if finding.rule == "encoding"}
        files |= {path for path in no_text if path.endswith(".lock")}
        files |= {page.source for page in self.pages.values() if page.blank and page.source in no_text}
        pages = (page.path.removesuffix(".md") for page in self.pages.values() if page.source in files)
        return frozenset({*files, *map(lock_path, pages)})

    @cached_property
    def withheld(self) -> frozenset[str]:
        """Return the files that not even a preview shows: those not read, and those that may run programs."""
        pages = (page.source for page in self.pages.values() if page.outline.markup)
        files = (finding.place.path for finding in self.findings if finding.rule == "markup")
        return self.unread.union(pages, files)

    @cached_property
    def path_set(self) -> frozenset[str]:
        """Return the relative paths of all pages of any language."""
        return frozenset(path for _, path in self.pages)

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Return the relative paths of all pages of any language, sorted."""
        return tuple(sorted(self.path_set))
