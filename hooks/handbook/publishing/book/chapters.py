"""Turns a page of the site into a section of the book: deeper headings, unique ids, links that work on paper."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement, builder

from . import BookPage
from .links import BookLinks, book_id

UNPRINTED = (
    ".//a[@class='headerlink']",
    ".//*[self::script or self::style or self::button or self::input or self::template]",
    ".//*[contains(@class, 'handbook-choices') or contains(@class, 'handbook-label')]",
    ".//*[contains(@class, 'handbook-screen') or contains(@class, 'handbook-sheet')]",
    ".//i[starts-with(@id, 'only-')]",
    ".//*[@id='mentioned-in']/ancestor::div[1]",
)
"""XPaths of what is of use only on a screen; the book has an index in place of backlinks."""
HEADING = re.compile("h([1-6])")
DEEPEST = 6


def printed_chapter(book_page: BookPage, level: int, links: BookLinks) -> HtmlElement:
    """The page as a `section` whose title is a heading of `level` and carries the page's id.

    Raises `HandbookError` if a link on the page is broken.
    """
    tree = links.trees[book_page.path]
    for xpath in UNPRINTED:
        for element in tree.xpath(xpath):
            element.drop_tree()
    for details in tree.iter("details"):
        details.set("open", "")
    _move_matrices(tree)
    for link in tree.xpath(".//a[not(ancestor::svg)]"):
        _resolve(link, book_page, links)
    _deepen(tree, book_page, level)
    return tree


def _deepen(tree: HtmlElement, book_page: BookPage, level: int) -> None:
    """Prefix every id with the page's id, and lower the headings so that the page's title is at `level`."""
    for element in tree.xpath(".//*[@id]"):
        element.set("id", book_id(book_page.path, element.get("id")))
    for element in _headings(tree):
        depth = int(element.tag[1]) + level - 1
        element.set("class", f"own {element.get('class', '')}".strip() if depth > level else "title")
        element.tag = f"h{min(depth, DEEPEST)}"
    for title in tree.xpath(".//*[@class='title'][1]"):
        title.set("id", book_id(book_page.path))


def _headings(tree: HtmlElement) -> Iterator[HtmlElement]:
    return (element for element in tree.iter() if isinstance(element.tag, str) and HEADING.fullmatch(element.tag))


def _move_matrices(tree: HtmlElement) -> None:
    """Wrap each complete matrix and the heading above it in a `div` that gets a landscape page of its own."""
    for matrix in tree.xpath(".//div[contains(@class, 'handbook-raci') and contains(@class, 'whole')]"):
        part = next((parent for parent in matrix.iterancestors() if "handbook-part" in parent.get("class", "")), matrix)
        before = list(part.itersiblings(preceding=True))
        start = next((index for index, sibling in enumerate(before) if HEADING.fullmatch(str(sibling.tag))), -1)
        wide = builder.DIV({"class": "wide"})
        part.addprevious(wide)
        wide.extend([*reversed(before[: start + 1]), part])


def _resolve(link: HtmlElement, book_page: BookPage, links: BookLinks) -> None:
    """Set the address that a link has in the book; keep only the text of a link without one."""
    address = links.resolve(book_page, link.get("href", "")) if link.get("href") else None
    link.attrib.pop("title", None)
    if address is None:
        link.drop_tag()
        return
    link.set("href", address)
    if address.startswith(("http:", "https:")):
        note = builder.SPAN({"class": "address"}, address)
        note.tail, link.tail = link.tail, None
        link.addnext(note)
