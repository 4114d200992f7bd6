"""The option `--language` of every command, and output and errors in that language."""

import os
import sys
from contextlib import suppress
from typing import Any, NoReturn

import click

from ..languages.messages import Message, msg
from ..languages.registry import KNOWN, preferred
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
                help="The language of messages (default: that of HANDBOOK_LANGUAGE or of this machine, else English).",
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
            _fail(error)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except BrokenPipeError:
            _fail()
        except KeyboardInterrupt:
            sys.exit(130)  # as of a program that Ctrl+C ended; 1 would be an answer
        except Exception as error:
            if os.environ.get("HANDBOOK_DEBUG"):
                raise
            _fail(_unexpected(error))


def _fail(error: HandbookError | None = None) -> NoReturn:
    """End with exit code 2, and with an error if it is still possible to print one."""
    with suppress(OSError):
        if error:
            echo(f"handbook: {error.in_language(output_language())}", err=True)
    with suppress(OSError, AttributeError, ValueError):  # what could not be printed must not fail again at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(2)


def _unexpected(error: Exception) -> HandbookError:
    if isinstance(error, OSError) and not error.filename:
        return HandbookError(msg("The system refused: {why}.", why=error.strerror or str(error)))
    if isinstance(error, MemoryError):
        return HandbookError(msg("There is not enough memory."))
    return HandbookError(
        msg(
            "This is a fault of the program, not of your files: {kind}: {text}. Report it with the command that you "
            "ran; HANDBOOK_DEBUG=1 shows where it happened.",
            kind=type(error).__name__,
            text=" ".join(str(error).split()),
        )
    )


def _set_language(context: click.Context, _: click.Parameter, code: str | None) -> None:
    root = context.find_root()
    root.obj = code or root.obj


def output_language() -> str:
    """Return the language of the running command: the value of `--language`, or what the environment asks for."""
    return click.get_current_context().find_root().obj or preferred(os.environ)


def echo(*lines: str | Message | HandbookError, err: bool = False) -> None:
    """Print lines: messages and errors in the language of the command, strings as they are."""
    code = output_language()
    click.echo("\n".join(line if isinstance(line, str) else line.in_language(code) for line in lines), err=err)
