"""Derives a book in another script: its words respelled, its lists in the order of that script's alphabet."""

from collections.abc import Callable, Iterator
from itertools import groupby

from lxml.html import HtmlElement, builder

from . import Edition

SPOKEN = ("alt", "title", "content", "aria-label")
"""Attributes that hold words."""
LETTER = ".//*[self::h2 or self::h3][contains(@id, ':letter-')]"
"""The headings of a list from A to Z, one a letter."""


def transliterate(tree: HtmlElement, edition: Edition) -> HtmlElement:
    """The book in the script of an edition; as it was where that is the script of the language."""
    if spell := edition.respell:
        _in_order(tree, edition, spell)
        for element in tree.iter():
            _respell(element, spell)
    return tree


def _respell(element: HtmlElement, spell: Callable[[str], str]) -> None:
    if element.text:
        element.text = spell(element.text)
    if element.tail:
        element.tail = spell(element.tail)
    for name in SPOKEN:
        if name in element.attrib:
            element.set(name, spell(element.get(name)))


def _in_order(tree: HtmlElement, edition: Edition, spell: Callable[[str], str]) -> None:
    """Sort what stood under letters anew, under the letters of the other alphabet."""
    headings = tree.xpath(LETTER)
    if not headings:
        return
    lines = [line for heading in headings for line in heading.getnext()]
    lines.sort(key=lambda line: edition.sort_key(line.text_content()))
    first, jump = headings[0], headings[0].getprevious()
    for element in [*_lists(headings), *headings[1:]]:
        element.drop_tree()
    at, parent = first.getparent().index(first), first.getparent()
    parent.remove(first)
    groups = [(letter, list(some)) for letter, some in groupby(lines, lambda line: _initial(line, spell))]
    for number, (letter, some) in enumerate(groups):
        heading = builder.E(first.tag, {"class": first.get("class", ""), "id": f"a-z:letter-{letter}"}, letter)
        parent[at + 2 * number : at + 2 * number] = [heading, builder.UL(*some)]
    _jump(jump, [letter for letter, _ in groups])


def _lists(headings: list[HtmlElement]) -> Iterator[HtmlElement]:
    return (heading.getnext() for heading in headings)


def _initial(line: HtmlElement, spell: Callable[[str], str]) -> str:
    """The letter a line stands under; a letter of two signs is one (Nj)."""
    return spell(line.text_content().strip()[0].upper()).capitalize()


def _jump(jump: HtmlElement, letters: list[str]) -> None:
    """The line that leads to each letter."""
    for child in list(jump):
        jump.remove(child)
    links = [builder.A(letter, href=f"#a-z:letter-{letter}") for letter in letters]
    for link in links[:-1]:
        link.tail = " · "
    jump.text = None
    jump.extend(links)
