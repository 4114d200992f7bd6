"""The handbook as values: its sections and everything read of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..languages.registry import DEFAULT
from .document import Prose
from .facts import Facts
from .finding import Finding, Place
from .lock import Lock
from .page import Page
from .waiver import Waiver


@dataclass(frozen=True, slots=True)
class Section:
    """One piece in one language: what it says, and the file and lines (from 1) it stands on.

    `page` is the name of its lock, the same in every language; `id` is that of the heading, `""` for what
    stands before the first; of a phrase of `facts/`, the way to it.
    """

    page: str
    id: str
    language: str
    path: str
    first: int
    last: int
    prose: tuple[Prose, ...]

    @property
    def name(self) -> str:
        """How commands and messages call it: `sales/roles/sales-manager#measures`."""
        return f"{self.page}#{self.id}"

    @property
    def start(self) -> Place:
        return Place(self.path, self.first)

    @property
    def lines(self) -> str:
        """Where it stands, for people: `docs/sr/index.md:38-44`."""
        end = f"-{self.last}" if self.last > self.first else ""
        return f"{self.path}:{self.first}{end}"

    @property
    def text(self) -> str:
        return "\n".join(prose.text for prose in self.prose)

    def at(self, line: int) -> Place:
        return Place(self.path, line)


Key = tuple[str, str]
"""The page and the id of a section."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title of the navigation in one language, its line in `mkdocs.yml`, and the id of both languages'."""

    id: str
    language: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Handbook:
    """Everything read: pages by (language, path), facts, other files, and what reading found amiss.

    `sections` is every piece that both languages say, by its key and language; `locks` what they last
    agreed on, by page; `waivers` what may differ for a while, with its line; `site_url` where the site is
    published; `languages` the codes of its languages, the default first.
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
    findings: tuple[Finding, ...] = ()

    @property
    def default_language(self) -> str:
        """The code of the language whose pages have no folder on the site."""
        return self.languages[0]

    def folder(self, language: str) -> str:
        """The folder of a language on the site: empty for the default language, else such as `en/`."""
        return "" if language == self.default_language else f"{language}/"

    def page(self, language: str, path: str) -> Page | None:
        return self.pages.get((language, path))

    def in_language(self, language: str) -> Iterator[Page]:
        return (page for (code, _), page in self.pages.items() if code == language)

    @property
    def pairs(self) -> Iterator[tuple[Page, Page]]:
        """Each page of the default language with its counterpart in every other."""
        first, *others = self.languages
        for path in self.paths:
            for code in others:
                left, right = self.page(first, path), self.page(code, path)
                if left and right:
                    yield left, right

    def instead(self, language: str, path: str) -> Page | None:
        """The page that another language has where this one has none."""
        if (language, path) in self.pages:
            return None
        return next((page for code in self.languages if (page := self.page(code, path))), None)

    @property
    def missing(self) -> list[tuple[str, str]]:
        """Each (language, path) that has no page, though another language has one there."""
        return [(code, path) for path in self.paths for code in self.languages if (code, path) not in self.pages]

    @property
    def section_pairs(self) -> Iterator[tuple[Section, Section]]:
        """Each piece of the default language with its counterpart in every other."""
        first, *others = self.languages
        for texts in self.sections.values():
            yield from ((texts[first], texts[code]) for code in others if {first, code} <= texts.keys())

    def section_at(self, place: Place) -> Section | None:
        """The section a place stands in; of a file with several on one line, the first."""
        texts = (section for both in self.sections.values() for section in both.values())
        return next((one for one in texts if one.path == place.path and one.first <= place.line <= one.last), None)

    @property
    def paths(self) -> tuple[str, ...]:
        """The relative path of every page, whichever language has it, sorted."""
        return tuple(sorted({path for _, path in self.pages}))
