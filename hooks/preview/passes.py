"""One language's pass of a build, kept so that single pages of it can be made again just as the build made them."""

from collections.abc import Collection, Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

# MkDocs' own two steps of a page: a page made alone is then what a build makes of it, whatever plugins do.
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from handbook.pages.index import PageIndex
from mkdocs_adapter.build_state import build_state
from mkdocs_adapter.languages import current_language, i18n

Entries = list[dict[str, Any]]
"""The documents of one page in the search index."""


class FullBuildNeededError(Exception):
    """A page turned out to change more than itself."""


@dataclass(frozen=True, slots=True)
class Pass:
    """What a build had in hand while it made the pages of one language.

    `settings` are those of that language: static-i18n changes them in place from pass to pass, so what it
    changes inside is a copy of its own here.
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
        """Read and render the pages at `paths` anew, and write nothing yet.

        Raises `DoubtError` if a title changed in the making: other pages show it.
        """
        sources = {f"{self.language}/{path}" for path in paths}
        some = [page for page in self.pages if page.file.src_uri in sources]
        titles = [page.title for page in some]
        for page in some:
            _populate_page(page, config, self.files)
        if titles != [page.title for page in some]:
            raise FullBuildNeededError
        return some

    def write(self, config: MkDocsConfig, some: Iterable[Page]) -> dict[str, Entries]:
        """Put pages that were read into the theme and write them; the index's documents of each, by its address."""
        entries = search_index(config).entries
        files = self.files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        found: dict[str, Entries] = {}
        for page in some:
            entries.clear()
            left_out: bool = page.file.inclusion.is_excluded()  # type: ignore[no-untyped-call]  # MkDocs' own gap
            _build_page(page, config, files, self.nav, self.env, excluded=left_out)
            found[page.url] = list(entries)
        return found

    def enter(self, config: MkDocsConfig) -> None:
        """Give a build's configuration the values of this language."""
        i18n(config).current_language = self.language
        config.update(self.settings)


def current_pass(config: MkDocsConfig, env: Any, files: Files) -> Pass:
    """What the build of the current language has, just before it builds the pages."""
    settings = {**config, "theme": deepcopy(config.theme), "extra": deepcopy(config.extra)}
    state = build_state(config)
    assert state.navigation is not None
    return Pass(current_language(config), settings, state.page_index, state.navigation, env, files)


def search_index(config: MkDocsConfig) -> Any:
    """The theme's index in the making: its `entries` are the documents of all pages."""
    plugin: Any = config.plugins["material/search"]
    return plugin.search_index


def search_documents(config: MkDocsConfig, passes: Iterable[Pass], new: Mapping[str, Entries]) -> Entries:
    """The documents of all pages, some replaced, as static-i18n gathers them at the end of a build."""
    plugin = i18n(config)
    old: dict[str, Entries] = {}
    for entry in plugin.search_entries:
        old.setdefault(entry["location"].partition("#")[0], []).append(entry)
    by_page = {**old, **new}
    plugin.search_entries = [entry for one in passes for page in one.pages for entry in by_page.get(page.url, ())]
    documents = search_index(config).entries
    documents[:] = plugin.search_entries
    plugin.reconfigure_search_duplicates(documents)
    return list(documents)
