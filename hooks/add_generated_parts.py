"""Replaces the markers of a page with their generated parts, in the language being built, while pages are rendered."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from handbook.languages.labels import LABELS
from handbook.pages.compose import GeneratedBlocks
from handbook.pages.words.foreign import MarkForeignPhrases
from mkdocs_adapter.build_state import build_state
from mkdocs_adapter.extensions import use_extension
from mkdocs_adapter.languages import current_language
from mkdocs_adapter.narrow_screens import NarrowScreens
from mkdocs_adapter.site import source_path

NARROW_SCREENS = NarrowScreens()
FOREIGN_PHRASES = MarkForeignPhrases()


def on_pre_build(config: MkDocsConfig) -> None:
    """Add the extensions to Python-Markdown, once for all languages of a build."""
    use_extension(config, build_state(config).generated)
    use_extension(config, NARROW_SCREENS)
    use_extension(config, FOREIGN_PHRASES)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Set the page that is rendered next, and name the links to its sections and its folded sections in its language.

    Search, the table of contents and books include the generated parts of the page.
    """
    state, path = build_state(config), source_path(page)[1]
    language = current_language(config)
    config.mdx_configs.setdefault("toc", {})["permalink_title"] = LABELS["section-link"].in_language(language)
    NARROW_SCREENS.show = LABELS["show"].in_language(language)
    FOREIGN_PHRASES.own, FOREIGN_PHRASES.codes = language, state.handbook.languages
    state.generated.page = GeneratedBlocks(state.page_index, path, with_sources=bool(state.repository))


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Add the line above the title of a page: the team of a role."""
    context["eyebrow"] = GeneratedBlocks(build_state(config).page_index, source_path(page)[1]).eyebrow()
    return context
