"""Fills in the page numbers behind references, after the pages are laid out.

The text that stands for a number has the width of two digits, so the pages need to be laid out only once; with
`target-counter` in the style sheet, a book with references to later pages is laid out three times.
"""

from collections.abc import Iterator
from typing import Any

UNKNOWN = "00"
"""What the style sheet prints in place of a number, after an arrow or a comma."""
ARROW = "→"
DIGIT = 0.5
"""The width of a digit of the typeface, as a share of its size."""


def fill_in_numbers(document: Any) -> None:
    """Replace the text that stands for the number of a page, in the rendered document of WeasyPrint."""
    numbers = {anchor: number for number, page in enumerate(document.pages, start=1) for anchor in page.anchors}
    for page in document.pages:
        for reference in page._page_box.descendants():
            if reference.element_tag == "a::after" and reference.element.get("class") == "numbered":
                _fill_in(reference, str(numbers[reference.element.get("href")[1:]]))


def _fill_in(reference: Any, number: str) -> None:
    for text in _texts(reference):
        if text.text.endswith(UNKNOWN):
            text.position_x += _shift(text.text, len(UNKNOWN) - len(number)) * text.style["font_size"]
            text.text = text.pango_layout.text = text.text.removesuffix(UNKNOWN) + number


def _shift(text: str, fewer: int) -> float:
    """How far to the right a number with fewer digits stands: a column of numbers is aligned at its end.

    What follows a number behind an arrow stands close to it.
    """
    return DIGIT * (fewer if text == UNKNOWN else max(fewer, 0) if text.startswith(ARROW) else 0)


def _texts(box: Any) -> Iterator[Any]:
    return (child for child in box.descendants() if hasattr(child, "pango_layout"))
