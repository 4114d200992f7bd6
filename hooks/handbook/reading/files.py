"""Lists files and reads text files, with findings for unsuitable names and wrong encoding."""

import errno
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

from ..languages.messages import msg
from ..model.errors import HandbookError
from ..model.finding import Finding, Place
from .limits import FILE_BYTES, TooLargeError, check_file, check_lines
from .limits.conflicts import conflict
from .limits.yaml import check_yaml

NAME = re.compile(r"[a-z0-9][a-z0-9.-]*")
BOM = "\ufeff"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""How a file in UTF-16 begins."""


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file with LF line ends, NFC and no byte order mark, and findings about its bytes."""

    text: str
    findings: tuple[Finding, ...] = ()


def read_bytes(root: Path, path: str, limit: int) -> bytes:
    """Return the bytes of a file.

    Raises `HandbookError` if it cannot be read, `TooLargeError` if it has more than `limit` bytes.
    """
    try:
        with (root / path).open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise _unreadable(path, error) from error
    check_file(data, limit)
    return data


def file_digest(root: Path, path: str) -> str:
    """Return the digest of the bytes of a file, the same with each kind of line ends.

    Raises `HandbookError` if it cannot be read.
    """
    try:
        data = (root / path).read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error
    return sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def read_text(root: Path, path: str, limit: int = FILE_BYTES) -> Source:
    """Read a text file; bytes that are not UTF-8 become “�” and a finding.

    A byte order mark at the start, CRLF line ends and decomposed letters (NFD) are not faults. The text of a file with
    more than `limit` bytes, or beyond another limit, is empty, with one finding (see `limits`); so is that of one in
    UTF-16, of what is no file of this folder, which is not opened, and of one with conflict marks. Raises
    `HandbookError` if the file cannot be read.
    """
    if finding := unsuitable(root, path):
        return Source("", (finding,))
    try:
        data = read_bytes(root, path, limit)
        if data.startswith(UTF_16):
            message = msg("This file is saved as UTF-16, so it was not read; UTF-8 was expected.")
            advice = msg("Save it again, and choose the encoding UTF-8.")
            return Source("", (Finding(Place(path, 1), "encoding", message, advice),))
        source = _decoded(path, data)
        check_lines(source.text)
        if finding := conflict(path, source.text):
            return Source("", (finding,))
        if path.endswith(".yml"):
            check_yaml(source.text)
    except TooLargeError as error:
        return Source("", (error.finding(path),))
    return source


def _decoded(path: str, data: bytes) -> Source:
    try:
        text, findings = data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        text, findings = data.decode("utf-8", "replace"), [_not_utf8(path, line)]
    text = normalize("NFC", text.removeprefix(BOM).replace("\r\n", "\n").replace("\r", "\n"))
    return Source(text, (*findings, *_stray_characters(path, text)))


def exact_text(root: Path, path: str) -> str:
    """Return the text of a file with its line endings and byte order mark, so that it can be written back unchanged.

    Raises `HandbookError` if the file is not UTF-8 text or cannot be read.
    """
    if finding := unsuitable(root, path):
        raise HandbookError(msg("Fix this first: {finding}", finding=finding))
    try:
        return (root / path).read_bytes().decode("utf-8")
    except OSError as error:
        raise _unreadable(path, error) from error
    except UnicodeDecodeError:
        raise HandbookError(msg("{path} is not UTF-8 text. Save it as UTF-8 first.", path=path)) from None


def _unreadable(path: str, error: OSError) -> HandbookError:
    return HandbookError(msg("{path} cannot be read: {why}.", path=path, why=error.strerror))


def _not_utf8(path: str, line: int) -> Finding:
    message = msg("This line has bytes that are not UTF-8 text.")
    return Finding(Place(path, line), "encoding", message, msg("Save the file as UTF-8 and check the line."))


def _stray_characters(path: str, text: str) -> Iterator[Finding]:
    for character, name in ((BOM, msg("A byte order mark (U+FEFF)")), ("\0", msg("A NUL character (U+0000)"))):
        if character in text:
            place = Place(path, text.count("\n", 0, text.index(character)) + 1)
            yield Finding(
                place,
                "encoding",
                msg("{name} is inside the text.", name=name),
                msg("Delete it; it cannot be seen, so retype the word that contains it."),
            )


def walk(root: Path, folder: str) -> Iterator[tuple[str, Finding | None]]:
    """Yield every file below a folder, sorted, as (path from the root, finding for what is not a file of this folder).

    Hidden files are skipped, and links to folders are not followed. Characters of a name that cannot be printed are
    escaped. Raises `HandbookError` if a folder cannot be read.
    """

    def stop(error: OSError) -> None:
        raise _unreadable(_printable(Path(error.filename).relative_to(root).as_posix()), error) from error

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
