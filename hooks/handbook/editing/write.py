"""Writes files of the handbook: each file completely or not at all, with the rest of a changed file as it was."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from ..languages.messages import msg
from ..model.errors import HandbookError


def write(root: Path, writes: Mapping[str, str | None]) -> None:
    """Write or remove (None) files by their paths from `root`. Raises `HandbookError` if a file cannot be written.

    All new texts are written to temporary files before the first file is replaced or removed.
    """
    try:
        for path, text in writes.items():
            if text is not None:
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                _temporary(root / path).write_bytes(text.encode("utf-8"))
        for path, text in writes.items():
            if text is not None:
                os.replace(_temporary(root / path), root / path)
        for path, text in writes.items():
            if text is None:
                (root / path).unlink(missing_ok=True)
    except OSError as error:
        raise HandbookError(msg("{path} cannot be written: {why}.", path=path, why=error.strerror)) from error
    finally:
        for path in writes:
            with suppress(OSError):
                _temporary(root / path).unlink()


def write_lines(root: Path, lines: Mapping[tuple[str, int], str]) -> None:
    """Replace single lines, by path and line number (from 1); line endings and all other lines stay."""
    texts: dict[str, list[str]] = {}
    for (path, number), text in lines.items():
        file_lines = texts.setdefault(path, exact_text(root, path).split("\n"))
        end = "\r" if file_lines[number - 1].endswith("\r") else ""
        file_lines[number - 1] = f"{text}{end}"
    write(root, {path: "\n".join(file_lines) for path, file_lines in texts.items()})


def exact_text(root: Path, path: str) -> str:
    """Return the text of a file with its line endings and byte order mark, so that it can be written back unchanged.

    Raises `HandbookError` if the file is not UTF-8 text.
    """
    try:
        return (root / path).read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise HandbookError(msg("{path} is not UTF-8 text. Save it as UTF-8 first.", path=path)) from None


def _temporary(file: Path) -> Path:
    return file.with_name(f".{file.name}.new")
