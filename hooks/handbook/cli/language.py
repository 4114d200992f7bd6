"""How the commands speak: each takes `--language`, and says in it what it has to say and why it refuses."""

import sys
from typing import Any

import click

from ..languages.messages import SOURCE, Message, msg
from ..languages.registry import KNOWN
from ..model.errors import HandbookError, RefusedError


class LocalizedGroup(click.Group):
    """A group of commands; a refusal ends with exit code 1, a broken environment with 2, neither with a traceback."""

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Give a command its option `--language`."""
        cmd.params.append(
            click.Option(
                ["--language"],
                type=click.Choice(tuple(KNOWN)),
                expose_value=False,
                callback=_set_language,
                help="The language of what is said (default: English).",
            )
        )
        super().add_command(cmd, name)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command and tell in its language why it could not be done."""
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
    """The language that the command that runs was asked to speak."""
    return click.get_current_context().find_root().obj or SOURCE


def echo(*lines: str | Message | HandbookError, err: bool = False) -> None:
    """Print lines; sentences in the language that was asked for, anything else as it is."""
    code = output_language()
    click.echo("\n".join(line if isinstance(line, str) else line.in_language(code) for line in lines), err=err)
