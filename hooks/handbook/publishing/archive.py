"""Packs a folder into a zip archive, with the same bytes for the same files on every machine and day.

`python -m handbook.publishing.archive FOLDER ARCHIVE` is what `make offline` runs.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ..reading.git_history import EARLIEST, text_date

READABLE = 0o100644 << 16
"""A file that everyone may read, as a zip archive stores it: the umask of the build does not matter."""


def pack(folder: Path, archive: Path, day: date | None) -> None:
    """Write the files below `folder` into `archive`, sorted by path and dated `day` (None: the earliest possible).

    The archive appears under its name only when it is complete. Raises `OSError` if it cannot be written.
    """
    unfinished = archive.with_name(f".{archive.name}.new")
    with ZipFile(unfinished, "w", ZIP_DEFLATED) as packed:
        for path in sorted(_files(folder)):
            entry = ZipInfo(path, (day or EARLIEST).timetuple()[:6])
            entry.create_system, entry.external_attr, entry.compress_type = 3, READABLE, ZIP_DEFLATED  # 3: Unix
            packed.writestr(entry, (folder / path).read_bytes())
    unfinished.replace(archive)


def _files(folder: Path) -> Iterator[str]:
    return (file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def main(arguments: list[str], environment: Mapping[str, str]) -> None:
    """Pack a folder with the date of the text of the handbook in the current folder."""
    folder, archive = map(Path, arguments)
    pack(folder, archive, text_date(Path.cwd(), environment))


if __name__ == "__main__":
    main(sys.argv[1:], os.environ)
