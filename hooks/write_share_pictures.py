"""Draws the pictures of shared links, one for each page, where the site has an address and its books are printed."""

import os
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_adapter.books import fonts
from mkdocs_adapter.build_state import build_state
from mkdocs_adapter.languages import current_language
from mkdocs_adapter.site import source_path

FONT = "handbook-sans.woff2"


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Pass the full address of the picture of a page; a notice in place of a page has none."""
    language, path = source_path(page)
    drawn = _draws(config) and build_state(config).handbook.page(language, path)
    context["share_picture"] = f"{str(config.site_url).rstrip('/')}/{_file(language, path)}" if drawn else ""
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Draw the pictures of the language just built."""
    if not _draws(config):
        return
    from handbook.publishing.web.share_picture import share_picture  # Pillow comes with what printing needs

    font = fonts(config) / FONT
    for page in build_state(config).handbook.in_language(current_language(config)):
        file, description = Path(config.site_dir, _file(page.language, page.path)), page.front.description or ""
        file.parent.mkdir(parents=True, exist_ok=True)
        team = page.path.partition("/")[0]
        file.write_bytes(share_picture(font, page.title, description, config.site_name, team))


def _draws(config: MkDocsConfig) -> bool:
    """Return whether pictures are drawn: other sites show them only by their full address."""
    return bool(config.site_url and os.environ.get("HANDBOOK_PDF") and find_spec("PIL"))


def _file(language: str, path: str) -> str:
    return f"assets/share/{language}/{path.removesuffix('.md')}.png"
