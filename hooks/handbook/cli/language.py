"""The option `--language` of every command, and output and errors in that language."""

import sys
from typing import Any

import click

from ..languages.messages import SOURCE, Message, msg
from ..languages.registry import KNOWN
from ..model.errors import HandbookError, RefusedError


class LocalizedGroup(click.Group):
    """A group of commands; exits with 1 if a command is refused and with 2 if it cannot run, without a traceback."""

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Add a command with the option `--language`."""
        cmd.params.append(
            click.Option(
                ["--language"],
                type=click.Choice(tuple(KNOWN)),
                expose_value=False,
                callback=_set_language,
                help="The language of messages (default: English).",
            )
        )
        super().add_command(cmd, name)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command and print errors in its language."""
        try:
            return super().invoke(ctx)
        except RefusedError as refusal:
            echo(refusal, msg("Nothing was written."), err=True)
            sys.exit(1)
        except HandbookError as error:
            echo(f"handbook: {error.in_language(output_language())}", err=True)
            sys.exit(2)


def _set_language(context: click.Context, _: click.Parameter, code: str | None) -> None:
    root = context.find_root()
    root.obj = code or root.obj


def output_language() -> str:
    """Return the language of the running command: the value of `--language`, or English."""
    return click.get_current_context().find_root().obj or SOURCE


def echo(*lines: str | Message | HandbookError, err: bool = False) -> None:
    """Print lines: messages and errors in the language of the command, strings as they are."""
    code = output_language()
    click.echo("\n".join(line if isinstance(line, str) else line.in_language(code) for line in lines), err=err)
