"""Makes the preview quick: it shows a saved page at once, and builds everything where a change may reach further."""

from collections.abc import Callable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from preview.passes import kept
from preview.preview import Preview, quick


@event_priority(-110)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Keep the navigation as static-i18n leaves it."""
    config["navigation"] = nav


@event_priority(-110)
def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    """Keep each language's pass, in the build's own settings, for the preview."""
    if config["previewing"]:
        config.setdefault("passes", []).append(kept(config, config["navigation"], env, files))


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., Any]) -> LiveReloadServer:
    """Let the preview build in place of MkDocs; what it remembers belongs to it alone."""
    return quick(server, Preview(config, builder))
