"""Makes the copy that opens from a folder by double click, when HANDBOOK_OFFLINE is set: `make offline`."""

import os
from typing import Any

from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Name every page's file in its links, and bring what stands in for workers, which folders do not have.

    A folder answers no lost reader, so there is no page for them.
    """
    if os.environ.get("HANDBOOK_OFFLINE"):
        extra: Any = config.extra
        config.use_directory_urls = False
        config.theme.static_templates.discard("404.html")
        extra["polyfills"] = ["assets/javascripts/frame-worker.js", *extra.get("polyfills", ())]
    return config
