"""Keeps together in the book what a line must not end between: one-letter words, numbers with units, last words."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement, builder

SPACE = "\u00a0"
SHORT = re.compile(r"(?<![\w’'-])([^\W\d_]) (?=\S)")
"""A word of one letter before another word: „и“, „у“, „a“."""
NUMBER = re.compile(r"(?<=\d) (?=[^\W\d_])")
"""The space between a number and what it counts: „30 дана“, “12 people”."""
OPEN = re.compile(r"((?<![\w’'-])[^\W\d_]|\d) $")
"""A one-letter word or a number at the end of a text that an element, such as a link, follows."""
LAST = re.compile(r"\w{8,}\W*$")
"""A word that could be divided at the end of a paragraph."""
VERBATIM = ("code", "pre", "svg", "script", "style")
BLOCKS = ".//p | .//li | .//dd"


def keep_together(tree: HtmlElement) -> None:
    """Insert no-break spaces, and let no paragraph end with a line of half a word; text is otherwise unchanged."""
    for element in _written(tree):
        if element.text:
            element.text = _spaced(element.text, len(element) > 0)
        for child in element:
            if child.tail:
                child.tail = _spaced(child.tail, child.getnext() is not None)
    for block in tree.xpath(BLOCKS):
        _keep_last_word(block)


def _written(element: HtmlElement) -> Iterator[HtmlElement]:
    """An element and those in it, but not what is shown as typed."""
    if isinstance(element.tag, str) and element.tag not in VERBATIM:
        yield element
        for child in element:
            yield from _written(child)


def _spaced(text: str, followed: bool) -> str:
    text = NUMBER.sub(SPACE, SHORT.sub(rf"\1{SPACE}", text))
    return OPEN.sub(rf"\1{SPACE}", text) if followed else text


def _keep_last_word(block: HtmlElement) -> None:
    """Wrap the last word of a block in a `span` that is not hyphenated, if the block ends with text of its own."""
    last = block[-1] if len(block) else None
    text = (block.text if last is None else last.tail) or ""
    if not (found := LAST.search(text)):
        return
    before, word = text[: found.start()], builder.SPAN({"class": "undivided"}, text[found.start() :])
    if last is None:
        block.text = before
    else:
        last.tail = before
    block.append(word)
