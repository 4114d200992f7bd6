"""Kills a process just before one of its changes to the file system, as a power cut or `kill -9` may."""

import os
import signal
import sys
import traceback
from collections.abc import Callable
from typing import Any

CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.truncate", "os.chmod", "os.link", "os.symlink"}
"""The audit events of Python that change the file system, besides `open`."""


def is_change(event: str, arguments: tuple[Any, ...]) -> bool:
    """Return whether an audit event is a change to the file system; opening a file to write is one."""
    if event == "open":
        return bool((arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    return event in CHANGES


def killed_before(change: int, work: Callable[[], object]) -> bool:
    """Do some work in a process of its own, which is killed before this change (from 0); return whether it was.

    If it makes fewer changes, it ends by itself.
    """
    child = os.fork()  # a copy of this process: `work` is a closure, and SIGKILL must not end the tests
    if not child:
        _work_until(change, work)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) in (0, -signal.SIGKILL)
    return status != 0


def _work_until(change: int, work: Callable[[], object]) -> None:
    left = change

    def kill_at_last(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal left
        if is_change(event, arguments):
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1

    sys.addaudithook(kill_at_last)
    try:
        work()
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)
