"""`handbook check --against`: what a proposal may write down about both languages, compared with where it goes."""

import shutil
from pathlib import Path

import pytest

from git import clone, commit, git, init
from handbook.model.lock import Lock
from handbook.parity.changes.record import record
from handbook.reading.load import read
from sites import handbook
from trees import CODES, edit

PAGE = "sales/roles/seller"
LOCK = f"parity/{PAGE}.lock"
WEEK = f"{PAGE}#week"
WORDS = {"sr": "Баш", "en": "Indeed"}
IN_ORDER = (0, "The handbook is in order.\n")


@pytest.fixture
def branch(smallest: Path) -> Path:
    """The folder of the branch that the changes of `smallest` go into."""
    return shutil.copytree(smallest, smallest.parent / "branch", symlinks=True)


def change(home: Path, *languages: str) -> None:
    for code in languages:
        file = home / f"docs/{code}/{PAGE}.md"
        text = file.read_text("utf-8")
        file.write_text(text.replace("{ #week }\n\n", f"{{ #week }}\n\n{WORDS[code]} "), "utf-8")


def run(home: Path, *words: str) -> tuple[int, str]:
    done = handbook(home, *words)
    return done.returncode, done.stdout + done.stderr


def keep(home: Path) -> None:
    change(home, "sr")
    assert run(home, "keep", WEEK, "--reason", "slip")[0] == 0


def without_line(home: Path) -> None:
    text = (home / LOCK).read_text("utf-8")
    (line,) = (line for line in text.splitlines(keepends=True) if line.startswith("#week "))
    (home / LOCK).write_text(text.replace(line, ""), "utf-8")


def found(home: Path, before: dict[str, Lock]) -> list[str]:
    return [str(finding) for finding in record(read(home), before)]


@pytest.mark.parametrize(("keeps", "languages"), [(1, ()), (2, ()), (0, CODES), (1, CODES)])
def test_what_confirm_and_keep_write_is_in_order(
    smallest: Path, branch: Path, keeps: int, languages: tuple[str, ...]
) -> None:
    for _ in range(keeps):
        keep(smallest)
    if languages:
        change(smallest, *languages)
        assert run(smallest, "confirm", WEEK)[0] == 0
    assert run(smallest, "check", "--against", str(branch)) == IN_ORDER


def test_a_row_of_keeps_is_ended_by_confirm_though_one_language_changed(smallest: Path, branch: Path) -> None:
    for _ in range(2):
        keep(smallest)
    shutil.copy(smallest / LOCK, branch / LOCK)
    change(smallest, "sr")
    assert run(smallest, "confirm", WEEK)[0] == 0
    assert run(smallest, "check", "--against", str(branch)) == IN_ORDER


@pytest.mark.parametrize("command", ["seed", "confirm"])
def test_a_line_that_is_removed_and_written_anew_is_found(smallest: Path, branch: Path, command: str) -> None:
    change(smallest, "sr")
    without_line(smallest)
    assert run(smallest, command, PAGE)[0] == 0
    assert run(smallest, "check") == IN_ORDER, "the files alone do not show it"
    code, output = run(smallest, "check", "--against", str(branch))
    assert (code, output.count("[record]"), WEEK in output) == (1, 1, True)


def test_a_new_section_of_an_old_page_is_confirmed_and_not_seeded(smallest: Path, branch: Path) -> None:
    for code, word in WORDS.items():
        file = smallest / f"docs/{code}/index.md"
        file.write_text(f"{file.read_text('utf-8')}\n## {word} {{ #new-one }}\n\n{word}.\n", "utf-8")
    assert run(smallest, "seed", "index")[0] == 0
    assert "index#new-one: it is marked “seed”" in run(smallest, "check", "--against", str(branch))[1]
    assert run(smallest, "confirm", "index#new-one")[0] == 0
    assert run(smallest, "check", "--against", str(branch)) == IN_ORDER


def test_a_removed_record_of_a_page_is_found_once(smallest: Path, branch: Path) -> None:
    (smallest / LOCK).unlink()
    assert found(smallest, dict(read(branch).locks)) == [
        f"{LOCK}:1: The record of this page was removed. Put the file back. [record]"
    ]


def test_new_and_renamed_pages_are_in_order(example: Path) -> None:
    branch = shutil.copytree(example, example.parent / "branch", symlinks=True)
    assert run(example, "rename", "sales/roles/manager", "head")[0] == 0
    assert run(example, "rename", "together/meetings", "gatherings")[0] == 0
    assert run(example, "new", "guide", "price-changes", "--team", "together")[0] == 0
    assert "[record]" not in run(example, "check", "--against", str(branch))[1]


def test_a_renamed_page_keeps_its_record(smallest: Path, branch: Path) -> None:
    assert run(smallest, "rename", "seller", "vendor")[0] == 0
    lock = smallest / "parity/sales/roles/vendor.lock"
    lock.write_text(lock.read_text("utf-8").replace("#week", "#weak"), "utf-8")
    (fault,) = found(smallest, dict(read(branch).locks))
    assert "sales/roles/vendor#week: its line was removed" in fault


def test_a_branch_is_compared_as_it_was_when_the_proposal_left_it(smallest: Path) -> None:
    init(smallest, "2026-11-01")
    git(smallest, "checkout", "--quiet", "-b", "proposal")
    keep(smallest)
    commit(smallest, "2026-11-02")
    git(smallest, "checkout", "--quiet", "main")
    edit(smallest, "docs/en/index.md", ("## Table", "## The table"))
    assert run(smallest, "keep", "index#table", "--reason", "slip")[0] == 0
    commit(smallest, "2026-11-03")
    git(smallest, "checkout", "--quiet", "proposal")
    assert run(smallest, "check", "--against", "main") == IN_ORDER
    without_line(smallest)
    assert run(smallest, "confirm", WEEK)[0] == 0
    assert "only its Serbian text changed" in run(smallest, "check", "--against", "main")[1]


def test_where_the_history_is_missing_the_check_cannot_run(smallest: Path, tmp_path: Path) -> None:
    assert run(smallest, "check", "--against", "main")[0] == 2
    init(smallest, "2026-11-01")
    git(smallest, "checkout", "--quiet", "-b", "proposal")
    keep(smallest)
    commit(smallest, "2026-11-02")
    code, output = run(clone(smallest, tmp_path / "clone", 1), "check", "--against", "origin/main")
    assert (code, "git fetch --unshallow" in output) == (2, True)
