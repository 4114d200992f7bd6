"""Packs a built site into a zip archive, with the same bytes for the same files on every machine and day."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ..languages.messages import msg
from ..languages.registry import KNOWN
from ..reading.git_history import EARLIEST

READABLE = 0o100644 << 16
"""A file that everyone may read, as a zip archive stores it: the umask of the build does not matter."""


SITE = "handbook"
"""The folder of the site in the archive."""
READ_ME = "READ-ME.txt"
"""The file beside it that says, in every language, what to open."""


def read_me(folder: Path) -> str:
    """Return the text of the file beside the site that is in `folder`, a paragraph for each language."""
    return "\n".join(_how_to_open(folder, code) for code in KNOWN)


def _how_to_open(folder: Path, code: str) -> str:
    own = f"{SITE}/{code}/index.html"
    path = own if (folder / own).exists() else f"{SITE}/index.html"
    text = msg("Unpack the whole archive, then open {path} in a browser. No network is needed.", path=path)
    return f"{text.in_language(code)}\n"


def pack(folder: Path, archive: Path, day: date | None) -> None:
    """Write the files below `folder` into `archive`, sorted by path and dated `day`, or the earliest day possible.

    Raises `OSError` if it cannot be written.
    """
    with ZipFile(archive, "w", ZIP_DEFLATED) as packed:
        for path in sorted(_files(folder)):
            entry = ZipInfo(path, max(day or EARLIEST, EARLIEST).timetuple()[:6])
            entry.create_system, entry.external_attr, entry.compress_type = 3, READABLE, ZIP_DEFLATED  # 3: Unix
            packed.writestr(entry, (folder / path).read_bytes())


def _files(folder: Path) -> Iterator[str]:
    return (file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
