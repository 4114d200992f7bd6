"""The list of published pages is kept by the commands that make and rename pages, and `fix` adds what is missing."""

from pathlib import Path

from handbook.model.lock import PUBLISHED
from handbook.reading.load import read
from sites import Done, handbook


def listed(home: Path) -> list[str]:
    return (home / PUBLISHED).read_text("utf-8").splitlines()


def test_fix_adds_the_pages_that_are_missing_and_removes_none(example: Path) -> None:
    (example / PUBLISHED).write_text("was/here.md\n")
    assert handbook(example, "fix") == Done(0, f"wrote {PUBLISHED}\n0 lines repaired.\n", "")
    assert listed(example) == sorted([*read(example).paths, "was/here.md"])


def test_the_list_stays_as_it_is_where_nothing_is_missing(example: Path) -> None:
    (example / PUBLISHED).write_text("\n".join(reversed(read(example).paths)))
    before = listed(example)
    assert handbook(example, "fix") == Done(0, "0 lines repaired.\n", "")
    assert listed(example) == before


def test_a_handbook_without_a_list_gets_none(example: Path) -> None:
    assert handbook(example, "fix").returncode == 0
    assert not (example / PUBLISHED).exists()


def test_a_new_page_is_listed(example: Path) -> None:
    (example / PUBLISHED).write_text("\n".join(read(example).paths))
    assert handbook(example, "new", "guide", "spare-guide").returncode == 0
    assert "spare-guide.md" in listed(example)


def test_a_renamed_page_is_listed_under_both_names_and_its_old_address_redirects(example: Path) -> None:
    (example / PUBLISHED).write_text("")
    old = next(iter(read(example).facts.roles.values())).page
    new = old.replace(".md", "-now.md")
    done = handbook(example, "rename", old, Path(new).name)
    assert done.returncode == 0, done.stderr
    assert listed(example) == sorted([old, new])
    assert [line for line in handbook(example, "check").stdout.splitlines() if f"“{old}” was published" in line] == []
