"""Lets one process at a time change a folder."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows has no such lock: there, two commands at once are not kept apart
    fcntl = None  # type: ignore[assignment]

POLL_SECONDS = 0.1


class BusyError(Exception):
    """Another process holds the lock of a folder; the argument names it."""


@contextmanager
def alone(folder: Path, seconds: float, holder: Path, on_wait: Callable[[str], None] | None = None) -> Iterator[int]:
    """Hold the lock of a folder inside the block; yields the descriptor of the lock.

    The system frees the lock when the process ends, and the processes that inherited the descriptor. The file
    `holder` names the process meanwhile. Waits for another process at most this long, after calling `on_wait` with
    its name; raises `BusyError` if it still holds the lock then, and `OSError` if there is no such folder.
    """
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        _wait(descriptor, seconds, holder, on_wait)
        with suppress(OSError):  # the name is a help only
            holder.parent.mkdir(exist_ok=True)
            holder.write_text(f"process {os.getpid()}", "utf-8")
        yield descriptor
    finally:
        os.close(descriptor)


def _wait(descriptor: int, seconds: float, holder: Path, on_wait: Callable[[str], None] | None) -> None:
    end = time.monotonic() + seconds
    while not _locked(descriptor):
        name = _read(holder)
        if time.monotonic() >= end:
            raise BusyError(name)
        if on_wait:
            on_wait(name)
            on_wait = None
        time.sleep(POLL_SECONDS)


def _locked(descriptor: int) -> bool:
    try:
        if fcntl:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _read(holder: Path) -> str:
    with suppress(OSError):
        return holder.read_text("utf-8")
    return "process ?"
