"""Bytes and file names: which files there are, and their text, whatever system wrote them."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from ..languages.messages import msg
from ..model.errors import HandbookError
from ..model.finding import Finding, Place

NAME = re.compile(r"[a-z0-9][a-z0-9.-]*")
BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Source:
    """A text with LF line ends, composed letters and no byte order mark, and what was wrong with its bytes."""

    text: str
    findings: tuple[Finding, ...] = ()


def read_text(root: Path, path: str) -> Source:
    """Read a text file; bytes that are not UTF-8 are shown as “�” and told about.

    A byte order mark at the start, CRLF line ends and letters in two parts (NFD) are how some
    systems save, not faults.
    """
    try:
        data = (root / path).read_bytes()
    except OSError as error:
        raise HandbookError(msg("{path} cannot be read: {why}.", path=path, why=error.strerror)) from error
    try:
        text, broken = data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        text, broken = data.decode("utf-8", "replace"), [_not_utf8(path, line)]
    text = normalize("NFC", text.removeprefix(BOM).replace("\r\n", "\n").replace("\r", "\n"))
    return Source(text, (*broken, *_strays(path, text)))


def _not_utf8(path: str, line: int) -> Finding:
    said = msg("This line holds bytes that are not UTF-8 text.")
    return Finding(Place(path, line), "encoding", said, msg("Save the file as UTF-8 and check the line."))


def _strays(path: str, text: str) -> Iterator[Finding]:
    for sign, name in ((BOM, msg("A byte order mark (U+FEFF)")), ("\0", msg("A NUL character (U+0000)"))):
        if sign in text:
            place = Place(path, text.count("\n", 0, text.index(sign)) + 1)
            yield Finding(
                place,
                "encoding",
                msg("{name} stands inside the text.", name=name),
                msg("Delete it; it cannot be seen, so retype the word it stands in."),
            )


def walk(root: Path, folder: str) -> Iterator[tuple[str, Finding | None]]:
    """Every file below a folder, sorted, as a path from the root; with a finding if it is unfit.

    Hidden files are passed over. Links are followed only as long as they stay inside the folder.
    """
    top = root / folder
    home = top.resolve()
    for here, folders, files in os.walk(top):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        linked = [name for name in folders if (Path(here) / name).is_symlink()]
        for name in sorted(files) + linked:
            if not name.startswith("."):
                place = Path(here) / name
                yield place.relative_to(root).as_posix(), _unfit(root, place, home)


def _unfit(root: Path, file: Path, home: Path) -> Finding | None:
    path = file.relative_to(root).as_posix()
    if not file.resolve().is_relative_to(home):
        said = msg("This link leads out of the handbook's folder.")
        return Finding(Place(path, 1), "path", said, msg("Put the file itself here."))
    if file.is_symlink() and not file.exists():
        said = msg("This link leads to a file that does not exist.")
        return Finding(Place(path, 1), "path", said, msg("Put the file itself here or remove the link."))
    inside = file.relative_to(home if file.is_absolute() and home in file.parents else root)
    if odd := next((part for part in inside.parts if not NAME.fullmatch(part)), None):
        said = msg("The name “{name}” holds signs that an address should not have.", name=odd)
        return Finding(Place(path, 1), "path", said, msg("Use small Latin letters, digits and hyphens only."))
    return None
