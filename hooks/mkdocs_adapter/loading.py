"""Loading and checking the handbook at the start of a build."""

import gc
import os
from datetime import date

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from handbook.checks.reports import as_text
from handbook.checks.reports.rule_docs import manual
from handbook.checks.runner import check, errors
from handbook.crosslinks.mentions import forget_texts
from handbook.editing.write import unfinished
from handbook.languages.registry import preferred
from handbook.model.errors import HandbookError
from handbook.model.finding import Finding
from handbook.model.handbook import Handbook
from handbook.reading.cached import read

from .build_state import BuildState, start_build
from .failures import FailedError
from .site import root


def load(config: MkDocsConfig, serving: bool) -> None:
    """Read and check the handbook, start the build with it, and print the findings.

    Raises `FailedError` if the handbook cannot be read, and `Abort` if there are errors in a build that is no preview,
    or links to folders.
    """
    if note := unfinished(root(config)):
        click.echo(note, err=True)
    try:
        handbook = read(root(config))
    except HandbookError as error:
        raise FailedError(str(error)) from None
    continues = serving or bool(os.environ.get("HANDBOOK_PREVIEW"))
    findings = check(handbook, date.today(), publishing=not continues)
    start_build(config, BuildState(handbook, findings, previewing=serving))
    forget_texts()  # with the next line, 3 % of the memory of a build
    gc.collect()
    gc.freeze()  # what is loaded stays until the end: not searching it for garbage takes 6 % off a build
    report = as_text(findings, manual(handbook), preferred(os.environ))
    if (errors(findings) and not continues) or folder_links(handbook):
        raise Abort(f"{report}\nNothing was built; the previous site is as it was.")
    if findings:
        click.echo(report, err=True)


def folder_links(handbook: Handbook) -> list[Finding]:
    """Return the findings for links to folders: MkDocs follows them, without end where they lead back."""
    faults = (finding for finding in handbook.findings if finding.rule == "path")
    return [finding for finding in faults if (handbook.root / finding.place.path).is_dir()]
