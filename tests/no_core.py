"""A hook of a bare copy: starts a build with an empty handbook, so that hooks which only look have something to look at."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from handbook.model.fact_tables import Facts
from handbook.model.handbook import Handbook
from mkdocs_adapter.build_state import BuildState, has_started, start_build


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Start the build in the pass of the first language."""
    if not has_started(config):
        start_build(config, BuildState(Handbook(Path(), {}, Facts()), [], previewing=False))
    return config
