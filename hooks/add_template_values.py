"""Computes the values that the templates need beyond those of MkDocs, so that templates call no methods."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from handbook.languages.labels import LABELS
from handbook.publishing.web.sitemap import alternates
from mkdocs_adapter.build_state import build_state
from mkdocs_adapter.languages import current_language, is_default_language
from mkdocs_adapter.navigation import near_navigation
from mkdocs_adapter.site import site_root, source_path


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Add the addresses of a page, whether search engines may list it, its navigation, team and folder."""
    handbook, (language, path) = build_state(config).handbook, source_path(page)
    context["alternates"] = alternates(handbook, path, config.site_url) if config.site_url else {}
    context["listed"] = bool(handbook.page(language, path)) and not config.extra.get("noindex")
    context["nav"] = near_navigation(context["nav"], page)
    context["team"] = path.partition("/")[0]
    context["front_page"] = path == "index.md"
    context["beside_label"] = LABELS["beside"].in_language(language)
    context["language_folder"] = "" if is_default_language(config) else f"{current_language(config)}/"
    return context


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Add the address of the site's root, for pages that can be shown at any address."""
    context["site_root"] = site_root(config)
    return context
