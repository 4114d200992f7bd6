"""Says where the preview can be opened, once it can be."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., Any]) -> LiveReloadServer:
    """Print the one address; the languages are a click apart. Facts are watched like pages."""
    server.watch(str(Path(config.config_file_path).parent / "facts"))
    click.echo(f"The handbook is at {server.url} (stop with Ctrl+C)")
    return server
