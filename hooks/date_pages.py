"""Dates each page by the last change of its text, so that a build of one commit has the same bytes on every day."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from handbook.reading.git_history import EARLIEST, fault, last_changes
from mkdocs_adapter.build_state import build_state
from mkdocs_adapter.languages import is_default_language
from mkdocs_adapter.site import root


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the dates of all pages from git, once per build; say so if git cannot be asked."""
    if is_default_language(config):
        build_state(config).last_changes = last_changes(root(config), "docs")
        if note := fault(root(config)):
            click.echo(note, err=True)
    return config


def on_pre_page(page: Page, config: MkDocsConfig, **_: Any) -> Page:
    """Replace the day of the build, from which MkDocs takes the time in `sitemap.xml.gz`."""
    page.update_date = _dates(config).get(f"docs/{page.file.src_uri}", EARLIEST).isoformat()
    return page


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Pass the dates to `sitemap.xml`, which leaves out those that are unknown."""
    context["last_changes"] = _dates(config)
    return context


def _dates(config: MkDocsConfig) -> Mapping[str, date]:
    """Return the dates for the site map; none in a preview, which builds single pages without the site map."""
    state = build_state(config)
    return {} if state.previewing else state.last_changes
