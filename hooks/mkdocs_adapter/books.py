"""Printing the books of a build: the navigation as chapters, and the imprint."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Section

from handbook.model.errors import HandbookError
from handbook.publishing.book import BookPage, Chapter, Imprint, PrintableBook, editions
from handbook.publishing.book.printer import missing_libraries, print_all
from handbook.reading.git_history import text_date

from .build_state import build_state
from .failures import FailedError
from .theme import firm_style


def will_print(environment: Mapping[str, str]) -> bool:
    """Return whether HANDBOOK_PDF asks for books and they can be printed here; if they cannot, say so.

    Raises `FailedError` if they cannot be printed but must be: HANDBOOK_PDF is `required`, or CI is set.
    """
    requested = environment.get("HANDBOOK_PDF")
    missing = missing_libraries() if requested else ""
    if missing and (requested == "required" or environment.get("CI")):
        raise FailedError(missing)
    if missing:
        click.echo(f"{missing} The site is built without it.", err=True)
    return bool(requested and not missing)


def print_books(config: MkDocsConfig) -> None:
    """Print every edition into the built site, and say which is done.

    Raises `FailedError` if a book cannot be printed.
    """
    click.echo("Printing the books …", err=True)
    try:
        for file in print_all(printable_books(config)):
            click.echo(f"Printed {file.relative_to(config.site_dir).as_posix()}.", err=True)
    except HandbookError as error:
        raise FailedError(str(error)) from None


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
        licence=config.copyright or "",
        reports=config.repo_url or "",
        style=firm_style(config.theme) or "",
    )


def fonts(config: MkDocsConfig) -> Path:
    """The folder of the font files."""
    return Path(config.theme.custom_dir or "", "assets/fonts")


def printable_books(config: MkDocsConfig) -> dict[Path, PrintableBook]:
    """Every edition as HTML, by the path of its PDF."""
    from handbook.publishing.book.document import printable_book  # a build without books needs none of it

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
        return Chapter(_text(item.title), None, tuple(parts))
    path = item.file.src_uri.partition("/")[2]
    return Chapter(_text(item.title), pages[code, path])


def _text(title: str) -> str:
    """A title as text: MkDocs has titles as HTML."""
    return Markup(title).unescape()
