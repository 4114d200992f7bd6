"""Lets the old addresses of pages that have moved answer: each leads on to the page, in its language."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from handbook.publishing.redirects import redirects


def on_post_build(config: MkDocsConfig) -> None:
    """Write them beside the pages of the language just built; no page, they are in neither search nor site map."""
    i18n: Any = config.plugins["i18n"]
    page_inputs = redirects(config["handbook"], i18n.current_language, config.use_directory_urls, config.site_url or "")
    for path, text in page_inputs:
        file = Path(config.site_dir, path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
