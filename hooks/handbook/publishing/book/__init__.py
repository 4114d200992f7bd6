"""The handbook on paper, as values: its editions, its chapters, and what stands on its cover."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ...languages import language as languages
from ...languages.registry import language


@dataclass(frozen=True, slots=True)
class Edition:
    """A book: the code of its language, and how that language prints it."""

    language: str
    printed: languages.Edition

    @property
    def tag(self) -> str:
        """The tag of its text (BCP 47)."""
        return self.printed.tag

    @property
    def name(self) -> str:
        return self.printed.name

    @property
    def file(self) -> str:
        """Its path on the site."""
        return f"pdf/{self.name}.pdf"

    @property
    def sort_key(self) -> languages.SortKey:
        return self.printed.sort_key

    @property
    def respell(self) -> Callable[[str], str] | None:
        return self.printed.respell


def editions(codes: Iterable[str]) -> tuple[Edition, ...]:
    """Every book of some languages: first one in each language, then those derived from it in another script."""
    found = [(code, edition) for code in codes for edition in language(code).editions]
    return tuple(Edition(code, edition) for code, edition in sorted(found, key=lambda one: bool(one[1].respell)))


@dataclass(frozen=True, slots=True)
class BookPage:
    """A page of the site: its path, its address from the site's root, and its HTML (the article alone)."""

    path: str
    address: str
    html: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section of the navigation or a page of it: its title, its text (None: the title alone), what it holds."""

    title: str
    book_page: BookPage | None = None
    parts: tuple["Chapter", ...] = ()

    @property
    def pages(self) -> Iterator[BookPage]:
        """Its pages in the order of the book."""
        if self.book_page:
            yield self.book_page
        for part in self.parts:
            yield from part.pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What the cover says: title, firm, version and day of the text, each as far as it is known.

    `site_url` is where the handbook is published, for what paper can only point to.
    """

    title: str
    description: str
    firm: str = ""
    version: str = ""
    day: date | None = None
    site_url: str = ""


@dataclass(frozen=True, slots=True)
class PrintableBook:
    """A book ready to be printed: its HTML, and what each anchor in it is called, for whoever hears a link."""

    html: str
    anchors: Mapping[str, str]
    imprint: Imprint
