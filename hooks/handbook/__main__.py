"""The `handbook` command: the only place that prints and decides an exit code."""

import sys
from pathlib import Path

import click

from .checks import check as run_checks
from .checks import errors
from .finding import HandbookError
from .reader import read
from .report import as_github, as_json, as_sarif, as_text

ROOT = click.option(
    "--root", type=click.Path(path_type=Path), default=Path(),
    help="The handbook's folder (default: this one).",
)  # fmt: skip
FORMATS = {"text": as_text, "json": as_json, "sarif": as_sarif, "github": as_github}


@click.group()
def commands() -> None:
    """Check and look after the handbook."""


@commands.command()
@ROOT
@click.option("--format", "form", type=click.Choice([*FORMATS]), default="text")
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
def check(root: Path, form: str, strict: bool) -> None:
    """Look for what is amiss. Exit 0: no error, 1: at least one, 2: the tool itself failed."""
    findings = run_checks(read(root))
    click.echo(FORMATS[form](findings))
    sys.exit(1 if errors(findings) or (strict and findings) else 0)


def main() -> None:
    """Run a command; a broken environment is told in one line, with exit code 2."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # stdout is a text stream
    try:
        commands(prog_name="handbook")
    except HandbookError as error:
        click.echo(f"handbook: {error}", err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
