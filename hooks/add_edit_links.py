"""Adds links that open the source of a page or of a generated part on the host, if a repository is set."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from handbook.model.forge import repository
from handbook.pages.edit_links import with_edit_links
from mkdocs_adapter.build_state import build_state
from mkdocs_adapter.site import source_path


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Set MkDocs' edit address for the host; a template that the firm has set stays as it is."""
    state = build_state(config)
    if not state.repository:
        edit_uri = "" if config.edit_uri_template else config.edit_uri
        state.repository = found = repository(config.repo_url or "", edit_uri or "")
        if found:
            config.repo_url, config.edit_uri_template = found.url, found.pages
        elif not config.repo_url:
            config.edit_uri = config.edit_uri_template = None
    return config


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Add the edit links of generated parts, after the search index has taken the text."""
    found = build_state(config).repository
    if found and page.content:
        page.content = with_edit_links(page.content, found, source_path(page)[0])
    return context
