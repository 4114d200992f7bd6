"""Pages changed in one language: a harmful change gives a finding at its place, a harmless one gives none."""

from datetime import date
from pathlib import Path
from statistics import fmean
from unicodedata import normalize

import pytest

from handbook.checks.runner import check
from handbook.editing.write import write
from handbook.model.handbook import Handbook
from handbook.model.lock import lock_path
from handbook.parity.confirm import keep
from handbook.reading.load import read
from mutations import HARMFUL, HARMLESS, Mutation
from one_page import findings, findings_of_mutants, is_right, messages_of_mutants, pair
from trees import CODES, ROOT

TODAY = date(2026, 11, 24)
SAMPLE = 8
"""Mutants of a kind and a language that are tried here; `make bench` tries all of them."""
MESSAGES = 1.1
"""The messages that a fault gives on average, at most."""
PAGE = "together/meetings"


@pytest.fixture(scope="module")
def book(example_copy: Path) -> Handbook:
    return read(example_copy)


@pytest.fixture(scope="module")
def real_book() -> Handbook:
    return read(ROOT)


def test_unchanged_pages_give_no_findings(book: Handbook) -> None:
    for path in book.paths:
        assert findings(pair(book, path)) == [], path


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("mutation", HARMFUL)
def test_a_harmful_change_is_found_where_it_is(book: Handbook, mutation: Mutation, language: str) -> None:
    mutants = list(findings_of_mutants(book, mutation, language, SAMPLE))
    assert mutants, "no page of the example has a place for this mutation"
    for expected, given in mutants:
        assert expected
        assert is_right(expected, given), (expected, *map(str, given))


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("mutation", HARMLESS)
def test_a_harmless_change_gives_no_findings(book: Handbook, mutation: Mutation, language: str) -> None:
    mutants = list(findings_of_mutants(book, mutation, language, SAMPLE))
    assert mutants, "no page of the example has a place for this mutation"
    for expected, given in mutants:
        assert (expected, [str(finding) for finding in given]) == (None, [])


def test_a_fault_gives_one_message(book: Handbook) -> None:
    given = [count for kind in HARMFUL for code in CODES for count in messages_of_mutants(book, kind, code, SAMPLE)]
    assert fmean(given) <= MESSAGES


@pytest.mark.long
def test_unchanged_real_pages_give_no_findings(real_book: Handbook) -> None:
    for path in real_book.paths:
        assert findings(pair(real_book, path)) == [], path


@pytest.mark.long
@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("mutation", HARMFUL + HARMLESS)
def test_a_change_of_a_real_page_gives_what_it_must(real_book: Handbook, mutation: Mutation, language: str) -> None:
    for expected, given in findings_of_mutants(real_book, mutation, language, SAMPLE):
        assert is_right(expected, given), (expected, *map(str, given))


def edit(home: Path, language: str, old: str, new: str) -> None:
    file = home / f"docs/{language}/{PAGE}.md"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def rules(home: Path) -> set[tuple[str, str]]:
    """The rule and the file of every finding."""
    return {(finding.rule, finding.place.path) for finding in check(read(home), TODAY)}


def save_all(home: Path, form: str) -> None:
    """Write every file of a handbook as some systems save text."""
    for file in [*home.rglob("*.md"), *home.rglob("*.yml"), *home.rglob("*.lock")]:
        text = file.read_text("utf-8")
        match form:
            case "CRLF":
                file.write_bytes(text.replace("\n", "\r\n").encode())
            case "BOM":
                file.write_bytes(b"\xef\xbb\xbf" + text.encode())
            case "NFD":
                file.write_bytes(normalize("NFD", text).encode())


@pytest.mark.parametrize("form", ["CRLF", "BOM", "NFD"])
@pytest.mark.parametrize("handbook", ["example", pytest.param("real", marks=pytest.mark.long)])
def test_how_a_system_saves_files_gives_no_findings(request: pytest.FixtureRequest, handbook: str, form: str) -> None:
    home: Path = request.getfixturevalue(handbook)
    save_all(home, form)
    assert rules(home) == set()


def test_an_edit_of_both_languages_waits_until_somebody_confirms_it(example: Path) -> None:
    edit(example, "sr", "## ", "Ново.\n\n## ")
    edit(example, "en", "## ", "New.\n\n## ")
    assert rules(example) == {("to-confirm", f"docs/sr/{PAGE}.md")}


def test_a_comma_in_the_other_language_is_not_taken_for_a_translation(example: Path) -> None:
    """Serbian gets a new sentence, then English gets only a comma: they do not agree because both have changed."""
    edit(example, "sr", "## ", "Нова обавеза продаје.\n\n## ")
    assert rules(example) == {("behind", f"docs/en/{PAGE}.md")}
    edit(example, "en", " because", ", because")
    assert ("to-confirm", f"docs/sr/{PAGE}.md") in rules(example)


def test_a_keep_does_not_cover_the_next_edit(example: Path) -> None:
    edit(example, "sr", "## ", "реч\n\n## ")
    assert ("behind", f"docs/en/{PAGE}.md") in rules(example)
    write(example, keep(read(example), [f"{PAGE}#"], "a typing error", TODAY))
    assert ("behind", f"docs/en/{PAGE}.md") not in rules(example)
    edit(example, "sr", "реч", "друга реч")
    assert ("behind", f"docs/en/{PAGE}.md") in rules(example)


def test_a_page_deleted_in_one_language_is_missing_there(example: Path) -> None:
    (example / f"docs/en/{PAGE}.md").unlink()
    assert ("missing-page", f"docs/sr/{PAGE}.md") in rules(example)


def test_the_lock_of_a_page_renamed_in_both_languages_has_no_page(example: Path) -> None:
    for code in CODES:
        (example / f"docs/{code}/{PAGE}.md").rename(example / f"docs/{code}/{PAGE}-new.md")
    assert ("missing-page", lock_path(PAGE)) in rules(example)
    (example / lock_path(PAGE)).rename(example / lock_path(f"{PAGE}-new"))
    assert not {path for rule, path in rules(example) if path.startswith("parity/") or rule in ("behind", "to-confirm")}
