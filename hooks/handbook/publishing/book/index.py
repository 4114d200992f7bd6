"""The index at the end of the book: every name of a role, responsibility or term, and the page that explains it."""

from collections.abc import Iterator
from itertools import groupby

from lxml.html import HtmlElement, builder

from ...crosslinks.lexicons import GLOSSARY
from ...languages.labels import LABELS
from ...model.handbook import Handbook
from . import BookPage, Chapter, Edition
from .chapters import printed_chapter
from .links import BookLinks, book_id

PAGE = "a-z.md"
"""The page of the site that has the list of all names alone; the index stands in its place."""


def index_page(chapters: tuple[Chapter, ...]) -> BookPage | None:
    """The page of the site in whose place the index stands; None if there is none."""
    pages = (book_page for chapter in chapters for book_page in chapter.pages)
    return next((book_page for book_page in pages if book_page.path == PAGE), None)


def without(chapters: tuple[Chapter, ...], book_page: BookPage | None) -> tuple[Chapter, ...]:
    """The chapters without those of one page."""
    return tuple(
        Chapter(chapter.title, chapter.book_page, without(chapter.parts, book_page))
        for chapter in chapters
        if not book_page or chapter.book_page != book_page
    )


def index_id(book_page: BookPage | None) -> str:
    """The anchor of the index: that of the page in whose place it stands, so that links to the page lead there."""
    return book_id(book_page.path) if book_page else "book:index"


def printed_index(
    handbook: Handbook, edition: Edition, book_page: BookPage | None, links: BookLinks, paths: frozenset[str]
) -> HtmlElement:
    """The names of everything on the pages with these paths, in the alphabetical order of the edition."""
    if book_page:
        section = printed_chapter(book_page, 1, links)
    else:
        label = LABELS["book-index"].in_language(edition.language)
        section = builder.SECTION(builder.H1({"class": "title", "id": index_id(None)}, label))
    section.set("class", "leaf chapter index")
    section.append(builder.DIV({"class": "columns"}, *_groups(edition, _names(handbook, edition, links, paths))))
    return section


def _names(handbook: Handbook, edition: Edition, links: BookLinks, paths: frozenset[str]) -> set[tuple[str, str]]:
    """Each name with the anchor of what it names; the same name in other letters counts once."""
    found = {(name.casefold(), anchor): name for name, anchor in _all_names(handbook, edition, links, paths)}
    return {(name, anchor) for (_, anchor), name in found.items()}


def _all_names(
    handbook: Handbook, edition: Edition, links: BookLinks, paths: frozenset[str]
) -> Iterator[tuple[str, str]]:
    for entry in handbook.facts.entries:
        page = handbook.page(edition.language, entry.page)
        if page and page.path in paths:
            others = (*page.front.aliases, page.front.source_title, page.front.title_f, page.title)
            yield from ((name, book_id(page.path)) for name in others if name)
    if GLOSSARY in paths:
        terms = handbook.page(edition.language, GLOSSARY)
        for heading in terms.outline.headings if terms else ():
            if heading.id and heading.level > 1:
                yield heading.text, book_id(GLOSSARY, heading.id)


def _groups(edition: Edition, names: set[tuple[str, str]]) -> Iterator[HtmlElement]:
    """A heading for each letter, and the names that begin with it."""
    ordered = sorted(names, key=lambda entry: (edition.sort_key(entry[0]), entry))
    for letter, group in groupby(ordered, lambda entry: initial(edition, entry[0])):
        yield builder.H2({"class": "own"}, letter)
        yield from (
            builder.P({"class": "entry"}, builder.A({"class": "numbered"}, name, href=f"#{id_}")) for name, id_ in group
        )


def initial(edition: Edition, name: str) -> str:
    """The letter that a name is listed under; a digraph (Nj) is one letter."""
    letter = name[0].upper()
    return edition.respell(letter).capitalize() if edition.respell else letter
