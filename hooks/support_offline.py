"""Builds the copy that opens from a folder, without a server, when HANDBOOK_OFFLINE is set: `make offline`."""

import os
from typing import Any

from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Name the file of each page in links, and add a replacement for web workers, which `file://` does not allow.

    Without a server there is no 404 page.
    """
    if os.environ.get("HANDBOOK_OFFLINE"):
        extra: Any = config.extra
        config.use_directory_urls = False
        config.theme.static_templates.discard("404.html")
        extra["polyfills"] = ["assets/javascripts/frame-worker.js", *extra.get("polyfills", ())]
    return config
