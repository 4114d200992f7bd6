"""A page in one language, and its front matter."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

from annotated_types import Ge, Le

from ..languages.phrase import STRICT
from .document import Outline, Prose
from .finding import Place

Kind = Literal["role", "responsibility", "guide"]


Hidden = Literal["navigation", "toc", "path", "footer"]
"""The parts of a page that the theme can leave out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchOptions:
    """Whether search skips a page, and how much more its hits count than those of other pages."""

    __pydantic_config__: ClassVar[Any] = STRICT
    exclude: bool = False
    boost: Annotated[float, Ge(0.01), Le(100)] = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The front matter of a page; `title_f` and `source_title` are for Serbian only.

    `plain` lists names that are not linked on this page. `hide` and `search` are read by the theme; others of its
    keys, such as `template` and `icon`, end the build or publish a broken page if their value is wrong.
    """

    __pydantic_config__: ClassVar[Any] = STRICT
    title: str | None = None
    title_f: str | None = None
    source_title: str | None = None
    description: str | None = None
    aliases: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    hide: tuple[Hidden, ...] = ()
    search: SearchOptions | None = None


@dataclass(frozen=True)
class Page:
    """A page in one language; `path` is the same in every language.

    `words` is all text for readers: that of the front matter, then the prose of the text.
    `length` is the number of lines; `blank` is true for an empty file. What is looked up often is computed once (so
    there are no slots).
    """

    language: str
    path: str
    outline: Outline
    front: FrontMatter
    words: tuple[Prose, ...] = ()
    length: int = 1
    blank: bool = False

    @cached_property
    def source(self) -> str:
        return f"docs/{self.language}/{self.path}"

    @cached_property
    def title(self) -> str:
        """Return the title: that of the front matter, else the first H1, else the file name."""
        titles = (heading.text for heading in self.outline.headings if heading.level == 1)
        return self.front.title or next(filter(None, titles), Path(self.path).stem)

    @property
    def kind(self) -> Kind:
        match self.path.split("/"):
            case [_, "roles", _]:
                return "role"
            case [_, "responsibilities", _]:
                return "responsibility"
        return "guide"

    @cached_property
    def id(self) -> str:
        return Path(self.path).stem

    @cached_property
    def anchors(self) -> frozenset[str]:
        return frozenset(heading.id for heading in self.outline.headings if heading.id)

    def at(self, line: int) -> Place:
        return Place(self.source, line)

    def start(self, section: str) -> Place:
        """Return the place of the heading of a section; for `""`, of the first heading."""
        headings = (heading for heading in self.outline.headings if (heading.id or "") == section or not section)
        return self.at(next((heading.line for heading in headings), 1))
