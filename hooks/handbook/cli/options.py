"""Options that several commands share, and a function that writes files and prints their paths."""

from datetime import datetime
from pathlib import Path

import click

from ..editing.write import write
from ..languages.messages import msg
from ..model.handbook import Handbook
from ..parity.confirm import Writes
from .language import echo

ROOT = click.option(
    "--root",
    type=click.Path(path_type=Path),
    default=Path(),
    help="The folder of the handbook (default: the current folder).",
)
TODAY = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    default=lambda: datetime.now(),
    help="The date to use as today, YYYY-MM-DD (default: the system date).",
)


def write_and_list(book: Handbook, writes: Writes) -> None:
    """Write files and print their paths."""
    write(book.root, writes)
    echo("\n".join(sorted(writes)) or msg("Nothing had to be written."))
