"""Loads the handbook once per build and checks it: errors stop the build before anything is written.

With HANDBOOK_PREVIEW set, errors are reported and the build goes on: for the preview of a proposal.
"""

import os
from datetime import date

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from handbook.checks.reports import as_text
from handbook.checks.rule_docs import manual
from handbook.checks.runner import check, errors
from handbook.model.errors import HandbookError
from handbook.pages.index import page_index
from handbook.reading.load import read
from mkdocs_adapter.build_state import BuildState, build_state, has_started, start_build
from mkdocs_adapter.languages import current_language
from mkdocs_adapter.site import root

serving = False
"""Whether this run is a preview; MkDocs reports it before there is a configuration in which to keep it."""


def on_startup(command: str, dirty: bool) -> None:
    """Note whether this run is a preview, which shows errors and does not stop on them."""
    global serving
    serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check while the first language is configured; later languages use the same state."""
    if has_started(config):
        return config
    try:
        handbook = read(root(config))
    except HandbookError as error:
        raise Abort(str(error)) from None
    continues = serving or bool(os.environ.get("HANDBOOK_PREVIEW"))
    findings = check(handbook, date.today(), publishing=not continues)
    start_build(config, BuildState(handbook, findings, previewing=serving))
    report = as_text(findings, manual(handbook))
    if errors(findings) and not continues:
        raise Abort(f"{report}\nNothing was built; the previous site is as it was.")
    if findings:
        click.echo(report, err=True)
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Compute the page index of each language before its pages are built."""
    state = build_state(config)
    state.index = page_index(state.handbook, current_language(config), config.use_directory_urls)
