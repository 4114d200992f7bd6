"""Adds a footer to each page: who maintains it, when its text last changed, and where to report a mistake."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_datetime

from handbook.pages.context import PageContext
from handbook.pages.footer import FooterInput, footer
from handbook.reading.git_history import last_changes
from mkdocs_adapter.build_state import build_state
from mkdocs_adapter.languages import is_default_language
from mkdocs_adapter.site import root, source_path


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the dates of all pages from git, once per build."""
    if is_default_language(config):
        build_state(config).last_changes = last_changes(root(config), "docs")
    return config


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Pass the footer to `partials/source-file.html`, the theme's template for the end of a page."""
    state, source = build_state(config), f"docs/{page.file.src_uri}"
    known = FooterInput(
        today=get_build_datetime().date(),
        changed=state.last_changes.get(source),
        address=page.canonical_url or source,
        repository=state.repository,
        editing=bool(state.repository) or state.previewing,
    )
    context["footer"] = footer(PageContext(state.handbook, *source_path(page)), known)
    return context
