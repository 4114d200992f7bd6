"""Gives a page that one language lacks a short notice there, instead of nothing or silent foreign text."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from handbook.pages.context import PageContext
from handbook.pages.notices import notice


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Announce the missing pages of every language before static-i18n sorts the files by language."""
    for language, path in config["handbook"].missing:
        files.append(File(f"{language}/{path}", config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


def on_page_read_source(page: Page, config: MkDocsConfig, **_: Any) -> str | None:
    """Write the notice of a page that has no file."""
    language, _slash, path = page.file.src_uri.partition("/")
    if elsewhere := config["handbook"].instead(language, path):
        return notice(PageContext(config["handbook"], language, path, config.use_directory_urls), elsewhere)
    return None


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Let the pencil of a notice open the page that exists."""
    language, _slash, path = page.file.src_uri.partition("/")
    elsewhere = config["handbook"].instead(language, path)
    if elsewhere and page.edit_url:
        page.edit_url = page.edit_url.replace(f"/{language}/{path}", f"/{elsewhere.language}/{path}")
    return context
