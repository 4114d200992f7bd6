"""Where links lead on paper: to another page of the book, or to an address in a footnote."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

from lxml.html import HtmlElement, fragment_fromstring

from ...languages.messages import msg
from ...model.errors import HandbookError
from . import BookPage, Chapter

SITE = "http://book/"
"""Stands for the site's root while its own links are followed."""


@dataclass(frozen=True, slots=True)
class BookLinks:
    """Every page of a book: its HTML and the ids in it by its path, its path by its address on the site.

    `site_url` is the site's own address, if it has one.
    """

    trees: Mapping[str, HtmlElement]
    ids: Mapping[str, frozenset[str]]
    paths: Mapping[str, str]
    site_url: str

    def follow(self, book_page: BookPage, href: str) -> str | None:
        """Where a link on a page leads: `#…` inside the book, an address outside, None where paper cannot follow.

        Raises `HandbookError` if it leads to a page or an anchor that the book does not have.
        """
        there = urljoin(SITE + book_page.address, href)
        if not there.startswith(SITE):
            return href
        parts = urlsplit(there)
        address = unquote(parts.path).lstrip("/").removesuffix("index.html")
        if address not in self.paths:
            if address.endswith("/") or "." not in address:
                raise HandbookError(
                    msg("{page} leads to “{href}”, which is not in the book.", page=book_page.path, href=href)
                )
            return self.site_url.rstrip("/") + f"/{address}" if self.site_url else None
        return f"#{self.anchor(book_page, self.paths[address], unquote(parts.fragment))}"

    def anchor(self, book_page: BookPage, path: str, fragment: str) -> str:
        """The id in the book of an id on a page."""
        if fragment and fragment not in self.ids[path]:
            said = msg(
                "{page} leads to “#{id}” of {path}, which is not there.", page=book_page.path, id=fragment, path=path
            )
            raise HandbookError(said)
        return name(path, fragment)


def name(path: str, fragment: str = "") -> str:
    """The id in the book of a page, or of an id on it: `sales/roles/sales-manager:measures`."""
    page = path.removesuffix(".md")
    return f"{page}:{fragment}" if fragment else page


def ways(chapters: tuple[Chapter, ...], site_url: str) -> BookLinks:
    """Read the pages of a book once."""
    leaves = [book_page for chapter in chapters for book_page in chapter.pages]
    trees = {book_page.path: fragment_fromstring(book_page.html, create_parent="section") for book_page in leaves}
    ids = {path: frozenset(tree.xpath(".//@id")) for path, tree in trees.items()}
    return BookLinks(
        trees, ids, {book_page.address.removesuffix("index.html"): book_page.path for book_page in leaves}, site_url
    )
