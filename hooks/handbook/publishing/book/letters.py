"""Transliterates a book into another script."""

from collections.abc import Callable

from lxml.html import HtmlElement

from . import Edition

TEXT_ATTRIBUTES = ("alt", "title", "content", "aria-label")


def transliterate(tree: HtmlElement, edition: Edition) -> HtmlElement:
    """The book in the script of an edition; unchanged if that is the language's own script."""
    if respell := edition.respell:
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
