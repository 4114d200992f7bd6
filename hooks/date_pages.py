"""Dates each page by the last change of its text, so that a build of one commit has the same bytes on every day."""

import click
from mkdocs.config.defaults import MkDocsConfig

from handbook.reading.git_history import fault, last_changes
from handbook.reading.locks import last_readings
from mkdocs_adapter.build_state import build_state
from mkdocs_adapter.languages import is_default_language
from mkdocs_adapter.site import root


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the dates of all pages from git, once per build; say so if git cannot be asked."""
    if is_default_language(config):
        build_state(config).last_changes = last_changes(root(config), "docs")
        build_state(config).last_readings = last_readings(root(config))
        if note := fault(root(config)):
            click.echo(note, err=True)
    return config
