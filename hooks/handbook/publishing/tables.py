"""The facts as tables that people edit in a spreadsheet: who does what (RACI), people, measures, meetings."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType
from typing import Any

from ..model.fact_tables import Facts
from ..model.facts import Responsibility
from ..model.handbook import Handbook

RACI = "raci"
LETTERS = MappingProxyType({"accountable": "A", "responsible": "R", "consulted": "C", "informed": "I"})
PHRASE, LIST, TEXT = "phrase", "list", "text"
COLUMNS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "people": {
            "name": TEXT,
            "latin": TEXT,
            "form": TEXT,
            "roles": LIST,
            "first_for": LIST,
            "email": TEXT,
            "phone": TEXT,
        },
        "measures": {
            "name": PHRASE,
            "formula": PHRASE,
            "unit": PHRASE,
            "better": TEXT,
            "owner": TEXT,
            "roles": LIST,
            "responsibilities": LIST,
        },
        "meetings": {
            "name": PHRASE,
            "brings": PHRASE,
            "gives": PHRASE,
            "minutes": TEXT,
            "leads": TEXT,
            "attends": LIST,
        },
    }
)
"""The columns of each table by file of facts; a phrase has one for each language."""

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, the file of facts it shows, its columns, and its rows by id, with a text for each column.

    `titles` are the titles of the rows by id, for people to read; they are not read back.
    """

    name: str
    file: str
    columns: tuple[str, ...]
    rows: Mapping[str, Row]
    titles: Mapping[str, str]


def tables(handbook: Handbook) -> tuple[Table, ...]:
    """Return every table of a handbook."""
    return (_raci(handbook), *(_entries(handbook, file) for file in COLUMNS))


def _raci(handbook: Handbook) -> Table:
    """A row for each responsibility and a column for each role and outside party, with the letters A, R, C, I."""
    duties = handbook.facts.responsibilities
    named = dict.fromkeys(id_ for duty in duties.values() for _, ids in duty.parts for id_ in ids)
    columns = tuple(dict.fromkeys([*handbook.facts.roles, *named]))
    rows = {duty.id: {role: letters(duty, role) for role in columns} for duty in duties.values()}
    pages = {duty.id: handbook.page(handbook.default_language, duty.page) for duty in duties.values()}
    titles = {id_: page.title if page else "" for id_, page in pages.items()}
    return Table(RACI, "responsibilities", columns, rows, titles)


def letters(duty: Responsibility, role: str) -> str:
    """Return the letters of a role in a responsibility, such as `AR`; empty if it takes no part."""
    return "".join(LETTERS[part] for part, ids in duty.parts if role in ids)


def _entries(handbook: Handbook, file: str) -> Table:
    columns = tuple(columns_of(handbook, file))
    entries = _facts(handbook.facts, file)
    return Table(file, file, columns, {id_: _row(entry, columns) for id_, entry in entries.items()}, {})


def columns_of(handbook: Handbook, file: str) -> dict[str, str]:
    """Return the columns of a file's table with what each holds; those of a phrase are `name.sr`, `name.en`."""
    found = {}
    for key, kind in COLUMNS[file].items():
        names = [f"{key}.{code}" for code in handbook.languages] if kind == PHRASE else [key]
        found.update(dict.fromkeys(names, kind))
    return found


def _facts(facts: Facts, file: str) -> Mapping[str, Any]:
    entries: Mapping[str, Any] = getattr(facts, file)
    return entries


def _row(entry: Any, columns: tuple[str, ...]) -> Row:
    return {column: _text(entry, column) for column in columns}


def _text(entry: Any, column: str) -> str:
    """The text of a cell: ids of a list with spaces between them, nothing for a key that is not given."""
    key, _, code = column.partition(".")
    value = getattr(entry, key)
    if value is None:
        return ""
    if code:
        return str(value[code])
    return " ".join(value) if isinstance(value, tuple) else str(value)


def workbook(handbook: Handbook) -> bytes:
    """Return all tables as one XLSX file, a sheet for each; the first row and the first column keep still."""
    from openpyxl import Workbook  # no other command needs it
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables(handbook):
        sheet = book.create_sheet(table.name)
        head = ["id", *(["title"] if table.titles else []), *table.columns]
        for number, row in enumerate([head, *_cells(table)], start=1):
            for column, text in enumerate(row, start=1):
                cell = sheet.cell(number, column)
                cell.value = text or None
                cell.data_type = "s" if text else "n"  # a text that begins with = is no formula
                cell.font = Font(bold=number == 1)
                cell.alignment = Alignment(vertical="top", wrap_text=number > 1)
        sheet.freeze_panes = "C2" if table.titles else "B2"
        for column, name in zip(sheet.columns, head, strict=True):
            widest = max(len(str(cell.value or "")) for cell in column)
            sheet.column_dimensions[column[0].column_letter].width = min(max(widest, len(name)) + 2, 50)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _cells(table: Table) -> list[list[str]]:
    return [
        [id_, *([table.titles[id_]] if table.titles else []), *(row[column] for column in table.columns)]
        for id_, row in table.rows.items()
    ]
