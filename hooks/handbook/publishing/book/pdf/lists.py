"""The lists of a rendered book by kind: the printed file has one tag for all of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure import boxes

LISTS = ("ol", "ul", "dl")
TERMS = ("dt", "dd")
INLINE = (boxes.LineBox, boxes.TextBox)
"""Boxes that carry the tag of the element they are in, and are no such element."""


@dataclass(frozen=True, slots=True)
class ListKind:
    """A list, or the part of it on one page: its HTML tag and, of a definition list, the tags of its items."""

    tag: str
    items: tuple[str, ...] = ()


def list_kinds(document: Any) -> tuple[ListKind, ...]:
    """The lists of a rendered document of WeasyPrint, in the order in which it tags them."""
    found = (box for page in document.pages for box in page._page_box.descendants(placeholders=True))
    lists = (box for box in found if box.element_tag in LISTS and not isinstance(box, INLINE))
    return tuple(ListKind(box.element_tag, tuple(_items(box))) for box in lists)


def _items(box: Any) -> Iterator[str]:
    """The tags of the terms and explanations directly in a list."""
    for child in box.children:
        if child.element_tag in TERMS:
            yield child.element_tag
        elif isinstance(child, boxes.LineBox):
            yield from _items(child)
