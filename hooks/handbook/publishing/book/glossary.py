"""The glossary of the book: its terms in alphabetical order, each with its explanation in one block."""

from collections.abc import Iterator
from itertools import pairwise

from lxml.html import HtmlElement, builder

from . import Edition


def sort_terms(section: HtmlElement, edition: Edition) -> None:
    """Put the terms of a printed glossary, with all that follows each heading, in the order of the edition."""
    terms = list(_terms(section))
    terms.sort(key=lambda term: edition.sort_key(term[0].text_content()))
    section.append(builder.DIV({"class": "terms"}, *(builder.DIV({"class": "term"}, *term) for term in terms)))


def _terms(section: HtmlElement) -> Iterator[list[HtmlElement]]:
    """Each heading below the title, with the elements up to the next one."""
    elements = list(section)
    starts = [number for number, element in enumerate(elements) if "own" in element.get("class", "").split()]
    for start, end in pairwise([*starts, len(elements)]):
        yield elements[start:end]
