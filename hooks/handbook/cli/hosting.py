"""The commands for a repository's host: `answer` for comments, `owners` for CODEOWNERS, `schema` for editors."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TextIO

import click

from ..checks.runner import file_findings
from ..editing import codeowners, comment_commands, comment_replies
from ..editing.setup.answers import answers_schema
from ..editing.write import write
from ..model.errors import RefusedError
from ..publishing.schemas import schemas
from ..reading.cached import read
from ..reading.settings import read_settings
from .options import ROOT, TODAY, changes_files


@click.command()
@ROOT
@TODAY
@click.option("--into", type=click.Path(path_type=Path), help="Write the locks below this folder (default: --root).")
@click.option("--fork", default="", metavar="URL", help="Write nothing: the branch is in this other repository.")
@click.option("--branch", default="", help="The name of that branch.")
@click.argument("comment", type=click.File(encoding="utf-8", errors="replace"))
@changes_files
def answer(root: Path, today: datetime, into: Path | None, fork: str, branch: str, comment: TextIO) -> None:
    """Run the commands in a comment on a proposal (/confirm, /keep) and print the reply in both languages.

    Exit code 0: done, or the lines to write are in the reply; 1: refused, the reply says why; 2: it could not run.
    """
    book = read(root)
    try:
        outcome = comment_commands.run_comment(book, comment.read(), file_findings(book, today.date()), today.date())
    except RefusedError as refusal:
        click.echo(comment_replies.refused(book, refusal))
        sys.exit(1)
    if fork:
        click.echo(comment_replies.manual_edits(book, outcome, fork, branch))
    else:
        write(into or root, outcome.writes)
        click.echo(comment_replies.written(book, outcome))


@click.command("owners")
@ROOT
@changes_files
def code_owners(root: Path) -> None:
    """Write CODEOWNERS for the host, from `code_owners` of the teams."""
    book = read(root)
    write(book.root, {codeowners.FILE: codeowners.codeowners_text(book.facts)})
    click.echo(codeowners.FILE)


@click.command()
@ROOT
@changes_files
def schema(root: Path) -> None:
    """Write the JSON schemas of the facts and of the answers to `facts/schema/`, for completion in editors."""
    languages = read_settings(root)[0].languages
    facts = {f"facts/{path}": text for path, text in schemas(languages)}
    write(root, {**facts, "facts/schema/answers.json": answers_schema()})
