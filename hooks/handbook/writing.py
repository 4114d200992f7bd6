"""Puts files where they belong, whole or not at all, and leaves the rest of a file as it was."""

import os
from collections.abc import Mapping
from pathlib import Path

from .finding import HandbookError
from .said import say


def write(root: Path, writes: Mapping[str, str | None]) -> None:
    """Write or remove (None) files by their paths from `root`. Raises `HandbookError` if the disk refuses."""
    for path, text in writes.items():
        try:
            _put(root / path, text)
        except OSError as error:
            raise HandbookError(say("{path} cannot be written: {why}.", path=path, why=error.strerror)) from error


def write_lines(root: Path, lines: Mapping[tuple[str, int], str]) -> None:
    """Put a new text in place of single lines (from 1); line ends and all other lines stay."""
    texts: dict[str, list[str]] = {}
    for (path, number), text in lines.items():
        whole = texts.setdefault(path, _read(root / path).split("\n"))
        end = "\r" if whole[number - 1].endswith("\r") else ""
        whole[number - 1] = f"{text}{end}"
    write(root, {path: "\n".join(whole) for path, whole in texts.items()})


def _read(file: Path) -> str:
    return file.read_bytes().decode("utf-8")


def _put(file: Path, text: str | None) -> None:
    if text is None:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f".{file.name}.new")
    new.write_bytes(text.encode("utf-8"))
    os.replace(new, file)
