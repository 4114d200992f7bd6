"""Single operations on files that `write` puts together; errors of the system become messages."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from ...languages.messages import msg
from ...model.errors import HandbookError


def target_of(root: Path, path: str) -> Path:
    """Return the file that a path leads to. Raises `HandbookError` if it is hidden or outside the handbook."""
    home, target = Path(os.path.realpath(root)), Path(os.path.realpath(root / path))
    inside = target.relative_to(home).parts if target.is_relative_to(home) else (".",)
    if any(part.startswith(".") for part in inside if part != ".github"):
        raise HandbookError(msg("{path} leads outside the handbook, where nothing is written.", path=path))
    return target


def require_replaceable(target: Path) -> None:
    """Raise the error that replacing a file would give."""
    parent = target.parent
    faults = (
        (errno.EISDIR, target.is_dir()),
        (errno.ENOTDIR, parent.exists() and not parent.is_dir()),
        (errno.EACCES, parent.is_dir() and not os.access(parent, os.W_OK)),
    )
    for number, found in faults:
        if found:
            raise OSError(number, os.strerror(number))


def make_folder(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it; the ones that were not there are added to `made`."""
    for parent in reversed((folder, *folder.parents)):
        if not parent.exists():
            parent.mkdir()
            made.append(parent)


def write_durably(file: Path, text: str, like: Path | None = None) -> None:
    """Write a file to the disk itself, with the mode of another one if that exists."""
    with file.open("wb") as stream:
        stream.write(text.encode("utf-8"))
        stream.flush()
        os.fsync(stream.fileno())
    if like and like.exists():
        shutil.copymode(like, file)


def digest(file: Path) -> str | None:
    """Return a digest of the bytes of a file, None if there is none."""
    return sha256(file.read_bytes()).hexdigest() if file.is_file() else None


def remove_empty(*folders: Path) -> None:
    """Remove folders that are empty; others stay."""
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()


@contextmanager
def reported(path: str) -> Iterator[None]:
    """Raise `HandbookError` for an error of the system inside the block."""
    try:
        yield
    except OSError as error:
        raise HandbookError(
            msg("{path} cannot be written: {why}.", path=path, why=error.strerror or str(error))
        ) from error
