"""Adds a footer to each page: who maintains it, when its text last changed, and where to report a mistake."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from handbook.pages.context import PageContext
from handbook.pages.footer import FooterInput, footer
from mkdocs_adapter.build_state import build_state
from mkdocs_adapter.site import source_path


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Pass the footer to `partials/source-file.html`, the theme's template for the end of a page."""
    state, source = build_state(config), f"docs/{page.file.src_uri}"
    language, path = source_path(page)
    known = FooterInput(
        changed=state.last_changes.get(source),
        address=page.canonical_url or source,
        repository=state.repository,
        editing=bool(state.repository) or state.previewing,
        previewing=state.previewing,
        read=state.last_readings.get(path),
    )
    context["footer"] = footer(PageContext(state.handbook, language, path, config.use_directory_urls), known)
    return context
