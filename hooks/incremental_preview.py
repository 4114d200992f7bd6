"""Lets the preview rebuild only the pages that a change affects."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from mkdocs_adapter.build_state import build_state
from preview.passes import current_pass

if TYPE_CHECKING:  # a build needs no server
    from mkdocs.livereload import LiveReloadServer


@event_priority(-110)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Keep the navigation after static-i18n has changed it."""
    build_state(config).navigation = nav


@event_priority(-110)
def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    """Keep what is needed to build a page of this language again."""
    state = build_state(config)
    if state.previewing:
        state.passes.append(current_pass(config, env, files))


def on_serve(server: "LiveReloadServer", config: MkDocsConfig, builder: Callable[..., Any]) -> "LiveReloadServer":
    """Let the preview build the site after each change, in place of MkDocs."""
    from preview.preview import Preview, use_preview

    return use_preview(server, Preview(config, builder))
