"""Links the sheets that are printed beside the titles of their pages."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from handbook.languages.labels import LABELS
from handbook.publishing.sheets.links import sheet_links
from mkdocs_adapter.build_state import build_state
from mkdocs_adapter.site import source_path


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Pass the links to the sheets of a page to `partials/sheets.html`; none if nothing is printed."""
    handbook, (language, path) = build_state(config).handbook, source_path(page)
    known = handbook.page(language, path) if config.extra["books"] else None
    context["sheets"] = list(sheet_links(handbook, known)) if known else []
    context["sheets_label"] = LABELS["take-along"].in_language(language)
    return context
