"""The handbook as values: its languages, its pages in each of them, and everything read of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Literal

from .facts import STRICT, Facts
from .finding import Finding, Place
from .lock import Lock
from .pieces import Outline, Prose
from .said import say
from .waiver import Waiver

Kind = Literal["role", "responsibility", "guide"]


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the handbook: its code (`html lang`), which is also its folder, and its name."""

    code: str
    name: str


LANGUAGES = (Language("sr", "Српски"), Language("en", "English"))
NAMES = {"sr": say("Serbian"), "en": say("English")}
"""What each language is called in a sentence."""
"""The languages in the order of the switch; the first is the default."""
CODES = tuple(language.code for language in LANGUAGES)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The words and theme keys at the head of a page; `title_f` and `source_title` are Serbian.

    `plain` lists names that the author wants to stay plain text on this page.
    """

    __pydantic_config__: ClassVar[Any] = STRICT
    title: str | None = None
    title_f: str | None = None
    source_title: str | None = None
    description: str | None = None
    aliases: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()
    template: str | None = None
    search: dict[str, Any] | None = None
    icon: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page in one language; `path` is the same in every language.

    `words` is all that readers read: what the front matter says in this language, then the text's prose;
    `length` is the number of lines.
    """

    language: str
    path: str
    outline: Outline
    front: FrontMatter
    words: tuple[Prose, ...] = ()
    length: int = 1

    @property
    def source(self) -> str:
        return f"docs/{self.language}/{self.path}"

    @property
    def title(self) -> str:
        """The title readers see: that of the front matter, else the first H1, else the file's name."""
        heads = (heading.text for heading in self.outline.headings if heading.level == 1)
        return self.front.title or next(filter(None, heads), Path(self.path).stem)

    @property
    def kind(self) -> Kind:
        match self.path.split("/"):
            case [_, "roles", _]:
                return "role"
            case [_, "responsibilities", _]:
                return "responsibility"
        return "guide"

    @property
    def id(self) -> str:
        return Path(self.path).stem

    @property
    def anchors(self) -> frozenset[str]:
        return frozenset(heading.id for heading in self.outline.headings if heading.id)

    def at(self, line: int) -> Place:
        return Place(self.source, line)

    def start(self, section: str) -> Place:
        """Where a section begins: its heading, or the title for what stands before the first."""
        levels = (h for h in self.outline.headings if (h.id or "") == section or not section)
        return self.at(next((h.line for h in levels), 1))


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
    agreed on, by page; `waivers` what may differ for a while, with its line; `site_url` where the site is published.
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
    findings: tuple[Finding, ...] = ()

    def page(self, language: str, path: str) -> Page | None:
        return self.pages.get((language, path))

    def in_language(self, language: str) -> Iterator[Page]:
        return (page for (code, _), page in self.pages.items() if code == language)

    @property
    def pairs(self) -> Iterator[tuple[Page, Page]]:
        """Each page of the default language with its counterpart in every other."""
        first, *others = CODES
        for path in self.paths:
            for code in others:
                left, right = self.page(first, path), self.page(code, path)
                if left and right:
                    yield left, right

    @property
    def missing(self) -> Mapping[tuple[str, str], Page]:
        """Each (language, path) that has no page, with the page that another language has there."""
        lacking = ((code, path) for path in self.paths for code in CODES if (code, path) not in self.pages)
        return {(code, path): next(page for (_, there), page in self.pages.items() if there == path)
                for code, path in lacking}  # fmt: skip

    @property
    def section_pairs(self) -> Iterator[tuple[Section, Section]]:
        """Each piece of the default language with its counterpart in every other."""
        first, *others = CODES
        for spoken in self.sections.values():
            yield from ((spoken[first], spoken[code]) for code in others if {first, code} <= spoken.keys())

    def section_at(self, place: Place) -> Section | None:
        """The section a place stands in; of a file with several on one line, the first."""
        spoken = (section for both in self.sections.values() for section in both.values())
        return next((one for one in spoken if one.path == place.path and one.first <= place.line <= one.last), None)

    @property
    def paths(self) -> tuple[str, ...]:
        """The relative path of every page, whichever language has it, sorted."""
        return tuple(sorted({path for _, path in self.pages}))
