"""Builds the copy that opens from a folder, without a server, when HANDBOOK_OFFLINE is set: `make offline`."""

import os
from typing import Any

from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Link to the file of each page, and add a replacement for web workers, which `file://` does not allow.

    The 404 page is left out, as only a server shows it.
    """
    if os.environ.get("HANDBOOK_OFFLINE"):
        extra: Any = config.extra
        config.use_directory_urls = False
        config.theme.static_templates.discard("404.html")
        extra["polyfills"] = ["assets/javascripts/frame-worker.js", *extra.get("polyfills", ())]
    return config
