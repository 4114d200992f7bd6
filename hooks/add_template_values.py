"""Computes the values that the templates need beyond those of MkDocs, so that templates call no methods."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_adapter.languages import current_language, default_language, is_default_language
from mkdocs_adapter.navigation import near_navigation
from mkdocs_adapter.site import site_root, source_path


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Add the page's addresses, the navigation near it, its team, its language's folder, and if it is the first."""
    context["alternates"] = _alternates(page, config)
    context["nav"] = near_navigation(context["nav"], page)
    path = source_path(page)[1]
    context["team"] = path.partition("/")[0]
    context["front_page"] = path == "index.md"
    context["language_folder"] = "" if is_default_language(config) else f"{current_language(config)}/"
    return context


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Add the address of the site's root, for pages that can be shown at any address."""
    context["site_root"] = site_root(config)
    return context


def _alternates(page: Page, config: MkDocsConfig) -> list[dict[str, str]]:
    file: Any = page.file
    home = (config.site_url or "").rstrip("/")
    addresses = {code: f"{home}/{page_file.url.removeprefix('./')}" for code, page_file in file.alternates.items()}
    if default := addresses.get(default_language(config)):
        addresses["x-default"] = default
    return [{"language": code, "address": address} for code, address in addresses.items()]
