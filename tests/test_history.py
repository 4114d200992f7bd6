"""When a page's text last changed: from git where git is sure of it, else nothing."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from git import clone, commit, git, init
from handbook.reading.git_history import last_changes

FIRST, SECOND, THIRD = "2027-03-05", "2027-04-01", "2027-05-09"
A, B = "docs/sr/a.md", "docs/en/a.md"


def write(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, "utf-8")


def days(root: Path) -> dict[str, str]:
    return {path: day.isoformat() for path, day in last_changes(root, "docs").items()}


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both languages on the first day, one of them changed on the second, something else on the third; only read."""
    root = tmp_path_factory.mktemp("history") / "origin"
    write(root, A, "Један.\n")
    write(root, B, "One.\n")
    write(root, "facts/roles.yml", "{}\n")
    init(root, FIRST)
    write(root, A, "Два.\n")
    commit(root, SECOND)
    write(root, "facts/roles.yml", "# changed\n{}\n")
    commit(root, THIRD)
    return root


@pytest.fixture
def repository(origin: Path, tmp_path: Path) -> Path:
    """A copy of it to commit to."""
    return shutil.copytree(origin, tmp_path / "origin")


def test_each_language_has_the_day_of_its_own_text(origin: Path) -> None:
    assert days(origin) == {A: SECOND, B: FIRST}


def test_the_day_is_the_writer_s_own_wherever_the_site_is_built(origin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert last_changes(origin, "docs")[A] == date(2027, 4, 1)


def test_what_is_not_committed_as_it_is_has_no_day(repository: Path) -> None:
    write(repository, A, "Три.\n")
    write(repository, "docs/sr/new.md", "Ново.\n")
    assert days(repository) == {B: FIRST}
    git(repository, "add", "--all")
    assert days(repository) == {B: FIRST}


def test_a_moved_page_keeps_the_day_of_its_text(repository: Path) -> None:
    git(repository, "mv", A, "docs/sr/b.md")
    commit(repository, THIRD)
    git(repository, "mv", "docs/sr/b.md", "docs/sr/c.md")
    commit(repository, THIRD)
    assert days(repository) == {"docs/sr/c.md": SECOND, B: FIRST}


def test_a_page_that_is_moved_and_rewritten_at_once_has_the_day_of_that(repository: Path) -> None:
    write(repository, A, "Ред.\n" * 20)
    commit(repository, SECOND)
    git(repository, "mv", A, "docs/sr/b.md")
    write(repository, "docs/sr/b.md", "Ред.\n" * 20 + "Нов ред.\n")
    commit(repository, THIRD)
    assert days(repository) == {"docs/sr/b.md": THIRD, B: FIRST}


def test_a_new_page_in_the_place_of_a_moved_one_has_its_own_day(repository: Path) -> None:
    git(repository, "mv", A, "docs/sr/b.md")
    commit(repository, SECOND)
    write(repository, A, "Нова страница.\n")
    commit(repository, THIRD)
    assert days(repository) == {"docs/sr/b.md": SECOND, A: THIRD, B: FIRST}


def test_a_page_that_was_removed_and_lies_there_again_unknown_to_git_has_no_day(repository: Path) -> None:
    git(repository, "rm", "--quiet", A)
    commit(repository, THIRD)
    write(repository, A, "Два.\n")
    assert days(repository) == {B: FIRST}


def test_a_text_that_a_merge_made_has_the_day_of_the_merge(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "-b", "other", "HEAD~1")
    write(repository, A, "Друго.\n")
    commit(repository, "2027-05-10")
    git(repository, "checkout", "--quiet", "main")
    write(repository, A, "Прво.\n")
    commit(repository, "2027-05-11")
    git(repository, "merge", "--quiet", "--strategy", "ours", "--no-commit", "other")
    write(repository, A, "Прво и друго.\n")
    commit(repository, "2027-05-12")
    assert days(repository) == {A: "2027-05-12", B: FIRST}


def test_what_came_by_a_merge_has_the_day_it_was_written(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "-b", "other")
    write(repository, B, "Two.\n")
    commit(repository, "2027-05-10")
    git(repository, "checkout", "--quiet", "main")
    write(repository, "docs/sr/x.md", "Икс.\n")
    commit(repository, "2027-05-11")
    git(repository, "merge", "--quiet", "--no-edit", "other", day="2027-05-12")
    assert days(repository) == {A: SECOND, B: "2027-05-10", "docs/sr/x.md": "2027-05-11"}


@pytest.mark.parametrize(("depth", "known"), [(1, {}), (2, {}), (3, {A: SECOND}), (4, {A: SECOND, B: FIRST})])
def test_where_a_shallow_clone_begins_nothing_is_certain(
    origin: Path, tmp_path: Path, depth: int, known: dict[str, str]
) -> None:
    """The oldest commit of such a clone seems to have written every file; git says so even of one without parents."""
    assert days(clone(origin, tmp_path / "clone", depth)) == known


def test_a_change_inside_a_shallow_clone_is_certain(repository: Path, tmp_path: Path) -> None:
    write(repository, B, "Two.\n")
    commit(repository, "2027-06-01")
    assert days(clone(repository, tmp_path / "one", 1)) == {}
    assert days(clone(repository, tmp_path / "two", 2)) == {B: "2027-06-01"}
    assert days(clone(repository, tmp_path / "three", 3)) == {B: "2027-06-01"}
    assert days(clone(repository, tmp_path / "four", 4)) == {A: SECOND, B: "2027-06-01"}


def test_a_handbook_inside_a_larger_repository(tmp_path: Path) -> None:
    write(tmp_path, f"team/handbook/{A}", "Један.\n")
    write(tmp_path, A, "Туђе.\n")
    init(tmp_path, FIRST)
    assert days(tmp_path / "team/handbook") == {A: FIRST}


def test_names_and_settings_of_the_reader_change_nothing(repository: Path) -> None:
    write(repository, "docs/sr/ћирилица са размаком.md", "Текст.\n")
    commit(repository, THIRD)
    for key, value in (
        ("color.ui", "always"),
        ("log.showSignature", "true"),
        ("diff.noprefix", "true"),
        ("diff.renames", "copies"),
        ("log.date", "relative"),
    ):
        git(repository, "config", key, value)
    assert days(repository) == {A: SECOND, B: FIRST, "docs/sr/ћирилица са размаком.md": THIRD}


def test_without_git_or_without_history_there_is_no_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, A, "Један.\n")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert days(tmp_path) == {}
    git(tmp_path, "init", "--quiet")
    assert days(tmp_path) == {}
    commit(tmp_path, FIRST)
    assert days(tmp_path) == {A: FIRST}
    monkeypatch.setenv("PATH", "")
    assert days(tmp_path) == {}
