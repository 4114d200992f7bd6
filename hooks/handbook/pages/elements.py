"""HTML elements as `Markup`: every text and every value of an attribute is escaped where it enters the HTML.

A `Markup` (from `markupsafe`) is a string that is HTML already, so it is not escaped again; every other string is.
"""

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup, escape

BREAK = Markup("<br>")


class Heading(NamedTuple):
    """A heading inside a generated part: the table of contents needs it as a value. `id` is its anchor."""

    level: int
    id: str
    text: str
    searched: bool = True


Block = Markup | Heading
"""A piece of a generated part."""


def element(tag: str, *children: str, **attributes: str) -> Markup:
    """Return an element with its children; an attribute `data_x` is written `data-x`, and `class_` is `class`."""
    written = "".join(f' {_name(name)}="{_html(value)}"' for name, value in attributes.items())
    return Markup(f"<{tag}{written}>{''.join(map(_html, children))}</{tag}>")


def _html(text: str) -> str:
    """Return a text as HTML. `escape` copies what is HTML already: without that, a build takes 3 % less."""
    return text if isinstance(text, Markup) else escape(text)


def _name(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def joined(texts: Iterable[str], separator: str = ", ") -> Markup:
    """Return texts as one, with a separator between them."""
    return Markup(str.join(_html(separator), map(_html, texts)))


def lines(texts: Iterable[str]) -> Markup:
    """Return elements one below the other, so that the words of two of them stay apart in the search index."""
    return Markup(f"\n{joined(texts, chr(10))}\n")


def bullets(items: Iterable[str]) -> Markup:
    """Return a list with bullets."""
    return element("ul", lines(element("li", item) for item in items))


def paragraph(*texts: str) -> Markup:
    """Return a paragraph."""
    return element("p", *texts)


def strong(text: str) -> Markup:
    """Return an important text."""
    return element("strong", text)


def division(css_class: str, *blocks: str, **attributes: str) -> Markup:
    """Return a `div` of a class, with its blocks one below the other."""
    return element("div", lines(blocks), class_=css_class, **attributes)
