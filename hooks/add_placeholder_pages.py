"""Adds a placeholder for each page that one language lacks, with a link to the other, or that is not to be shown."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from handbook.pages.context import PageContext
from handbook.pages.notices import placeholder_page, withheld_page
from mkdocs_adapter.build_state import build_state
from mkdocs_adapter.site import source_path


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the missing pages before static-i18n sorts the files by language; leave out files that may run programs."""
    handbook = build_state(config).handbook
    for file in (*files.static_pages(), *files.media_files()):
        if f"docs/{file.src_uri}" in handbook.withheld:
            files.remove(file)
    for language, path in handbook.missing:
        files.append(File(f"{language}/{path}", config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


def on_page_read_source(page: Page, config: MkDocsConfig, **_: Any) -> str | None:
    """Write the text of a page that has no file, or that is not shown, as after an error in a preview."""
    handbook = build_state(config).handbook
    language, path = source_path(page)
    context = PageContext(handbook, language, path, config.use_directory_urls)
    if f"docs/{language}/{path}" in handbook.withheld:
        return withheld_page(context)
    if elsewhere := handbook.fallback(language, path):
        return placeholder_page(context, elsewhere)
    return None


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Let the edit link of a placeholder open the page that exists."""
    language, path = source_path(page)
    elsewhere = build_state(config).handbook.fallback(language, path)
    if elsewhere and page.edit_url:
        page.edit_url = page.edit_url.replace(f"/{language}/{path}", f"/{elsewhere.language}/{path}")
    return context
