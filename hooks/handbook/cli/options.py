"""What several commands share: options, running alone while files change, writing files and printing their paths."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any

import click

from ..editing.write import one_command, write
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


def changes_files(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command run alone from its first read to its last write; a change that was left unfinished comes first."""

    @wraps(command)
    def run_alone(root: Path, **options: Any) -> None:
        with one_command(root) as note:
            if note:
                echo(note, err=True)
            command(root=root, **options)

    return run_alone


def write_and_list(book: Handbook, writes: Writes) -> None:
    """Write files and print their paths."""
    write(book.root, writes)
    echo("\n".join(sorted(writes)) or msg("Nothing had to be written."))
