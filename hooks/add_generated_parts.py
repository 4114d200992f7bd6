"""Puts cards, matrices, lists and backlinks where they belong, in the language being built."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from handbook.pages.compose import compose


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Weave the parts into the Markdown, so that search, table of contents and print have them."""
    path = page.file.src_uri.partition("/")[2]
    return compose(markdown, config["loom"], path, marked=bool(config.get("repository")))
