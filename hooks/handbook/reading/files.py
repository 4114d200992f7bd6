"""Reads files as bytes and as text, with findings for a wrong encoding."""

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
from .limits.paths import unreadable, unsuitable
from .limits.yaml import check_yaml

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
        raise unreadable(path, error) from error
    check_file(data, limit)
    return data


def file_digest(root: Path, path: str) -> str:
    """Return the digest of the bytes of a file, the same with each kind of line ends.

    Raises `HandbookError` if it cannot be read.
    """
    try:
        data = (root / path).read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
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
    except TooLargeError as error:
        return Source("", (error.finding(path),))
    return source


def read_yaml(root: Path, path: str) -> Source:
    """Read a text file as `read_text` does; the text is also empty if as YAML it is beyond a limit."""
    source = read_text(root, path)
    try:
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
        raise unreadable(path, error) from error
    except UnicodeDecodeError:
        raise HandbookError(msg("{path} is not UTF-8 text. Save it as UTF-8 first.", path=path)) from None


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
