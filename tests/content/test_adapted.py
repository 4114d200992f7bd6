"""A firm that changes the handbook as the manual says gets no red run: all checks of the content pass on its copy."""

import shutil
from pathlib import Path

import pytest

from adapting import (
    NEW_GUIDE,
    NEW_QUESTION,
    NEW_ROLE,
    NEW_TITLE,
    add_guide,
    add_question,
    add_role,
    change_title,
    confirm_what_waits,
    remove_roles,
    some_role,
)
from drafts import TODAY
from handbook.checks.runner import check
from handbook.reading.load import read
from sites import Done, handbook, run
from trees import CODES, ROOT, TESTS, real_tree

BESIDE = (".gitignore", ".github/CODEOWNERS")
"""What a firm's repository also has beside its content, if anything."""
OF_THIS_REPOSITORY = ("test_adapted.py", "test_books.py", "test_pdf_standards.py", "test_shown_pages.py")
"""Tests of the paper and the reading of this repository's handbook, whatever `--content` names."""


def adapt(home: Path) -> None:
    """Add a question, a role and a guide, remove a role and change the title of another."""
    removed, heir = some_role(home)
    add_question(home, heir)
    add_role(home)
    add_guide(home)
    remove_roles(home, {removed.id}, heir)
    change_title(home, read(home).facts.roles[heir].page, NEW_TITLE)
    confirm_what_waits(home)
    facts = read(home).facts
    assert removed.id not in facts.roles
    assert {NEW_ROLE, NEW_QUESTION, f"{NEW_GUIDE}.md"} <= {*facts.roles, *facts.questions, *facts.guides}
    for code in CODES:
        page = read(home).page(code, facts.roles[heir].page)
        assert page is not None
        assert page.title == NEW_TITLE[code]


def test_a_handbook_that_is_changed_as_the_manual_says_is_in_order(example: Path) -> None:
    adapt(example)
    assert [str(finding) for finding in check(read(example), TODAY)] == []


@pytest.mark.long
def test_every_check_of_the_content_passes_on_a_handbook_that_is_changed_as_the_manual_says(tmp_path: Path) -> None:
    home = real_tree(tmp_path / "firm")
    for name in BESIDE:
        if (ROOT / name).exists():
            (home / name).parent.mkdir(exist_ok=True)
            shutil.copy(ROOT / name, home / name)
    adapt(home)
    assert handbook(home, "check", "--strict") == Done(0, "The handbook is in order.\n", "")
    (tmp_path / "pytest").mkdir()
    checks = run(
        "pytest",
        "-n0",
        "-p",
        "no:cacheprovider",
        "-m",
        "",
        "--basetemp",
        tmp_path / "pytest/checks",
        *(f"--ignore={TESTS / 'content' / name}" for name in OF_THIS_REPOSITORY),
        "--content",
        home,
        TESTS / "content",
    )
    assert checks.returncode == 0, checks.stdout + checks.stderr
