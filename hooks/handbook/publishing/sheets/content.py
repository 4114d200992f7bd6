"""Turns the article of a page into the content of a sheet: without links, pictures and what only a screen needs."""

from collections.abc import Iterator

from lxml.html import HtmlElement, builder, fragment_fromstring

from ..book.chapters import UNPRINTED
from . import Sheet
from .columns import in_columns

CARD_NOTE = ".//div[contains(@class, 'handbook-card')]/p"
LEFT_OUT = {
    "role": (CARD_NOTE, ".//figure", ".//details"),
    "responsibility": (CARD_NOTE, ".//figure"),
    "matrix": (),
    "team-matrix": (),
    "table": (),
}
"""XPaths of what a sheet has no room for: pictures, and the lists that are folded on the page of a role."""
TABLES = " | ".join(
    f".//div[contains(@class, '{css_class}') and .//tr]"
    for css_class in ("handbook-raci", "handbook-decisions", "handbook-measures")
)


def sheet_content(sheet: Sheet, html: str) -> HtmlElement:
    """The content of a sheet, from the HTML of the article of its page: a `section` whose first child is the title."""
    article = fragment_fromstring(html, create_parent="section")
    for xpath in (*UNPRINTED, *LEFT_OUT[sheet.kind]):
        for element in article.xpath(xpath):
            element.drop_tree()
    for head in article.xpath(".//thead//a"):  # what is turned on its side has to be an element
        head.tag = "span"
    for element in article.xpath(".//a | .//details | .//td/span | .//dd/span"):
        element.drop_tag()
    for element in article.iter():
        element.attrib.pop("id", None)
    return _text(article) if sheet.kind in ("role", "responsibility") else _table(article)


def _text(article: HtmlElement) -> HtmlElement:
    """Title and first paragraphs, then the sections in columns."""
    card = next((index for index, element in enumerate(article) if element.xpath(".//dl")), len(article))
    start = next((index for index, element in enumerate(article) if element.tag == "h2"), len(article))
    opening, facts, rest = article[: min(card, start)], article[card:start], article[start:]
    return builder.SECTION(*opening, in_columns([*facts, *_sections(rest)]))


def _sections(elements: list[HtmlElement]) -> Iterator[HtmlElement]:
    """Each heading with what follows it as a `section`."""
    section: HtmlElement | None = None
    for element in elements:
        if element.tag == "h2" or section is None:
            if section is not None:
                yield section
            section = builder.SECTION()
        section.append(element)
    if section is not None:
        yield section


def _table(article: HtmlElement) -> HtmlElement:
    """Title and tables."""
    return builder.SECTION(*article.xpath("(.//h1)[1]"), *article.xpath(TABLES))
