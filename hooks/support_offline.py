"""Builds the copy that opens from a folder, without a server, when HANDBOOK_OFFLINE is set: `make offline`."""

import os

from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Link to the file of each page, and leave out the 404 page, as only a server shows it."""
    if os.environ.get("HANDBOOK_OFFLINE"):
        config.use_directory_urls = False
        config.theme.static_templates.discard("404.html")
    return config
