"""What stands before the text of the book: its cover, the imprint, the contents."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement, builder

from ...languages.labels import LABELS
from ...languages.registry import language
from . import Chapter, Edition, Imprint
from .links import book_id

BREAK = re.compile(r" (?=\w{1,2} )")
"""The space before the first short word of a title, such as „за“, where its second line begins."""


def label(edition: Edition, key: str, **values: str) -> str:
    """A label in the language of an edition."""
    return LABELS[key].format(**values).in_language(edition.language)


def cover(edition: Edition, imprint: Imprint) -> HtmlElement:
    """The cover: firm, title, description, version and date."""
    first, *rest = BREAK.split(imprint.title, maxsplit=1)
    name = builder.P({"class": "name"}, first, *(part for line in rest for part in (builder.BR(), line)))
    paragraphs = [_line("firm", imprint.firm), name, _line("about", imprint.description)]
    paragraphs += [_line("edition", text) for text in _edition(edition, imprint)]
    return builder.SECTION({"class": "cover"}, *(paragraph for paragraph in paragraphs if paragraph.text))


def imprint_page(edition: Edition, imprint: Imprint, changes: str) -> HtmlElement:
    """The page behind the cover: edition, licence, address, how to report a mistake, and how to read the book.

    `changes` is the anchor of the page that says what has changed, or empty.
    """
    lines = [imprint.firm, *_edition(edition, imprint), imprint.licence, imprint.site_url]
    report = label(edition, "book-report", address=imprint.reports) if imprint.reports else label(edition, "book-tell")
    paragraphs = [builder.P(text) for text in (*lines, report) if text]
    if changes:
        link = builder.A({"class": "numbered", "href": f"#{changes}"}, label(edition, "book-changes"))
        paragraphs.append(builder.P(link))
    title = builder.P({"class": "name"}, imprint.title)
    return builder.SECTION(
        {"class": "imprint"}, title, *paragraphs, builder.P({"class": "reading"}, label(edition, "book-numbers"))
    )


def _edition(edition: Edition, imprint: Imprint) -> Iterator[str]:
    """The version and the date of the text, as far as they are known."""
    if imprint.version:
        yield label(edition, "book-version", version=imprint.version)
    if imprint.day:
        yield label(edition, "book-day", day=language(edition.language).date(imprint.day))


def _line(css_class: str, text: str) -> HtmlElement:
    return builder.P({"class": css_class}, text)


def contents(edition: Edition, chapters: tuple[Chapter, ...], index: tuple[str, str]) -> HtmlElement:
    """The chapters and their parts with page numbers; `index` is the anchor and the title of the last chapter."""
    title = builder.H1({"class": "title", "id": "book:contents"}, label(edition, "book-contents"))
    return builder.SECTION({"class": "contents"}, title, *_entries(chapters, 1), _entry(*index, 1))


def _entries(chapters: tuple[Chapter, ...], level: int) -> Iterator[HtmlElement]:
    for chapter in chapters:
        yield _entry(chapter_id(chapter), chapter.title, level)
        yield from _entries(chapter.parts, level + 1)


def _entry(id_: str, title: str, level: int) -> HtmlElement:
    return builder.P({"class": f"entry level-{level}"}, builder.A({"class": "numbered"}, title, href=f"#{id_}"))


def chapter_id(chapter: Chapter) -> str:
    """The id of a chapter; one without a page of its own gets it from the first page in it."""
    return book_id(chapter.book_page.path) if chapter.book_page else f"before:{book_id(next(chapter.pages).path)}"
