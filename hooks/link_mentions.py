"""Turns the first mention of a role, a responsibility or a term into a link, while pages are rendered."""

from functools import partial
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from handbook.pages.index import mention_links
from mkdocs_adapter.build_state import build_state
from mkdocs_adapter.extensions import use_extension
from mkdocs_adapter.site import source_path


def on_pre_build(config: MkDocsConfig) -> None:
    """Add the extension to Python-Markdown, once for all languages of a build."""
    use_extension(config, build_state(config).mentions)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Set the page that is rendered next; MkDocs checks the links of the extension like all others."""
    state = build_state(config)
    state.mentions.find = partial(mention_links, state.page_index, source_path(page)[1])
