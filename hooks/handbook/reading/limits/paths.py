"""Lists the files of a folder: which ones are opened at all, and which names would make a bad address."""

import errno
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from ...languages.messages import msg
from ...model.errors import HandbookError
from ...model.finding import Finding, Place

NAME = re.compile(r"[a-z0-9][a-z0-9.-]*")


def walk(root: Path, folder: str) -> Iterator[tuple[str, Finding | None]]:
    """Yield every file below a folder, sorted, as (path from the root, finding for what is not a file of this folder).

    Hidden files are skipped, and links to folders are not followed. Characters of a name that cannot be printed are
    escaped. Raises `HandbookError` if a folder cannot be read.
    """

    def stop(error: OSError) -> None:
        raise unreadable(_printable(Path(error.filename).relative_to(root).as_posix()), error) from error

    for parent, folders, files in os.walk(root / folder, onerror=stop):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        linked = [name for name in folders if (Path(parent) / name).is_symlink()]
        for name in sorted(files) + linked:
            if not name.startswith("."):
                path = (Path(parent) / name).relative_to(root).as_posix()
                yield _printable(path), unsuitable(root, path)


def unsuitable(root: Path, path: str) -> Finding | None:
    """Return the finding for what is not opened: a link out of its top folder or to no file, a pipe, a device.

    None for a file, and for what does not exist.
    """
    file, place = root / path, Place(_printable(path), 1)
    try:
        mode = os.lstat(file).st_mode
    except OSError:
        return None
    if stat.S_ISLNK(mode):
        return _link_finding(place, file, root / path.split("/")[0])
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return None
    return _no_file(place)


def _link_finding(place: Place, link: Path, top: Path) -> Finding | None:
    if not Path(os.path.realpath(link)).is_relative_to(os.path.realpath(top)):
        message = msg("This link points outside the handbook's folder.")
        return Finding(place, "path", message, msg("Put the file itself here."))
    try:
        mode = os.stat(link).st_mode
    except OSError as error:
        message = msg("This link points to a file that does not exist.")
        if error.errno == errno.ELOOP:
            message = msg("This link points back to itself.")
        return Finding(place, "path", message, msg("Put the file itself here or remove the link."))
    if stat.S_ISDIR(mode):
        message = msg("This link points to a folder, whose files would not be read.")
        return Finding(place, "path", message, msg("Put the folder itself here."))
    return None if stat.S_ISREG(mode) else _no_file(place)


def _no_file(place: Place) -> Finding:
    return Finding(place, "path", msg("This is a pipe, a socket or a device."), msg("Put a file here or remove it."))


def _printable(path: str) -> str:
    """Return a path with escapes for line ends, control characters and bytes that are not UTF-8."""
    if path.isprintable():
        return path
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii") for letter in path
    )


def name_finding(path: str) -> Finding | None:
    """Return the finding for a file of `docs/` whose name would make a bad address."""
    if invalid := next((part for part in path.split("/") if not NAME.fullmatch(part)), None):
        message = msg("The name “{name}” has characters that an address should not have.", name=invalid)
        return Finding(Place(path, 1), "path", message, msg("Use small Latin letters, digits and hyphens only."))
    return None


def unreadable(path: str, error: OSError) -> HandbookError:
    """Return the error that says why a file or folder cannot be read."""
    return HandbookError(msg("{path} cannot be read: {why}.", path=path, why=error.strerror))
