"""Turns a page of the site into a section of the book: deeper headings, unique ids, links that work on paper."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement, builder

from . import BookPage
from .links import BookLinks, book_id
from .matrices import set_matrices

UNPRINTED = (
    ".//a[@class='headerlink']",
    ".//*[self::script or self::style or self::button or self::input or self::template]",
    ".//*[contains(@class, 'handbook-choices') or contains(@class, 'handbook-label')]",
    ".//*[contains(@class, 'handbook-screen') or contains(@class, 'handbook-sheet')]",
    ".//i[starts-with(@id, 'only-')]",
    ".//details[@class='handbook-folded']/summary",
    ".//*[@id='mentioned-in']/ancestor::div[1]",
)
"""XPaths of what is of use only on a screen; the book has an index in place of backlinks."""
HEADING = re.compile("h([1-6])")
DEEPEST = 6
NUMBERED = (
    ".//a[starts-with(@href, '#')][not(starts-with(@class, 'handbook-'))]"
    "[not(ancestor::table or ancestor::small or ancestor::figure)]"
)
"""The links behind which the page of their target is printed: all but those of tables, and mentions in running text."""


def printed_chapter(book_page: BookPage, level: int, links: BookLinks) -> HtmlElement:
    """The page as a `section` whose title is a heading of `level` and carries the page's id.

    Raises `HandbookError` if a link on the page is broken.
    """
    tree = links.trees[book_page.path]
    for xpath in UNPRINTED:
        for element in tree.xpath(xpath):
            element.drop_tree()
    _drop_names(tree)
    for details in tree.iter("details"):
        details.set("open", "")
    _name_rows(tree)
    for link in tree.xpath(".//a[not(ancestor::svg)]"):
        _resolve(link, book_page, links)
    _number_references(tree, book_page)
    set_matrices(tree, links)
    _deepen(tree, book_page, level)
    return tree


def _drop_names(tree: HtmlElement) -> None:
    """Drop the list of all names, with its letters and the links to them: the book has an index."""
    for part in tree.xpath(".//*[starts-with(@id, 'letter-')]/.."):
        for element in part.xpath("./*[starts-with(@id, 'letter-')] | ./ul | ./p"):
            element.drop_tree()


def _number_references(tree: HtmlElement, book_page: BookPage) -> None:
    """Mark the first link to each place, so that its page number is printed; links to the page itself need none."""
    here, seen = f"#{book_id(book_page.path)}", set[str]()
    for link in tree.xpath(NUMBERED):
        target = link.get("href")
        if target not in seen and target.partition(":")[0] != here:
            link.set("class", "numbered")
        seen.add(target)


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


def _name_rows(tree: HtmlElement) -> None:
    """Make the first cell of each row of a table its header, which screen readers say with each other cell."""
    for cell in tree.xpath(".//tbody/tr/td[1]"):
        cell.tag = "th"
        cell.set("scope", "row")


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
