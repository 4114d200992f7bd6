"""Failures of a build or a preview: one line and exit code 2 instead of a traceback."""

import os
import signal
import socket
from collections.abc import MutableMapping
from threading import current_thread, main_thread
from types import FrameType

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

LAST_SECOND = 2**32 - 1
"""The last second that a gzip file can hold, in the year 2106."""


class FailedError(Abort):
    """The build cannot run here: exit code 2, while 1 says that the handbook has errors."""

    code = exit_code = 2


def check_day(environment: MutableMapping[str, str]) -> None:
    """Raise `FailedError` if SOURCE_DATE_EPOCH is no number of seconds; unset it if it is empty, as CI may set it."""
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if epoch == "":
        del environment["SOURCE_DATE_EPOCH"]
    elif epoch and not (epoch.isascii() and epoch.isdecimal() and int(epoch[:20]) <= LAST_SECOND):
        raise FailedError(
            f"SOURCE_DATE_EPOCH is {epoch!r}; expected: seconds since 1970, such as 1794700800. Correct or unset it."
        )


def check_port(config: MkDocsConfig) -> None:
    """Raise `FailedError` if the preview cannot be served at its address; MkDocs notices that after the first build."""
    host, port = config.dev_addr
    try:
        socket.create_server((host, port)).close()
    except OSError as error:
        why = str(error.strerror).partition(" (")[0]  # Python adds the address
        raise FailedError(
            f"The preview cannot be served at {host}:{port}: {why}. "
            f"Choose another address, such as --dev-addr 127.0.0.1:{port + 1}."
        ) from None


def end_like_ctrl_c() -> None:
    """Let SIGTERM end the preview as Ctrl+C does, so that MkDocs removes its temporary folder.

    A second one must not interrupt the end: make sends its own to what it started.
    """

    def end(number: int, frame: FrameType | None) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        signal.default_int_handler(number, frame)

    if current_thread() is main_thread():
        signal.signal(signal.SIGTERM, end)


def report(error: Exception) -> None:
    """Raise `FailedError` with one line for an unexpected error of a build; HANDBOOK_DEBUG=1 keeps the traceback."""
    if isinstance(error, MkDocsException | SystemExit) or os.environ.get("HANDBOOK_DEBUG"):
        return
    text = " ".join(str(error).split())
    if isinstance(error, OSError):
        raise FailedError(f"The build stopped, as the system refused: {text}.")
    raise FailedError(
        f"The build stopped at a fault of the program, not of your files: {type(error).__name__}: {text}. "
        "Report it with the command that you ran; HANDBOOK_DEBUG=1 shows where it happened."
    )
