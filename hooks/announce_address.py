"""Prints the address of the preview once it can be opened."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_adapter.site import root

if TYPE_CHECKING:  # a build needs no server
    from mkdocs.livereload import LiveReloadServer


def on_serve(server: "LiveReloadServer", config: MkDocsConfig, builder: Callable[..., Any]) -> "LiveReloadServer":
    """Print one address, as the languages link to each other, and watch the facts as well."""
    server.watch(str(root(config) / "facts"))
    click.echo(f"The handbook is at {server.url} (stop with Ctrl+C)")
    return server
