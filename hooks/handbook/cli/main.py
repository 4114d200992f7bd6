"""The `handbook` command: asks the core, prints what it answers, writes what was decided, gives an exit code."""

import json
import sys
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import click

from ..checks.reports import as_github, as_json, as_sarif, as_text
from ..checks.rule_docs import manual
from ..checks.runner import check as run_checks
from ..checks.runner import errors, file_findings
from ..checks.summary import as_summary
from ..editing import codeowners, comment_commands, comment_replies
from ..editing.repair import repairs
from ..editing.write import write, write_lines
from ..languages.messages import msg, plural
from ..languages.registry import KNOWN
from ..model.errors import RefusedError
from ..model.handbook import Handbook
from ..parity import confirm as agreements
from ..parity.confirm import Writes
from ..parity.diff import changes
from ..parity.status import as_data, as_lines
from ..parity.status import status as page_by_page
from ..publishing.schemas import schemas
from ..reading.load import read
from ..reading.project import read_settings
from .language import LocalizedGroup, echo, output_language
from .pages import ROOT, new, rename

TODAY = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    default=lambda: datetime.now(),
    help="The day that counts as today, YYYY-MM-DD (default: the machine's).",
)
FORMATS = {"json": as_json, "sarif": as_sarif, "github": as_github, "summary": as_summary}
PAGES = click.argument("pages", nargs=-1, required=True, metavar="PAGE[#ID] …")


@click.group(cls=LocalizedGroup)
def commands() -> None:
    """Check and look after the handbook."""


commands.add_command(new)
commands.add_command(rename)


@commands.command()
@ROOT
@TODAY
@click.option("--format", "form", type=click.Choice(["text", *FORMATS]), default="text")
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
def check(root: Path, today: datetime, form: str, strict: bool) -> None:
    """Look for what is amiss. Exit 0: no error, 1: at least one, 2: the tool itself failed."""
    book = read(root)
    findings = run_checks(book, today.date())
    explained = manual(book)
    click.echo(
        as_text(findings, explained, output_language()) if form == "text" else FORMATS[form](findings, explained)
    )
    sys.exit(1 if errors(findings) or (strict and findings) else 0)


@commands.command()
@ROOT
@TODAY
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def status(root: Path, today: datetime, form: str) -> None:
    """Say how both languages stand, page by page, with counts of seeds, keeps and waivers."""
    pages = page_by_page(read(root), today.date())
    echo(*([json.dumps(as_data(pages), indent=2)] if form == "json" else as_lines(pages)))


@commands.command()
@ROOT
@PAGES
def diff(root: Path, pages: tuple[str, ...]) -> None:
    """Show what changed in sections since both languages agreed."""
    book = read(root)
    some = agreements.named(book, pages)
    for one in [one for one in some if one.moved] or some[:1]:
        echo(*changes(book, one))


@commands.command()
@ROOT
@click.option("--all", "everything", is_flag=True, help="Every page, the facts and the navigation.")
@click.argument("pages", nargs=-1, metavar="PAGE …")
def seed(root: Path, everything: bool, pages: tuple[str, ...]) -> None:
    """Write the first lines of a lock, which nobody has confirmed yet. Lines that exist stay as they are."""
    book = read(root)
    known = [one.page for one in page_by_page(book)] if everything else pages
    if not known:
        raise RefusedError(msg("Name at least one page, or say --all."))
    _put(book, agreements.seed(book, known))


@commands.command()
@ROOT
@TODAY
@PAGES
def confirm(root: Path, today: datetime, pages: tuple[str, ...]) -> None:
    """Say “I have read both languages, they say the same”."""
    book = read(root)
    _put(book, agreements.confirm(book, pages, file_findings(book, today.date())))


@commands.command()
@ROOT
@TODAY
@click.argument("section", metavar="PAGE#ID")
@click.option("--reason", required=True, help="Why no new translation is needed.")
def keep(root: Path, today: datetime, section: str, reason: str) -> None:
    """Say “this change needs no new translation”, and why."""
    book = read(root)
    _put(book, agreements.keep(book, section, reason, today.date()))


@commands.command()
@ROOT
@TODAY
@click.option("--into", type=click.Path(path_type=Path), help="Write the locks below this folder (default: --root).")
@click.option("--fork", default="", metavar="ADDRESS", help="Write nothing: the branch is of this other repository.")
@click.option("--branch", default="", help="The name of that branch.")
@click.argument("comment", type=click.File(encoding="utf-8", errors="replace"))
def answer(root: Path, today: datetime, into: Path | None, fork: str, branch: str, comment: TextIO) -> None:
    """Do what a comment under a proposal asks, /confirm or /keep, and print the answer in both languages.

    Exit 0: done, or the lines to write are given; 1: refused, the answer says why; 2: the tool itself failed.
    """
    book = read(root)
    try:
        done = comment_commands.answer(book, comment.read(), file_findings(book, today.date()), today.date())
    except RefusedError as refusal:
        click.echo(comment_replies.refused(book, refusal))
        sys.exit(1)
    if not fork:
        write(into or root, done.writes)
    click.echo(comment_replies.by_hand(book, done, fork, branch) if fork else comment_replies.done(book, done))


@commands.command("owners")
@ROOT
def code_owners(root: Path) -> None:
    """Write down for the host who is asked to read a proposal, from `code_owners` of the teams."""
    book = read(root)
    write(book.root, {codeowners.FILE: codeowners.codeowners_text(book.facts)})
    click.echo(codeowners.FILE)


@commands.command()
@ROOT
@click.option("--from", "source", type=click.Choice(tuple(KNOWN)), help="Copy code from this language to the other.")
def fix(root: Path, source: str | None) -> None:
    """Repair what needs no knowledge of a language: ids of headings and, with --from, code."""
    book = read(root)
    lines = repairs(book, source)
    write_lines(book.root, lines)
    for path, line in sorted(lines):
        click.echo(f"{path}:{line}: {lines[path, line].strip()}")
    echo(plural("{number} line repaired.", "{number} lines repaired.", number=len(lines)))


@commands.command()
@ROOT
def schema(root: Path) -> None:
    """Write `facts/schema/`: what may stand in the facts, for editors that complete what is typed."""
    write(root, {f"facts/{path}": text for path, text in schemas(read_settings(root)[0].languages)})


def _put(book: Handbook, writes: Writes) -> None:
    write(book.root, writes)
    echo("\n".join(sorted(writes)) or msg("Nothing had to be written."))


def main() -> None:
    """Run a command, whatever the machine's own encoding is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    commands(prog_name="handbook")


if __name__ == "__main__":
    main()
