"""Reads the tables of an XLSX file as texts."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from ...languages.messages import msg
from ...model.errors import HandbookError
from ...publishing.tables import Row

LARGEST = 50 * 2**20
"""The most bytes that a file may hold when it is unpacked."""


def read_tables(file: Path) -> Mapping[str, dict[str, Row]]:
    """Return the rows by id of each sheet. Raises `HandbookError` if the file is no XLSX file or is too large."""
    from openpyxl import load_workbook  # no other command needs it

    try:
        with ZipFile(file) as packed:
            if sum(part.file_size for part in packed.infolist()) > LARGEST:
                raise HandbookError(msg("{file} is too large for a table of this handbook.", file=file.name))
        book = load_workbook(file, read_only=True, data_only=True)
        found = {sheet.title: dict(_rows(sheet.iter_rows(values_only=True))) for sheet in book.worksheets}
        book.close()
    except (BadZipFile, KeyError, ValueError, OSError) as error:
        raise HandbookError(
            msg(
                "{file} cannot be read as a spreadsheet. Give the file that “handbook export” wrote, saved as XLSX.",
                file=file.name,
            )
        ) from error
    return found


def _rows(lines: Iterable[tuple[object, ...]]) -> Iterator[tuple[str, Row]]:
    """Yield the rows below the first one, which names the columns; the first column is the id."""
    rest = iter(lines)
    head = [_text(cell) for cell in next(rest, ())]
    for line in rest:
        row = dict(zip(head, map(_text, line), strict=False))
        if id_ := row.get("id", ""):
            yield id_, row


def _text(cell: object) -> str:
    """The text of a cell; a spreadsheet takes 30 for a number and may make 30.0 of it."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else str(cell).strip()
