"""Transliterates a book into another script and sorts its A–Z list by that script's alphabet."""

from collections.abc import Callable, Iterator
from itertools import groupby

from lxml.html import HtmlElement, builder

from . import Edition

TEXT_ATTRIBUTES = ("alt", "title", "content", "aria-label")
LETTER_HEADINGS = ".//*[self::h2 or self::h3][contains(@id, ':letter-')]"
"""The XPath of the headings of the A–Z list, one for each letter."""


def transliterate(tree: HtmlElement, edition: Edition) -> HtmlElement:
    """The book in the script of an edition; unchanged if that is the language's own script."""
    if respell := edition.respell:
        _sort_list(tree, edition, respell)
        for element in tree.iter():
            _respell(element, respell)
    return tree


def _respell(element: HtmlElement, respell: Callable[[str], str]) -> None:
    if element.text:
        element.text = element.get("data-respelled") or respell(element.text)
    if element.tail:
        element.tail = respell(element.tail)
    for name in TEXT_ATTRIBUTES:
        if name in element.attrib:
            element.set(name, respell(element.get(name)))


def _sort_list(tree: HtmlElement, edition: Edition, respell: Callable[[str], str]) -> None:
    """Sort the A–Z list again and group it by the letters of the other alphabet."""
    headings = tree.xpath(LETTER_HEADINGS)
    if not headings:
        return
    lines = [line for heading in headings for line in heading.getnext()]
    lines.sort(key=lambda line: edition.sort_key(line.text_content()))
    first, letter_links = headings[0], headings[0].getprevious()
    for element in [*_lists(headings), *headings[1:]]:
        element.drop_tree()
    parent = first.getparent()
    start = parent.index(first)
    parent.remove(first)
    groups = [(letter, list(group)) for letter, group in groupby(lines, lambda line: _initial(line, respell))]
    for number, (letter, group) in enumerate(groups):
        heading = builder.E(first.tag, {"class": first.get("class", ""), "id": _id(number)}, letter)
        parent[start + 2 * number : start + 2 * number] = [heading, builder.UL(*group)]
    _replace_links(letter_links, [letter for letter, _ in groups])


def _lists(headings: list[HtmlElement]) -> Iterator[HtmlElement]:
    return (heading.getnext() for heading in headings)


def _initial(line: HtmlElement, respell: Callable[[str], str]) -> str:
    """The letter that a line is listed under; a digraph (Nj) is one letter."""
    return respell(line.text_content().strip()[0].upper()).capitalize()


def _id(number: int) -> str:
    """The anchor of a letter by its place in the list: in ASCII, as the anchors of a PDF are bytes in order."""
    return f"a-z:letter-{number + 1:02}"


def _replace_links(paragraph: HtmlElement, letters: list[str]) -> None:
    """Fill the paragraph above the list with a link to each letter."""
    for child in list(paragraph):
        paragraph.remove(child)
    links = [builder.A(letter, href=f"#{_id(number)}") for number, letter in enumerate(letters)]
    for link in links[:-1]:
        link.tail = " · "
    paragraph.text = None
    paragraph.extend(links)
