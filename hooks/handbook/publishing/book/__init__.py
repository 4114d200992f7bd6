"""The handbook as printable books: their editions, their chapters, and what the cover and the imprint say."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ...languages import language as languages
from ...languages.registry import language


@dataclass(frozen=True, slots=True)
class Edition:
    """A book: the code of its language, and the edition that the language's record describes."""

    language: str
    printed: languages.Edition

    @property
    def tag(self) -> str:
        """The language tag of its text (BCP 47)."""
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
    """The books of some languages: those in a language's own script, then those transliterated to another."""
    found = (Edition(code, edition) for code in codes for edition in language(code).editions)
    return tuple(sorted(found, key=lambda edition: bool(edition.respell)))


@dataclass(frozen=True, slots=True)
class BookPage:
    """A page of the site: its path, its address relative to the site's root, and the HTML of its article."""

    path: str
    address: str
    html: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section or a page of the navigation: its title, its page (None: the title alone), and its parts."""

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
    """What the cover and the page behind it say; unknown values are empty.

    `day` is the date of the text. `site_url` is where the handbook is published, also for links to files that the
    book does not contain, and `reports` is the address at which mistakes are reported. `style` is the firm's
    own style sheet, which follows that of the book.
    """

    title: str
    description: str
    firm: str = ""
    version: str = ""
    day: date | None = None
    site_url: str = ""
    licence: str = ""
    reports: str = ""
    style: str = ""

    @property
    def author(self) -> str:
        """Whose text it is: the firm's, or nobody's but the handbook's own."""
        return self.firm or self.title


@dataclass(frozen=True, slots=True)
class PrintableBook:
    """A book ready for printing: its HTML, and the text of each anchor, which describes links to it."""

    html: str
    anchors: Mapping[str, str]
    imprint: Imprint
