"""The handbook on paper, as values: its editions, its chapters, and what stands on its cover."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Edition:
    """A book: the language it is made from, the tag of its text (BCP 47), and its file's name."""

    language: str
    tag: str
    name: str

    @property
    def file(self) -> str:
        """Its place on the site."""
        return f"pdf/{self.name}.pdf"


EDITIONS = (
    Edition("sr", "sr", "handbook-sr"),
    Edition("en", "en", "handbook-en"),
    Edition("sr", "sr-Latn", "handbook-sr-latn"),
)
"""Every book; the Serbian one in Latin letters is derived from the Cyrillic."""


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
