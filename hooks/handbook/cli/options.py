"""What several commands share: options, the lock while files change, writing files and printing their paths."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any

import click

from ..editing.write import HOLDER, clean_up, finish, write
from ..editing.write.process_lock import BusyError, process_lock
from ..languages.messages import msg
from ..model.errors import HandbookError
from ..model.handbook import Handbook
from ..parity.new_locks import Writes
from .language import echo

WAIT_SECONDS = 10
"""How long a command waits for another one that changes the same handbook."""
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
    """Let a command hold the lock from its first read to its last write; an unfinished change comes first."""

    @wraps(command)
    def run_alone(root: Path, **options: Any) -> None:
        with _lock(root):
            if note := finish(root):
                echo(note, err=True)
            command(root=root, **options)

    return run_alone


@contextmanager
def _lock(root: Path) -> Iterator[None]:
    """Hold the lock of a handbook. Raises `HandbookError` if another command holds it for too long."""
    if not os.access(root, os.R_OK):
        yield  # reading reports it
        return
    try:
        with process_lock(root, WAIT_SECONDS, root / HOLDER):
            try:
                yield
            finally:
                clean_up(root)
    except BusyError as busy:
        raise HandbookError(
            msg(
                "Another command (process {id}) is changing this handbook. Run this one again when that one has ended.",
                id=str(busy),
            )
        ) from None


def write_and_list(book: Handbook, writes: Writes) -> None:
    """Write files and print their paths."""
    write(book.root, writes)
    echo("\n".join(sorted(writes)) or msg("Nothing had to be written."))
