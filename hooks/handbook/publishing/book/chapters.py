"""Turns a page of the site into a part of the book: headings deeper, ids of its own, links that paper can follow."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement, builder

from . import BookPage
from .links import BookLinks, name

UNPRINTED = (
    ".//a[@class='headerlink']",
    ".//*[self::script or self::style or self::button or self::input or self::template]",
    ".//*[contains(@class, 'handbook-choices') or contains(@class, 'handbook-label')]",
    ".//*[contains(@class, 'handbook-screen')]",
    ".//i[starts-with(@id, 'only-')]",
    ".//*[@id='mentioned-in']/ancestor::div[1]",
)
"""What only a screen can use; who mentions a page is for wandering, and the index is for finding."""
HEADING = re.compile("h([1-6])")
DEEPEST = 6


def printed_chapter(book_page: BookPage, level: int, ways: BookLinks) -> HtmlElement:
    """The page as a `section` whose title is a heading of `level`; its title carries the page's own id."""
    tree = ways.trees[book_page.path]
    for way in UNPRINTED:
        for element in tree.xpath(way):
            element.drop_tree()
    for details in tree.iter("details"):
        details.set("open", "")
    _wide(tree)
    for link in tree.xpath(".//a[not(ancestor::svg)]"):
        _follow(link, book_page, ways)
    _deepen(tree, book_page, level)
    return tree


def _deepen(tree: HtmlElement, book_page: BookPage, level: int) -> None:
    """Prefix every id with the page, and let the page's title stand at a level of the book."""
    for element in tree.xpath(".//*[@id]"):
        element.set("id", name(book_page.path, element.get("id")))
    for element in _headings(tree):
        depth = int(element.tag[1]) + level - 1
        element.set("class", f"own {element.get('class', '')}".strip() if depth > level else "title")
        element.tag = f"h{min(depth, DEEPEST)}"
    for title in tree.xpath(".//*[@class='title'][1]"):
        title.set("id", name(book_page.path))


def _headings(tree: HtmlElement) -> Iterator[HtmlElement]:
    return (element for element in tree.iter() if isinstance(element.tag, str) and HEADING.fullmatch(element.tag))


def _wide(tree: HtmlElement) -> None:
    """A matrix of everything takes a page of its own, with the heading it stands under."""
    for matrix in tree.xpath(".//div[contains(@class, 'handbook-raci') and contains(@class, 'whole')]"):
        woven = next((one for one in matrix.iterancestors() if "handbook-woven" in one.get("class", "")), matrix)
        before = list(woven.itersiblings(preceding=True))
        start = next((at for at, one in enumerate(before) if HEADING.fullmatch(str(one.tag))), -1)
        wide = builder.DIV({"class": "wide"})
        woven.addprevious(wide)
        wide.extend([*reversed(before[: start + 1]), woven])


def _follow(link: HtmlElement, book_page: BookPage, ways: BookLinks) -> None:
    """Lead a link to where it leads on paper; one that cannot be followed stays as its words."""
    there = ways.follow(book_page, link.get("href", "")) if link.get("href") else None
    link.attrib.pop("title", None)
    if there is None:
        link.drop_tag()
        return
    link.set("href", there)
    if there.startswith(("http:", "https:")):
        note = builder.SPAN({"class": "address"}, there)
        note.tail, link.tail = link.tail, None
        link.addnext(note)
