"""Leads every pencil to the file behind it on the host of the handbook, and leaves them out without a repository."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from handbook.model.forge import repository
from handbook.pages.edit_links import with_edit_links


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Tell MkDocs how the host opens a page; a template of the firm's own stays as it is."""
    if "repository" not in config:
        ways = "" if config.edit_uri_template else config.edit_uri
        config["repository"] = kept = repository(config.repo_url or "", ways or "")
        if kept:
            config.repo_url, config.edit_uri_template = kept.url, kept.pages
        elif not config.repo_url:
            config.edit_uri = config.edit_uri_template = None
    return config


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Give the generated parts their pencils, after the search index has taken the text."""
    if config["repository"] and page.content:
        page.content = with_edit_links(page.content, config["repository"], page.file.src_uri.partition("/")[0])
    return context
