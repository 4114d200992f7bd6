"""Publishes the handbook as data beside the site, for spreadsheets and other tools."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from handbook.publishing.data import files


def on_post_build(config: MkDocsConfig) -> None:
    """Write `data/`, once, in the default language's pass: the data holds every language."""
    i18n: Any = config.plugins["i18n"]
    if i18n.current_language == i18n.default_language:
        for path, text in files(config["handbook"]):
            file = Path(config.site_dir, "data", path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="")
