"""The `handbook` command: all its subcommands."""

import gc
import sys
from io import TextIOWrapper

import click

from . import audit, check, due, hosting, init, pages, parity, tables
from .language import LocalizedGroup


@click.group(cls=LocalizedGroup)
def commands() -> None:
    """Check and maintain the handbook."""


for command in (
    check.check,
    audit.audit,
    parity.status,
    parity.diff,
    parity.seed,
    parity.confirm,
    parity.keep,
    parity.fix,
    init.init,
    pages.new,
    pages.rename,
    pages.remove,
    due.due,
    tables.export_tables,
    tables.import_tables,
    hosting.answer,
    hosting.code_owners,
    hosting.schema,
):
    commands.add_command(command)


def main() -> None:
    """Run a command, with UTF-8 output whatever the system's encoding is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    gc.freeze()  # what is imported stays until the end: not searching it for garbage takes 4 % off a check
    commands(prog_name="handbook")
