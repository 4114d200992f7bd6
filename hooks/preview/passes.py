"""One language's pass of a build, kept so that single pages of it can be rebuilt exactly as the build made them."""

from collections.abc import Collection, Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

# The two steps by which MkDocs builds a page: a page that is built alone then equals that of a full build.
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from handbook.pages.index import PageIndex
from mkdocs_adapter.build_state import build_state
from mkdocs_adapter.languages import current_language, i18n
from mkdocs_adapter.search import Entries, search_entries


class FullBuildNeededError(Exception):
    """A change affects more than the pages that were to be rebuilt."""


@dataclass(frozen=True, slots=True)
class LanguagePass:
    """The state of a build while it made the pages of one language.

    `settings` are the build's settings in that language. The parts of them that static-i18n changes in place from
    pass to pass are copies.
    """

    language: str
    settings: Mapping[str, Any]
    index: PageIndex
    nav: Navigation
    env: Any
    files: Files

    @property
    def pages(self) -> list[Page]:
        """The pages in the order in which they are built."""
        files = self.files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        return [file.page for file in files if file.page]

    def read(self, config: MkDocsConfig, paths: Collection[str]) -> list[Page]:
        """Read and render the pages at `paths` again, without writing them.

        Raises `FullBuildNeededError` if a title changes, as other pages show it.
        """
        sources = {f"{self.language}/{path}" for path in paths}
        pages = [page for page in self.pages if page.file.src_uri in sources]
        titles = [page.title for page in pages]
        for page in pages:
            _populate_page(page, config, self.files)
        if titles != [page.title for page in pages]:
            raise FullBuildNeededError
        return pages

    def write(self, config: MkDocsConfig, pages: Iterable[Page]) -> dict[str, Entries]:
        """Write rendered pages with the theme; return the search documents of each page by its URL."""
        entries = search_entries(config)
        files = self.files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        documents: dict[str, Entries] = {}
        for page in pages:
            entries.clear()
            excluded: bool = page.file.inclusion.is_excluded()  # type: ignore[no-untyped-call]  # MkDocs has no type here
            _build_page(page, config, files, self.nav, self.env, excluded=excluded)
            documents[page.url] = list(entries)
        return documents

    def enter(self, config: MkDocsConfig) -> None:
        """Set the configuration of a build to the values of this language."""
        i18n(config).current_language = self.language
        config.update(self.settings)


def current_pass(config: MkDocsConfig, env: Any, files: Files) -> LanguagePass:
    """Return the pass of the current language, just before its pages are built."""
    settings = {**config, "theme": deepcopy(config.theme), "extra": deepcopy(config.extra)}
    state = build_state(config)
    assert state.navigation is not None
    return LanguagePass(current_language(config), settings, state.page_index, state.navigation, env, files)


def search_documents(config: MkDocsConfig, passes: Iterable[LanguagePass], new: Mapping[str, Entries]) -> Entries:
    """Return the search documents of all pages, with those of rebuilt pages (by URL) replaced, as a full build does."""
    plugin = i18n(config)
    old: dict[str, Entries] = {}
    for entry in plugin.search_entries:
        old.setdefault(entry["location"].partition("#")[0], []).append(entry)
    by_url = {**old, **new}
    pages = (page for language_pass in passes for page in language_pass.pages)
    plugin.search_entries = [entry for page in pages for entry in by_url.get(page.url, ())]
    return list(plugin.search_entries)
