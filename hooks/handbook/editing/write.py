"""Changes files as one, one command at a time: however a command is stopped, all of its files change or none.

New texts are written below `.handbook/change/` first. Their list, written last, completes the change, which is then
carried out by renaming. The next command that writes finishes a complete change and discards an incomplete one.
"""

import errno
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from ..languages.messages import Message, msg, plural
from ..model.errors import HandbookError
from .alone import BusyError, alone

FOLDER = Path(".handbook")
HOLDER = FOLDER / "holder"
CHANGE = FOLDER / "change"
LIST = CHANGE / "list.json"
"""The file that completes a change: pairs of the path of a file and the name of its new text; null removes the file."""
DONE = FOLDER / "done"
WAIT_SECONDS = 10
BEGUN = msg("A command has begun to change files. If it was stopped, “handbook fix” finishes or discards its change.")


@contextmanager
def one_command(root: Path) -> Iterator[Message | None]:
    """Let no other command change the handbook inside the block; yields a note about a change that was left unfinished.

    Raises `HandbookError` if another command takes too long.
    """
    if not os.access(root, os.R_OK):
        yield None  # reading reports it
        return
    try:
        with alone(root, WAIT_SECONDS, root / HOLDER):
            try:
                yield finish(root)
            finally:
                (root / HOLDER).unlink(missing_ok=True)
                _remove_empty(root / FOLDER)
    except BusyError as busy:
        raise HandbookError(
            msg(
                "Another command (process {id}) is changing this handbook. Run this one again when that one has ended.",
                id=str(busy),
            )
        ) from None


def unfinished(root: Path) -> Message | None:
    """Return a note about a change that a stopped command has left; None if there is none."""
    return BEGUN if (root / CHANGE).exists() else None


def finish(root: Path) -> Message | None:
    """Finish or discard the change that a stopped command has left, and say which; None if there is none."""
    shutil.rmtree(root / DONE, ignore_errors=True)
    if (root / LIST).exists():
        paths = _carry_out(root)
        files = plural("{number} file", "{number} files", number=len(paths))
        return msg("An earlier command was stopped; its change is finished now ({files}).", files=files)
    if (root / CHANGE).exists():
        shutil.rmtree(root / CHANGE)
        return msg("An earlier command was stopped before it changed any file; its change is discarded.")
    return None


def write(root: Path, writes: Mapping[str, str | None]) -> None:
    """Write or remove (None) files by their paths from `root`, all or none; modes stay, links are written through.

    Raises `HandbookError` if a file cannot be written.
    """
    finish(root)
    made: list[Path] = []
    try:
        _prepare(root, writes, made)
    except BaseException:
        shutil.rmtree(root / CHANGE, ignore_errors=True)
        _remove_empty(*reversed(made))
        raise
    try:
        _carry_out(root)
    except HandbookError as error:
        raise HandbookError(*error.args, BEGUN) from error
    _remove_empty(root / FOLDER)


def _prepare(root: Path, writes: Mapping[str, str | None], made: list[Path]) -> None:
    """Write the new texts, then their list; folders that are made are added to `made`."""
    with _reported(FOLDER.as_posix()):
        _make_folder(root / CHANGE, made)
    for number, (path, text) in enumerate(writes.items()):
        with _reported(path):
            target = _target(root, path)
            if text is not None:
                _make_folder(target.parent, made)
                _write_durably(root / CHANGE / str(number), text, like=target)
            _require_replaceable(target)
    names = [None if text is None else str(number) for number, text in enumerate(writes.values())]
    with _reported(FOLDER.as_posix()):
        _write_durably(root / CHANGE / "list", json.dumps([*zip(writes, names, strict=True)]))
        os.replace(root / CHANGE / "list", root / LIST)


def _carry_out(root: Path) -> list[str]:
    """Carry out a complete change, which may have been begun; return its paths."""
    entries: list[tuple[str, str | None]] = json.loads((root / LIST).read_text("utf-8"))
    for path, name in entries:
        with _reported(path):
            target = _target(root, path)
            if name is None:
                (root / path).unlink(missing_ok=True)
            elif (root / CHANGE / name).exists():
                shutil.move(root / CHANGE / name, target)  # copies it if that is on another disk
    os.replace(root / CHANGE, root / DONE)
    shutil.rmtree(root / DONE)
    return [path for path, _ in entries]


def _target(root: Path, path: str) -> Path:
    """Return the file that a path leads to. Raises `HandbookError` if it is hidden or outside the handbook."""
    home, target = Path(os.path.realpath(root)), Path(os.path.realpath(root / path))
    inside = target.relative_to(home).parts if target.is_relative_to(home) else (".",)
    if any(part.startswith(".") for part in inside if part != ".github"):
        raise HandbookError(msg("{path} leads outside the handbook, where nothing is written.", path=path))
    return target


def _require_replaceable(target: Path) -> None:
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


def _make_folder(folder: Path, made: list[Path]) -> None:
    for parent in reversed((folder, *folder.parents)):
        if not parent.exists():
            parent.mkdir()
            made.append(parent)


def _write_durably(file: Path, text: str, like: Path | None = None) -> None:
    """Write a file to the disk itself, with the mode of another one if that exists."""
    with file.open("wb") as stream:
        stream.write(text.encode("utf-8"))
        stream.flush()
        os.fsync(stream.fileno())
    if like and like.exists():
        shutil.copymode(like, file)


def _remove_empty(*folders: Path) -> None:
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()


@contextmanager
def _reported(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise HandbookError(
            msg("{path} cannot be written: {why}.", path=path, why=error.strerror or str(error))
        ) from error
