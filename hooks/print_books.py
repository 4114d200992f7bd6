"""Prints the handbook as books and sheets when HANDBOOK_PDF asks for it: `make site`, `make pdf`."""

import os
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from handbook.publishing.book import BookPage
from mkdocs_adapter.books import imprint, offers, print_books, will_print
from mkdocs_adapter.build_state import build_state
from mkdocs_adapter.languages import all_languages_built, current_language, is_default_language
from mkdocs_adapter.sheets import print_sheets_beside
from mkdocs_adapter.site import source_path


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Find out, once per build, whether books can be printed here; pages link to them only if they will be."""
    if is_default_language(config):
        extra: Any = config.extra
        extra["books"] = offers(config) if will_print(os.environ) else []
    return config


@event_priority(-100)
def on_nav(nav: Navigation, config: MkDocsConfig, **_: Any) -> Navigation:
    """Keep the navigation of each language: it becomes the chapters of the book."""
    books, language = build_state(config).books, current_language(config)
    books.navigation[language], books.imprints[language] = nav, imprint(config)
    return nav


@event_priority(-100)
def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Keep each rendered page, with its links resolved, if there will be books."""
    if config.extra["books"]:
        language, path = source_path(page)
        build_state(config).books.pages[language, path] = BookPage(path, page.url, html)
    return html


@event_priority(-120)
def on_post_build(config: MkDocsConfig) -> None:
    """Print all editions and sheets when the last language has been built."""
    if all_languages_built(config) and config.extra["books"]:
        with print_sheets_beside(config):
            print_books(config)
