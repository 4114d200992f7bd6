"""Lets one process at a time change a folder, with a lock that the system frees however the process ends."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:
    fcntl = None  # type: ignore[assignment]  # Windows has no such lock: two processes are not kept apart there

POLL_SECONDS = 0.1


class BusyError(Exception):
    """Another process holds the lock of a folder; the argument is its id."""


@contextmanager
def process_lock(
    folder: Path, seconds: float, holder: Path, on_wait: Callable[[str], None] | None = None
) -> Iterator[int]:
    """Hold the lock of a folder inside the block; yields its descriptor, which keeps the lock where it is inherited.

    The file `holder` has the id of the process meanwhile. Waits for another process at most this long, after calling
    `on_wait` with its id; raises `BusyError` if it still holds the lock then.
    """
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        _wait(descriptor, seconds, holder, on_wait)
        with suppress(OSError):  # the id is only a help
            holder.parent.mkdir(exist_ok=True)
            holder.write_text(str(os.getpid()), "utf-8")
        yield descriptor
        holder.unlink(missing_ok=True)
    finally:
        os.close(descriptor)


def _wait(descriptor: int, seconds: float, holder: Path, on_wait: Callable[[str], None] | None) -> None:
    end = time.monotonic() + seconds
    while not _locked(descriptor):
        other = _id(holder)
        if time.monotonic() >= end:
            raise BusyError(other)
        if on_wait:
            on_wait(other)
            on_wait = None
        time.sleep(POLL_SECONDS)


def _locked(descriptor: int) -> bool:
    try:
        if fcntl:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _id(holder: Path) -> str:
    with suppress(OSError):
        return holder.read_text("utf-8")
    return "?"
