"""`handbook check`: the findings of a handbook, as text or in a format for programs."""

import sys
from datetime import datetime
from pathlib import Path

import click

from ..checks.reports import as_github, as_json, as_sarif, as_text
from ..checks.reports.rule_docs import manual
from ..checks.reports.summary import as_summary
from ..checks.runner import check as run_checks
from ..checks.runner import errors
from ..editing.write import unfinished
from ..reading.cached import read
from ..reading.locks import locks_against
from .language import echo, output_language
from .options import ROOT, TODAY

FORMATS = {"json": as_json, "sarif": as_sarif, "github": as_github, "summary": as_summary}


@click.command()
@ROOT
@TODAY
@click.option("--format", "form", type=click.Choice(["text", *FORMATS]), default="text", help="The output format.")
@click.option("--against", metavar="REF|DIR", help="Also compare the locks with a branch, or with another folder.")
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
def check(root: Path, today: datetime, form: str, against: str | None, strict: bool) -> None:
    """Check pages and facts. Exit code 0: no error, 1: at least one error, 2: the check could not run."""
    if note := unfinished(root):
        echo(note, err=True)
    book = read(root)
    before = locks_against(root, book.locks, against) if against else None
    findings = run_checks(book, today.date(), before=before)
    docs = manual(book)
    report = as_text(findings, docs, output_language()) if form == "text" else FORMATS[form](findings, docs)
    click.echo(report)
    sys.exit(1 if errors(findings) or (strict and findings) else 0)
