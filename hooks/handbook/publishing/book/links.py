"""Resolves links for print: to another page of the book, or to an address that is printed as a footnote."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

from lxml.html import HtmlElement, fragment_fromstring

from ...languages.messages import msg
from ...model.errors import HandbookError
from . import BookPage, Chapter

SITE = "http://book/"
"""A stand-in for the site's root while relative links are resolved."""


@dataclass(frozen=True, slots=True)
class BookLinks:
    """The pages of a book: HTML, ids and titles by path, and paths by address on the site.

    `site_url` is the address of the published site, or empty.
    """

    trees: Mapping[str, HtmlElement]
    ids: Mapping[str, frozenset[str]]
    titles: Mapping[str, str]
    paths: Mapping[str, str]
    site_url: str

    def resolve(self, book_page: BookPage, href: str) -> str | None:
        """The address of a link in the book: `#…` inside it, an external address, or None if there is no address.

        Raises `HandbookError` if the link leads to a page or an anchor that the book does not have.
        """
        url = urljoin(SITE + book_page.address, href)
        if not url.startswith(SITE):
            return href
        parts = urlsplit(url)
        address = unquote(parts.path).lstrip("/").removesuffix("index.html")
        if address not in self.paths:
            if address.endswith("/") or "." not in address:
                raise HandbookError(
                    msg("{page} links to “{href}”, which is not in the book.", page=book_page.path, href=href)
                )
            return self.site_url.rstrip("/") + f"/{address}" if self.site_url else None
        return f"#{self._anchor(book_page, self.paths[address], unquote(parts.fragment))}"

    def _anchor(self, book_page: BookPage, path: str, fragment: str) -> str:
        if fragment and fragment not in self.ids[path]:
            message = msg(
                "{page} links to “#{id}” of {path}, which is not there.", page=book_page.path, id=fragment, path=path
            )
            raise HandbookError(message)
        return book_id(path, fragment)


def book_id(path: str, fragment: str = "") -> str:
    """The id in the book of a page, or of an id on it: `sales/roles/sales-manager:measures`."""
    page = path.removesuffix(".md")
    return f"{page}:{fragment}" if fragment else page


def book_links(chapters: tuple[Chapter, ...], site_url: str) -> BookLinks:
    """Parse the pages of a book and collect their ids."""
    book_pages = [book_page for chapter in chapters for book_page in chapter.pages]
    trees = {book_page.path: fragment_fromstring(book_page.html, create_parent="section") for book_page in book_pages}
    ids = {path: frozenset(tree.xpath(".//@id")) for path, tree in trees.items()}
    paths = {book_page.address.removesuffix("index.html"): book_page.path for book_page in book_pages}
    return BookLinks(trees, ids, dict(_titles(chapters)), paths, site_url)


def _titles(chapters: tuple[Chapter, ...]) -> Iterator[tuple[str, str]]:
    """The path of each page with the title of its chapter."""
    for chapter in chapters:
        if chapter.book_page:
            yield chapter.book_page.path, chapter.title
        yield from _titles(chapter.parts)
