"""Reports in one line why a build or a preview cannot run here; it comes first in `mkdocs.yml`."""

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from mkdocs_adapter.build_state import has_started
from mkdocs_adapter.failures import check_day, check_port, end_like_ctrl_c, report

serving = False
"""Whether this run is a preview; MkDocs reports it before there is a configuration in which to keep it."""


def on_startup(command: str, dirty: bool) -> None:
    """Check the environment once per run."""
    global serving
    serving = command == "serve"
    check_day(os.environ)
    if serving:
        end_like_ctrl_c()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check the address of a preview before its first build."""
    if serving and not has_started(config):
        check_port(config)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out of a preview with errors what MkDocs cannot read: pipes, links to nothing, names that are no text."""
    for file in [*files]:
        if file.abs_src_path and not (file.src_uri.isprintable() and Path(file.abs_src_path).is_file()):
            files.remove(file)
    return files


def on_build_error(error: Exception) -> None:
    """End a build at an unexpected error with one line."""
    report(error)
