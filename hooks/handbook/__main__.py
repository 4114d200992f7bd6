"""The `handbook` command: the only place that prints, writes what was decided, and gives an exit code."""

import gc
import json
import sys
from datetime import datetime
from pathlib import Path

import click

from . import agreeing
from .agreeing import RefusedError, Writes
from .changes import changes
from .checks import check as run_checks
from .checks import errors, of_the_files
from .finding import HandbookError
from .fixing import repairs
from .manual import manual
from .model import CODES, Handbook
from .reader import read
from .report import as_github, as_json, as_sarif, as_text
from .status import as_data, as_lines
from .status import status as page_by_page
from .writing import write, write_lines

ROOT = click.option(
    "--root", type=click.Path(path_type=Path), default=Path(),
    help="The handbook's folder (default: this one).",
)  # fmt: skip
TODAY = click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), default=lambda: datetime.now(),
    help="The day that counts as today, YYYY-MM-DD (default: the machine's).",
)  # fmt: skip
FORMATS = {"text": as_text, "json": as_json, "sarif": as_sarif, "github": as_github}
PAGES = click.argument("pages", nargs=-1, required=True, metavar="PAGE[#ID] …")


@click.group()
def commands() -> None:
    """Check and look after the handbook."""


@commands.command()
@ROOT
@TODAY
@click.option("--format", "form", type=click.Choice([*FORMATS]), default="text")
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
def check(root: Path, today: datetime, form: str, strict: bool) -> None:
    """Look for what is amiss. Exit 0: no error, 1: at least one, 2: the tool itself failed."""
    book = read(root)
    findings = run_checks(book, today.date())
    click.echo(FORMATS[form](findings, manual(book)))
    sys.exit(1 if errors(findings) or (strict and findings) else 0)


@commands.command()
@ROOT
@TODAY
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def status(root: Path, today: datetime, form: str) -> None:
    """Say how both languages stand, page by page, with counts of seeds, keeps and waivers."""
    pages = page_by_page(read(root))
    click.echo(json.dumps(as_data(pages), indent=2) if form == "json" else "\n".join(as_lines(pages)))


@commands.command()
@ROOT
@PAGES
def diff(root: Path, pages: tuple[str, ...]) -> None:
    """Show what changed in sections since both languages agreed."""
    book = read(root)
    some = agreeing.named(book, pages)
    for one in [one for one in some if one.moved] or some[:1]:
        click.echo("\n".join(changes(book, one)))


@commands.command()
@ROOT
@click.option("--all", "everything", is_flag=True, help="Every page, the facts and the navigation.")
@click.argument("pages", nargs=-1, metavar="PAGE …")
def seed(root: Path, everything: bool, pages: tuple[str, ...]) -> None:
    """Write the first lines of a lock, which nobody has confirmed yet. Lines that exist stay as they are."""
    book = read(root)
    known = [one.page for one in page_by_page(book)] if everything else pages
    if not known:
        raise RefusedError("Name at least one page, or say --all.")
    _put(book, agreeing.seed(book, known))


@commands.command()
@ROOT
@TODAY
@PAGES
def confirm(root: Path, today: datetime, pages: tuple[str, ...]) -> None:
    """Say “I have read both languages, they say the same”."""
    book = read(root)
    _put(book, agreeing.confirm(book, pages, of_the_files(book, today.date())))


@commands.command()
@ROOT
@TODAY
@click.argument("section", metavar="PAGE#ID")
@click.option("--reason", required=True, help="Why no new translation is needed.")
def keep(root: Path, today: datetime, section: str, reason: str) -> None:
    """Say “this change needs no new translation”, and why."""
    book = read(root)
    _put(book, agreeing.keep(book, section, reason, today.date()))


@commands.command()
@ROOT
@click.option("--from", "source", type=click.Choice(CODES), help="Copy code from this language to the other.")
def fix(root: Path, source: str | None) -> None:
    """Repair what needs no knowledge of a language: ids of headings and, with --from, code."""
    book = read(root)
    lines = repairs(book, source)
    write_lines(book.root, lines)
    for path, line in sorted(lines):
        click.echo(f"{path}:{line}: {lines[path, line].strip()}")
    click.echo(f"{len(lines)} lines repaired.")


def _put(book: Handbook, writes: Writes) -> None:
    write(book.root, writes)
    click.echo("\n".join(sorted(writes)) or "Nothing had to be written.")


def main() -> None:
    """Run a command; a refusal is told with exit code 1, a broken environment with 2, neither with a traceback."""
    gc.disable()  # a command ends long before there is anything worth collecting
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # stdout is a text stream
    try:
        commands(prog_name="handbook")
    except RefusedError as refusal:
        click.echo(f"{refusal}\nNothing was written.", err=True)
        sys.exit(1)
    except HandbookError as error:
        click.echo(f"handbook: {error}", err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
