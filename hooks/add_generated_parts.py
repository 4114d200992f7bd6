"""Replaces the markers of a page with their generated parts, in the language being built."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from handbook.pages.compose import compose
from mkdocs_adapter.build_state import build_state
from mkdocs_adapter.site import source_path


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Insert the parts into the Markdown, so that search, the table of contents and books include them."""
    state = build_state(config)
    return compose(markdown, state.page_index, source_path(page)[1], with_sources=bool(state.repository))
