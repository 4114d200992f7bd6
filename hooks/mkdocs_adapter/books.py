"""What MkDocs knows of the books: the navigation as chapters, and the imprint."""

import os
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Section

from handbook.publishing.book import BookPage, Chapter, Imprint, PrintableBook, editions
from handbook.publishing.book.document import printable_book
from handbook.reading.git_history import text_date

from .build_state import build_state


def offers(config: MkDocsConfig) -> list[dict[str, str]]:
    """What templates need to link each book: language, file, label."""
    return [
        {"language": edition.language, "file": edition.file, "label": edition.printed.label}
        for edition in editions(build_state(config).handbook.languages)
    ]


def imprint(config: MkDocsConfig) -> Imprint:
    """What the cover of a book says, from the settings in the language being built."""
    return Imprint(
        title=str(config.site_name),
        description=config.site_description or "",
        firm=config.extra.get("firm", ""),
        version=config.extra.get("edition", ""),
        day=text_date(build_state(config).handbook.root, os.environ),
        site_url=config.site_url or "",
    )


def fonts(config: MkDocsConfig) -> Path:
    """The folder of the font files."""
    return Path(config.theme.custom_dir or "", "assets/fonts")


def printable_books(config: MkDocsConfig) -> dict[Path, PrintableBook]:
    """Every edition as HTML, by the path of its PDF."""
    state = build_state(config)
    books: dict[Path, PrintableBook] = {}
    for edition in editions(state.handbook.languages):
        code = edition.language
        chapters = tuple(_chapter(item, state.books.pages, code) for item in state.books.navigation[code].items)
        book = printable_book(state.handbook, edition, chapters, state.books.imprints[code])
        books[Path(config.site_dir, edition.file)] = book
    return books


def _chapter(item: Any, pages: dict[tuple[str, str], BookPage], code: str) -> Chapter:
    """A section or page of the navigation; an index page becomes the section itself."""
    if isinstance(item, Section):
        parts = [_chapter(child, pages, code) for child in item.children]
        first = parts[0]
        if first.book_page and first.book_page.path.endswith("index.md"):
            return Chapter(first.title, first.book_page, tuple(parts[1:]))
        return Chapter(item.title, None, tuple(parts))
    path = item.file.src_uri.partition("/")[2]
    return Chapter(str(item.title), pages[code, path])
