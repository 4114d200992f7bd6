"""Changes files as one, one command at a time: however a command is stopped, all of its files change or none.

New texts are written below `.handbook/change/` first. Their list, written last, completes the change, which is then
carried out by renaming. The next command that writes finishes a complete change and discards an incomplete one.
"""

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from ...languages.messages import Message, msg, plural
from ...model.errors import HandbookError
from .disk import digest, make_folder, remove_empty, reported, require_replaceable, target_of, write_durably

FOLDER = Path(".handbook")
HOLDER = FOLDER / "holder"
"""The file that says which process is changing the handbook."""
CHANGE = FOLDER / "change"
LIST = CHANGE / "list.json"
"""The file that completes a change: its entries."""
DONE = FOLDER / "done"
BEGUN = msg("A command has begun to change files. If it was stopped, “handbook fix” finishes or discards its change.")


class Entry(NamedTuple):
    """A file to change: its path, the name of its new text (None: remove it), the digest of the text it had, if any."""

    path: str
    new: str | None
    before: str | None


def unfinished(root: Path) -> Message | None:
    """Return a note about a change that a stopped command has left; None if there is none."""
    return BEGUN if (root / CHANGE).exists() else None


def finish(root: Path) -> Message | None:
    """Finish or discard the change that a stopped command has left, and say which; None if there is none.

    Raises `HandbookError` if somebody has changed a file of it since, or if a file cannot be written.
    """
    shutil.rmtree(root / DONE, ignore_errors=True)
    if (root / LIST).exists():
        _refuse_later_changes(root)
        number = _carry_out(root)
        files = plural("{number} file", "{number} files", number=number)
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
        remove_empty(*reversed(made))
        raise
    try:
        _carry_out(root)
    except HandbookError as error:
        raise HandbookError(*error.args, BEGUN) from error
    remove_empty(root / FOLDER)


def clean_up(root: Path) -> None:
    """Remove what is only needed while a command runs; a change that is left stays."""
    (root / HOLDER).unlink(missing_ok=True)
    remove_empty(root / FOLDER)


def _prepare(root: Path, writes: Mapping[str, str | None], made: list[Path]) -> None:
    """Write the new texts, then their list; folders that are made are added to `made`."""
    with reported(FOLDER.as_posix()):
        make_folder(root / CHANGE, made)
    for number, (path, text) in enumerate(writes.items()):
        with reported(path):
            target = target_of(root, path)
            if text is not None:
                make_folder(target.parent, made)
                write_durably(root / CHANGE / str(number), text, like=target)
            require_replaceable(target)
    entries = [
        Entry(path, None if text is None else str(number), digest(root / path))
        for number, (path, text) in enumerate(writes.items())
    ]
    with reported(FOLDER.as_posix()):
        write_durably(root / CHANGE / "list", json.dumps(entries))
        os.replace(root / CHANGE / "list", root / LIST)


def _entries(root: Path) -> list[Entry]:
    return [Entry(*entry) for entry in json.loads((root / LIST).read_text("utf-8"))]


def _is_left(root: Path, entry: Entry) -> bool:
    """Return whether an entry was not carried out yet."""
    return os.path.lexists(root / CHANGE / entry.new if entry.new else root / entry.path)


def _refuse_later_changes(root: Path) -> None:
    for entry in _entries(root):
        if _is_left(root, entry) and digest(root / entry.path) != entry.before:
            raise HandbookError(
                msg(
                    "{path} has changed since an earlier command was stopped. "
                    "Take what you need from {folder}, then remove it.",
                    path=entry.path,
                    folder=f"{CHANGE.as_posix()}/",
                )
            )


def _carry_out(root: Path) -> int:
    """Carry out a complete change, which may have been begun; return the number of its files."""
    entries = _entries(root)
    for entry in entries:
        with reported(entry.path):
            target = target_of(root, entry.path)
            if entry.new is None:
                (root / entry.path).unlink(missing_ok=True)
            elif _is_left(root, entry):
                shutil.move(root / CHANGE / entry.new, target)  # copies it if that is on another disk
    os.replace(root / CHANGE, root / DONE)
    shutil.rmtree(root / DONE)
    return len(entries)
