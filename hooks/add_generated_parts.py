"""Replaces the markers of a page with their generated parts, in the language being built, while pages are rendered."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from handbook.languages.labels import LABELS
from handbook.pages.compose import GeneratedBlocks
from mkdocs_adapter.build_state import build_state
from mkdocs_adapter.extensions import use_extension
from mkdocs_adapter.languages import current_language
from mkdocs_adapter.site import source_path
from mkdocs_adapter.stack_tables import StackTables

STACK_TABLES = StackTables()


def on_pre_build(config: MkDocsConfig) -> None:
    """Add the extensions to Python-Markdown, once for all languages of a build."""
    use_extension(config, build_state(config).generated)
    use_extension(config, STACK_TABLES)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Set the page that is rendered next, and name the links to its sections in its language.

    Search, the table of contents and books include the generated parts of the page.
    """
    state, path = build_state(config), source_path(page)[1]
    config.mdx_configs.setdefault("toc", {})["permalink_title"] = LABELS["section-link"].in_language(
        current_language(config)
    )
    state.generated.page = GeneratedBlocks(state.page_index, path, with_sources=bool(state.repository))
