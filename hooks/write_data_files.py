"""Writes the handbook as data beside the site, for spreadsheets and other programs."""

from mkdocs.config.defaults import MkDocsConfig

from handbook.publishing.data import data_files
from mkdocs_adapter.build_state import build_state
from mkdocs_adapter.languages import is_default_language
from mkdocs_adapter.site import write_site_files


def on_post_build(config: MkDocsConfig) -> None:
    """Write `data/`, once for all languages."""
    if is_default_language(config):
        write_site_files(config, ((f"data/{path}", text) for path, text in data_files(build_state(config).handbook)))
