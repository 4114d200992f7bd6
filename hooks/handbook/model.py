"""The handbook as values: its languages, its pages in each of them, and everything read of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Literal

from .facts import STRICT, Facts
from .finding import Finding, Place

Kind = Literal["role", "responsibility", "guide"]


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the handbook: its code (`html lang`), which is also its folder, and its name."""

    code: str
    name: str


LANGUAGES = (Language("sr", "Српски"), Language("en", "English"))
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
class Heading:
    """A heading: level 1 to 6, its text, the id its author wrote (None if none), its line."""

    level: int
    text: str
    id: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link or image as written, its line, and the id of the section it stands in (`""`: intro)."""

    target: str
    line: int
    section: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of running text without a tag in it, and the id of the section it stands in."""

    text: str
    section: str


@dataclass(frozen=True, slots=True)
class Prose:
    """The words of one block, with those of its links and without its code, its section and its line."""

    text: str
    section: str
    line: int


@dataclass(frozen=True, slots=True)
class Block:
    """A list, table, piece of code, admonition or image: what both languages must have alike.

    `detail` says of a list how many items it has at each depth, of a table rows × columns, of code its
    info string and body, of an admonition its kind, of an image its target.
    """

    kind: str
    detail: str
    section: str
    line: int


@dataclass(frozen=True, slots=True)
class Marker:
    """A place for a generated part; `alone` is false when other text shares its line."""

    name: str
    argument: str | None
    line: int
    alone: bool = True


@dataclass(frozen=True, slots=True)
class Outline:
    """What one Markdown text is made of, with lines counted from 1."""

    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    markers: tuple[Marker, ...] = ()
    runs: tuple[Run, ...] = ()
    prose: tuple[Prose, ...] = ()
    blocks: tuple[Block, ...] = ()
    front_matter: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page in one language; `path` is the same in every language."""

    language: str
    path: str
    outline: Outline
    front: FrontMatter

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
class Handbook:
    """Everything read: pages by (language, path), facts, other files, and what reading found amiss."""

    root: Path
    pages: Mapping[tuple[str, str], Page]
    facts: Facts
    files: frozenset[str] = frozenset()
    nav: tuple[tuple[str, int], ...] = ()
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
    def paths(self) -> tuple[str, ...]:
        """The relative path of every page, whichever language has it, sorted."""
        return tuple(sorted({path for _, path in self.pages}))
