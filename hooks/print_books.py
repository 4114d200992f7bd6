"""Prints the handbook as a PDF book for each edition if HANDBOOK_PDF is set: `make site`, `make pdf`.

The pages of the books are collected in the build state as each page is rendered.
"""

import gc
import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from handbook.model.errors import HandbookError
from handbook.publishing.book import BookPage, Chapter, Edition, Imprint, editions
from handbook.publishing.book.document import printable_book
from handbook.publishing.book.printer import missing_libraries, print_pdf
from handbook.reading.git_history import day_of_text
from mkdocs_adapter.build_state import build_state
from mkdocs_adapter.languages import all_languages_built, current_language, is_default_language
from mkdocs_adapter.site import source_path


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check once whether books can be printed; pages link to books only if they can."""
    mode = os.environ.get("HANDBOOK_PDF")
    if not is_default_language(config):
        return config
    missing = missing_libraries() if mode else ""
    if missing and (mode == "required" or os.environ.get("CI")):
        raise Abort(missing)
    if missing:
        click.echo(f"{missing} The site is built without it.", err=True)
    extra: Any = config.extra
    extra["books"] = (
        [_offer(edition) for edition in editions(build_state(config).handbook.languages)]
        if mode and not missing
        else []
    )
    return config


def _offer(edition: Edition) -> dict[str, str]:
    """Return the values with which templates link to a book."""
    return {"language": edition.language, "file": edition.file, "label": edition.printed.label}


@event_priority(-100)
def on_nav(nav: Navigation, config: MkDocsConfig, **_: Any) -> Navigation:
    """Keep the navigation of each language, from which the chapters of the book are made."""
    state, language = build_state(config), current_language(config)
    state.books.navigation[language] = nav
    state.books.imprints[language] = Imprint(
        title=str(config.site_name),
        description=config.site_description or "",
        firm=config.extra.get("firm", ""),
        version=config.extra.get("edition", ""),
        day=day_of_text(state.handbook.root, os.environ),
        site_url=config.site_url or "",
    )
    return nav


@event_priority(-100)
def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Keep the HTML of each page, in which links are resolved."""
    language, path = source_path(page)
    build_state(config).books.pages[language, path] = BookPage(path, page.url, html)
    return html


@event_priority(-120)
def on_post_build(config: MkDocsConfig) -> None:
    """Print all editions in parallel, each in its own process, when the last language is built."""
    if not all_languages_built(config) or not config.extra["books"]:
        return
    try:
        print_all(config)
    except HandbookError as error:
        raise Abort(str(error)) from None


def print_all(config: MkDocsConfig) -> None:
    """Assemble and print every edition."""
    books, fonts = build_state(config).books, Path(config.theme.custom_dir or "", "assets/fonts")
    # A process prints one book and ends; the garbage collector would take a sixth of its time and free little memory.
    with ProcessPoolExecutor(mp_context=get_context("spawn"), initializer=gc.disable) as processes:
        printing = []
        for edition in editions(build_state(config).handbook.languages):
            code = edition.language
            chapters = tuple(chapter(item, books.pages, code) for item in books.navigation[code].items)
            book = printable_book(build_state(config).handbook, edition, chapters, books.imprints[code])
            printing.append(processes.submit(print_pdf, book, fonts, Path(config.site_dir, edition.file)))
        for future in printing:
            future.result()


def chapter(item: Any, pages: dict[tuple[str, str], BookPage], code: str) -> Chapter:
    """Return the chapter of a section or page of the navigation; an index page becomes the text of its section."""
    if isinstance(item, Section):
        parts = [chapter(child, pages, code) for child in item.children]
        first = parts[0]
        if first.book_page and first.book_page.path.endswith("index.md"):
            return Chapter(first.title, first.book_page, tuple(parts[1:]))
        return Chapter(item.title, None, tuple(parts))
    path = item.file.src_uri.partition("/")[2]
    return Chapter(str(item.title), pages[code, path])
