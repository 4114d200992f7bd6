"""Loads the handbook once per build and checks it: errors stop the build before anything is written.

With HANDBOOK_PREVIEW set, errors are reported and the build goes on: for the preview of a proposal.
"""

from mkdocs.config.defaults import MkDocsConfig

from handbook.pages.index import page_index
from mkdocs_adapter.build_state import build_state, has_started
from mkdocs_adapter.languages import current_language
from mkdocs_adapter.loading import load

serving = False
"""Whether this run is a preview; MkDocs reports it before there is a configuration in which to keep it."""


def on_startup(command: str, dirty: bool) -> None:
    """Note whether this run is a preview, which shows errors and does not stop on them."""
    global serving
    serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check while the first language is configured; later languages use the same state."""
    if not has_started(config):
        load(config, serving)
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Compute the page index of each language before its pages are built."""
    state = build_state(config)
    state.index = page_index(state.handbook, current_language(config), config.use_directory_urls)
