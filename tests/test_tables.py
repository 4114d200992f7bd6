"""Facts as tables: out into a spreadsheet, and back in, cell by cell."""

import difflib
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from handbook.model.handbook import Handbook
from handbook.publishing.tables import tables
from handbook.reading.load import read
from sites import Done, handbook
from trees import ROOT

PEOPLE = """\
# Who is who.
ana:
  name: Ана Петровић
  roles: [seller]
  phone: "+381601234567"
marko:
  name: Марко Јовић
  form: m
  roles:
    - promoter
    - designer
"""


@pytest.fixture
def home(example: Path) -> Path:
    """The example with two people."""
    (example / "facts/people.yml").write_text(PEOPLE, "utf-8")
    return example


def edited(home: Path, change: Callable[[Workbook], object], *words: str) -> Done:
    """Export the tables, change them as a spreadsheet does, and import them."""
    file = home.parent / "tables.xlsx"
    assert handbook(home, "export", file).returncode == 0
    book = load_workbook(file)
    change(book)
    book.save(file)
    return handbook(home, "import", file, *words)


def cell(book: Workbook, sheet: str, id_: str, column: str) -> Any:
    """The cell of a row and a column, by their names."""
    table = book[sheet]
    row = next(row for row in table.iter_rows() if row[0].value == id_)
    return row[[head.value for head in table[1]].index(column)]


def puts(sheet: str, id_: str, column: str, text: str | int | None) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        cell(book, sheet, id_, column).value = text

    return change


def changed_lines(home: Path, file: str, before: str) -> list[str]:
    """The lines that a file has lost and gained."""
    lines = difflib.ndiff(before.splitlines(), (home / file).read_text("utf-8").splitlines())
    return [line for line in lines if line[0] in "+-"]


def test_what_is_exported_and_not_changed_changes_nothing(home: Path) -> None:
    done = edited(home, lambda book: None)
    assert (done.returncode, done.stdout.strip()) == (0, "Nothing had to be written.")


@pytest.mark.long
def test_the_tables_of_the_whole_handbook_come_back_as_they_went(tmp_path: Path) -> None:
    file = tmp_path / "tables.xlsx"
    handbook(ROOT, "export", file)
    assert handbook(ROOT, "import", file).stdout.strip() == "Nothing had to be written."


@pytest.mark.parametrize(
    ("sheet", "id_", "column", "text", "message", "lines"),
    [
        (
            "people",
            "ana",
            "name",
            "Ана Јовић",
            "name: Ана Петровић → Ана Јовић",
            ["-   name: Ана Петровић", "+   name: Ана Јовић"],
        ),
        ("people", "ana", "email", "ana@firm.example", "email: — → ana@firm.example", ["+   email: ana@firm.example"]),
        ("people", "ana", "phone", None, "phone: +381601234567 → —", ['-   phone: "+381601234567"', "+   phone: null"]),
        (
            "people",
            "marko",
            "roles",
            "promoter manager",
            "roles: promoter designer → promoter manager",
            ["-     - designer", "+     - manager"],
        ),
        (
            "raci",
            "selling",
            "designer",
            "i",
            "informed: manager → manager designer",
            ["-   informed: [manager]", "+   informed: [manager, designer]"],
        ),
        ("raci", "promoting", "manager", "C", "consulted: — → manager", ["+   consulted: [manager]"]),
        (
            "measures",
            "goal-attainment",
            "unit.en",
            "no: %",
            "unit.en: percentage → no: %",
            ["-   unit: {sr: проценат, en: percentage}", '+   unit: {sr: проценат, en: "no: %"}'],
        ),
        ("meetings", "weekly-meeting", "minutes", 30.0, "minutes: — → 30", ["+   minutes: 30"]),
        ("meetings", "weekly-meeting", "brings.en", "a list", "brings.en: — → a list", ["+   brings: {en: a list}"]),
    ],
)
def test_a_cell_changes_the_one_value_it_shows(
    home: Path, sheet: str, id_: str, column: str, text: str | int, message: str, lines: list[str]
) -> None:
    file = f"facts/{'responsibilities' if sheet == 'raci' else sheet}.yml"
    before = (home / file).read_text("utf-8")
    shown = edited(home, puts(sheet, id_, column, text))
    assert shown.stdout.splitlines()[0] == f"{file}: {id_}: {message}"
    assert (home / file).read_text("utf-8") == before, "it is shown first"
    assert edited(home, puts(sheet, id_, column, text), "--write").returncode == 0
    assert changed_lines(home, file, before) == lines
    assert [finding for finding in read(home).findings if finding.rule == "facts-syntax"] == []


def test_the_roles_of_a_part_keep_the_order_that_the_file_has(home: Path) -> None:
    file = home / "facts/responsibilities.yml"
    before = file.read_text("utf-8").replace("responsible: [promoter, designer]", "responsible: [promoter, manager]")
    file.write_text(before, "utf-8")
    edited(home, puts("raci", "promoting", "designer", "R"), "--write")
    assert changed_lines(home, "facts/responsibilities.yml", before)[1:] == [
        "+   responsible: [promoter, manager, designer]"
    ]


def test_a_person_is_added_and_another_removed(home: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book["people"]
        sheet.delete_rows(2)
        sheet.append(["mila", "Мила", None, "f", "seller manager", "seller", None, None])

    done = edited(home, change, "--write")
    assert "facts/people.yml: mila: added\nfacts/people.yml: ana: removed\n" in done.stdout
    people = read(home).facts.people
    assert list(people) == ["marko", "mila"]
    assert (people["mila"].roles, people["mila"].first_for) == (("seller", "manager"), ("seller",))
    assert (home / "facts/people.yml").read_text("utf-8").startswith("# Who is who.\n")


def test_the_first_person_of_a_firm_is_added(example: Path) -> None:
    (example / "facts/people.yml").write_text("# Nobody yet.\n{}\n", "utf-8")
    edited(example, lambda book: book["people"].append(["ana", "Ана", None, "f", "seller"]), "--write")
    assert read(example).facts.people["ana"].roles == ("seller",)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda book: book["measures"].delete_rows(2), "these are new or missing: goal-attainment"),
        (puts("raci", "selling", "seller", "X"), "“X” is none of the letters A, R, C and I."),
    ],
)
def test_what_a_table_cannot_say_is_refused(home: Path, change: Callable[[Workbook], object], message: str) -> None:
    done = edited(home, change, "--write")
    assert done.returncode == 1
    assert message in done.stderr


def test_what_is_no_spreadsheet_is_told_in_one_line(home: Path, tmp_path: Path) -> None:
    text = tmp_path / "tables.xlsx"
    text.write_text("id,name\n")
    with ZipFile(tmp_path / "other.xlsx", "w") as other:
        other.writestr("a", "b")
    for file in (text, tmp_path / "other.xlsx", tmp_path / "none.xlsx"):
        done = handbook(home, "import", file)
        assert (done.returncode, "cannot be read as a spreadsheet" in done.stderr) == (2, True)


def test_a_text_that_looks_like_a_formula_is_a_text(home: Path) -> None:
    text = (home / "facts/people.yml").read_text("utf-8")
    (home / "facts/people.yml").write_text(text.replace("name: Ана Петровић", 'name: "=1+1"'), "utf-8")
    assert edited(home, lambda book: None).stdout.strip() == "Nothing had to be written."


def test_every_row_of_the_facts_is_in_its_table(home: Path) -> None:
    book: Handbook = read(home)
    found = {table.file: list(table.rows) for table in tables(book)}
    assert found == {file: list(getattr(book.facts, file)) for file in found}
