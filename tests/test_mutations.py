"""Real pages, changed in one language: what harms is told at its place, what does not is not told at all."""

import shutil
from datetime import date
from itertools import islice
from pathlib import Path
from unicodedata import normalize

import pytest

from conftest import ROOT
from handbook.checks.runner import check
from handbook.editing.write import write
from handbook.languages.registry import CODES
from handbook.model.handbook import Handbook
from handbook.model.lock import lock_path
from handbook.parity.confirm import keep
from handbook.reading.load import read
from mutations import HARMFUL, HARMLESS
from one_page import harmful, harmless, meets, pair, told

TODAY = date(2026, 11, 24)
SOME = 8
"""Mutants of a kind and a language tried here; `make bench` tries them all."""


@pytest.fixture(scope="module")
def book() -> Handbook:
    return read(ROOT)


def test_the_untouched_pages_give_nothing(book: Handbook) -> None:
    for path in book.paths:
        assert told(pair(book, path)) == [], path


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("name", [one.__name__ for one in HARMFUL])
def test_what_harms_is_told_where_it_is(book: Handbook, name: str, language: str) -> None:
    mutants = list(islice(harmful(book, name, language), SOME))
    assert mutants, "no page has a place for this mutation"
    for expected, found in mutants:
        assert any(meets(one, expected) for one in found), (expected, *map(str, found))


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("name", [one.__name__ for one in HARMLESS])
def test_what_does_not_harm_is_not_told(book: Handbook, name: str, language: str) -> None:
    mutants = list(islice(harmless(book, name, language), SOME))
    assert mutants, "no page has a place for this mutation"
    for found in mutants:
        assert [str(one) for one in found] == []


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the real handbook's words, facts and locks."""
    for name in ("docs", "facts", "parity"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


PAGE = "together/agreement"


def edit(tree: Path, language: str, old: str, new: str) -> None:
    file = tree / f"docs/{language}/{PAGE}.md"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def rules(tree: Path) -> set[tuple[str, str]]:
    return {(one.rule, one.place.path) for one in check(read(tree), TODAY)}


@pytest.mark.parametrize("saved", ["CRLF", "BOM", "NFD"])
def test_how_a_system_saves_the_files_is_no_fault(tree: Path, saved: str) -> None:
    for file in [*tree.rglob("*.md"), *tree.rglob("*.yml"), *tree.rglob("*.lock")]:
        text = file.read_text("utf-8")
        match saved:
            case "CRLF":
                file.write_bytes(text.replace("\n", "\r\n").encode())
            case "BOM":
                file.write_bytes(b"\xef\xbb\xbf" + text.encode())
            case "NFD":
                file.write_bytes(normalize("NFD", text).encode())
    assert rules(tree) == set()


def test_both_sides_edited_wait_for_somebody_to_confirm(tree: Path) -> None:
    edit(tree, "sr", "## ", "Ново.\n\n## ")
    edit(tree, "en", "## ", "New.\n\n## ")
    assert rules(tree) == {("to-confirm", f"docs/sr/{PAGE}.md")}


def test_a_slip_mended_in_the_other_language_is_no_translation(tree: Path) -> None:
    """The false sync point: Serbian says something new, then English only gets a comma."""
    edit(tree, "sr", "## ", "Нова обавеза продаје.\n\n## ")
    assert rules(tree) == {("behind", f"docs/en/{PAGE}.md"), ("paragraphs", f"docs/sr/{PAGE}.md")}
    edit(tree, "en", ". ", ", ")
    assert ("to-confirm", f"docs/sr/{PAGE}.md") in rules(tree)


def test_a_keep_does_not_cover_the_edit_after_it(tree: Path) -> None:
    edit(tree, "sr", "## ", "реч ## ".removesuffix("## ") + "\n\n## ")
    write(tree, keep(read(tree), f"{PAGE}#", "a slip of the pen", TODAY))
    assert ("behind", f"docs/en/{PAGE}.md") not in rules(tree)
    edit(tree, "sr", "реч", "друга реч")
    assert ("behind", f"docs/en/{PAGE}.md") in rules(tree)


def test_a_page_deleted_in_one_language_is_missing_there(tree: Path) -> None:
    (tree / f"docs/en/{PAGE}.md").unlink()
    assert ("missing-page", f"docs/sr/{PAGE}.md") in rules(tree)


def test_a_page_renamed_in_both_languages_leaves_its_lock_behind(tree: Path) -> None:
    for code in CODES:
        (tree / f"docs/{code}/{PAGE}.md").rename(tree / f"docs/{code}/{PAGE}-new.md")
    assert ("missing-page", lock_path(PAGE)) in rules(tree)
    (tree / lock_path(PAGE)).rename(tree / lock_path(f"{PAGE}-new"))
    assert not {path for rule, path in rules(tree) if path.startswith("parity/") or rule in ("behind", "to-confirm")}
