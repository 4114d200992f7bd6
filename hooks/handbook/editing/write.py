"""Puts files where they belong, whole or not at all, and leaves the rest of a file as it was."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from ..languages.messages import msg
from ..model.errors import HandbookError


def write(root: Path, writes: Mapping[str, str | None]) -> None:
    """Write or remove (None) files by their paths from `root`. Raises `HandbookError` if the disk refuses.

    Every new text is on the disk, beside its place, before the first file is replaced or removed.
    """
    try:
        for path, text in writes.items():
            if text is not None:
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                _beside(root / path).write_bytes(text.encode("utf-8"))
        for path, text in writes.items():
            if text is not None:
                os.replace(_beside(root / path), root / path)
        for path, text in writes.items():
            if text is None:
                (root / path).unlink(missing_ok=True)
    except OSError as error:
        raise HandbookError(msg("{path} cannot be written: {why}.", path=path, why=error.strerror)) from error
    finally:
        for path in writes:
            with suppress(OSError):
                _beside(root / path).unlink()


def write_lines(root: Path, lines: Mapping[tuple[str, int], str]) -> None:
    """Put a new text in place of single lines (from 1); line ends and all other lines stay."""
    texts: dict[str, list[str]] = {}
    for (path, number), text in lines.items():
        every = texts.setdefault(path, whole(root, path).split("\n"))
        end = "\r" if every[number - 1].endswith("\r") else ""
        every[number - 1] = f"{text}{end}"
    write(root, {path: "\n".join(every) for path, every in texts.items()})


def whole(root: Path, path: str) -> str:
    """A text file sign by sign, line ends and byte order mark too, so that what is not changed can be put back.

    Raises `HandbookError` if it is no UTF-8 text.
    """
    try:
        return (root / path).read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise HandbookError(msg("{path} is not UTF-8 text. Save it as UTF-8 first.", path=path)) from None


def _beside(file: Path) -> Path:
    return file.with_name(f".{file.name}.new")
