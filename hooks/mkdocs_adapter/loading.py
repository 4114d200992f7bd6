"""Loading and checking the handbook at the start of a build."""

import os
from datetime import date

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from handbook.checks.reports import as_text
from handbook.checks.rule_docs import manual
from handbook.checks.runner import check, errors
from handbook.editing.write import unfinished
from handbook.model.errors import HandbookError
from handbook.reading.load import read

from .build_state import BuildState, start_build
from .site import root


def load(config: MkDocsConfig, serving: bool) -> None:
    """Read and check the handbook, start the build with it, and print the findings.

    Raises `Abort` if the handbook cannot be read, or if there are errors in a build that is no preview.
    """
    if note := unfinished(root(config)):
        click.echo(note, err=True)
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
