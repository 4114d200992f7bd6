"""The index of the theme's search plugin, filled by `handbook.publishing.search_sections` instead."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from handbook.publishing.search_sections import SearchSection, joined, search_sections

Entries = list[dict[str, Any]]
"""The documents of search: location, title, text, and sometimes a boost."""


class SearchEntries:
    """What the theme's search plugin and static-i18n use of an index: it collects the documents of pages."""

    def __init__(self) -> None:
        self.entries: Entries = []

    def add_entry_from_context(self, page: Page) -> None:
        """Add a page, section by section, unless its front matter excludes it."""
        search = page.meta.get("search") or {}
        if not search.get("exclude"):
            boost = {"boost": search["boost"]} if "boost" in search else {}
            sections = search_sections(page.content or "")
            self.entries += [{**_document(page, section), **boost} for section in sections]

    def generate_search_index(self, previous: object) -> str:
        """Return nothing: the hook `write_search_indexes` writes an index for each language."""
        return ""


def _document(page: Page, section: SearchSection) -> dict[str, Any]:
    return {
        "location": f"{page.url}#{section.id}" if section.id else page.url,
        "title": joined(section.title) or str(page.title),
        "text": joined(section.text),
    }


def use_search_entries(config: MkDocsConfig) -> None:
    """Let the search plugin of a language collect its documents here."""
    plugin: Any = config.plugins["material/search"]
    plugin.search_index = SearchEntries()


def search_entries(config: MkDocsConfig) -> Entries:
    """Return the documents of the language being built; of all languages once the last one is built."""
    plugin: Any = config.plugins["material/search"]
    entries: Entries = plugin.search_index.entries
    return entries
