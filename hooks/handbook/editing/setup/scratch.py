"""A copy of the handbook's texts on which steps are tried, so that the handbook itself changes once, or not at all."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ...model.handbook import Handbook
from ...parity.new_locks import Writes
from ...reading.load import PARSERS, Parsers
from ...reading.load import read as read_with
from ...reading.settings import SETTINGS

FOLDERS = ("docs", "facts", "parity")


class Scratch:
    """A copy of a handbook; texts that have not changed since the last reading are not parsed again."""

    def __init__(self, copy: Path) -> None:
        """Take a folder that holds the copy."""
        self._copy = copy
        self._parsers = Parsers(_cached(PARSERS.page), _cached(PARSERS.facts), _cached(PARSERS.lock))
        self.writes: dict[str, str | None] = {}

    def read(self) -> Handbook:
        """Return the copy as a handbook."""
        return read_with(self._copy, self._parsers)

    def write(self, writes: Writes) -> None:
        """Write and remove files of the copy."""
        for path, text in writes.items():
            if text is None:
                (self._copy / path).unlink(missing_ok=True)
            else:
                (self._copy / path).parent.mkdir(parents=True, exist_ok=True)
                (self._copy / path).write_bytes(text.encode())
        self.writes |= writes

    def changes(self, root: Path) -> Writes:
        """Return what differs between the handbook in `root` and the copy."""
        new = {path: None if text is None else text.encode() for path, text in self.writes.items()}
        return {path: self.writes[path] for path, data in new.items() if data != _bytes(root / path)}


@contextmanager
def scratch_of(root: Path) -> Iterator[Scratch]:
    """Copy a handbook into a folder that is removed at the end."""
    with TemporaryDirectory() as folder:
        for name in FOLDERS:
            if (root / name).exists():
                shutil.copytree(root / name, Path(folder, name))
        if (root / SETTINGS).exists():
            shutil.copy(root / SETTINGS, folder)
        yield Scratch(Path(folder))


def _cached(function: Callable[..., Any]) -> Callable[..., Any]:
    return lru_cache(maxsize=None)(function)


def _bytes(file: Path) -> bytes | None:
    return file.read_bytes() if file.exists() else None
