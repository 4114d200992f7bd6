"""The commands that the texts about changing the handbook show do what the texts say.

That every command shown is one of these is a check of the texts: `content/test_manual.py`.
"""

import os
import shlex
import shutil
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml

import sites
from drafts import left, write_everything
from forms import MAKE, free_port, link_makefile, wait_for
from git import git, init
from handbook.checks.runner import check
from handbook.parity.state import State, section_states
from handbook.reading.load import read
from manual import (
    AUDIT,
    CHECK,
    COMMENTS,
    CONFIRM,
    CONFIRM_ROLE,
    DIFF,
    KEEP,
    NEW_GUIDE,
    NEW_RESPONSIBILITY,
    NEW_ROLE,
    RENAME,
    SECTION,
    form,
    parts,
    shown,
)
from pages import page
from trees import ROOT


@pytest.fixture
def changed(example: Path) -> Path:
    """A handbook in which the Serbian text of one section has a sentence more."""
    add_sentence(example, "sr")
    return example


def add_sentence(home: Path, code: str) -> None:
    file = home / f"docs/{code}/together/meetings.md"
    text, start = file.read_text("utf-8"), "{ #weekly }\n\n"
    assert start in text
    file.write_text(text.replace(start, f"{start}{'Питајте слободно.' if code == 'sr' else 'Do ask.'}\n\n"), "utf-8")


def handbook(home: Path, command: str) -> str:
    """What a command prints; it must not fail."""
    done = sites.handbook(home, *command.split(" ")[1:])
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def state(home: Path) -> State:
    return next(section.state for section in section_states(read(home)) if section.name == SECTION)


def test_a_text_is_read_for_its_commands() -> None:
    text = "Prepare:\n\n```\nmake check\nhandbook new role A --team B\n```\n\n## Then\n\nUse `handbook`, `facts/` or `/keep REASON`.\n"
    assert shown(text) == {"make check", "handbook new role A --team B", "/keep REASON"}
    assert parts(text) == [("Then", "Then\n\nUse `handbook`, `facts/` or `/keep REASON`.\n")]


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("handbook new role sales-trainer --team sales", "handbook new role … --team …"),
        ("handbook rename price-changes price-list-changes", "handbook rename … …"),
        ("handbook check", "handbook check"),
        ("handbook no-such-command a", "handbook no-such-command …"),
        ("/keep together/meetings#weekly REASON", "/keep … …"),
        ("make check", "make check"),
    ],
)
def test_a_command_is_recognised_whatever_it_is_about(command: str, expected: str) -> None:
    assert form(command) == expected


def test_a_role_is_added(example: Path) -> None:
    handbook(example, NEW_ROLE)
    assert "[todo]" in handbook(example, CHECK)
    write_everything(example, left(example))
    roles, duties = example / "facts/roles.yml", example / "facts/responsibilities.yml"
    text = roles.read_text("utf-8").replace("  draft: true\n", "")
    roles.write_text(text.replace(": todo", ": manager").replace("[todo]", "[manager]"), "utf-8")
    facts = yaml.safe_load(duties.read_text("utf-8"))
    facts["selling"]["responsible"].append("sales-trainer")
    duties.write_text(yaml.safe_dump(facts, allow_unicode=True, sort_keys=False), "utf-8")
    handbook(example, CONFIRM_ROLE)
    assert not [str(finding) for finding in check(read(example), date.today()) if finding.severity == "error"]


def test_a_responsibility_and_a_guide_begin_in_the_same_way_and_change_their_id(example: Path) -> None:
    for command in (NEW_RESPONSIBILITY, NEW_GUIDE, RENAME):
        handbook(example, command)
    assert {finding.rule for finding in check(read(example), date.today())} == {"todo"}


def test_a_change_is_shown_translated_and_confirmed(changed: Path) -> None:
    assert "Питајте слободно." in handbook(changed, DIFF)
    add_sentence(changed, "en")
    handbook(changed, CONFIRM)
    assert state(changed) is State.IN_STEP


def test_what_may_still_differ_is_listed(changed: Path) -> None:
    add_sentence(changed, "en")
    file = changed / "docs/sr/together/meetings.md"
    text = file.read_text("utf-8")
    file.write_text(text.replace("Питајте слободно.", "Не питајте слободно."), "utf-8")
    assert "only the Serbian text has a negation (“не”)" in handbook(changed, AUDIT)


def test_a_change_that_needs_no_translation_is_kept(changed: Path) -> None:
    handbook(changed, KEEP.replace("REASON", "slip"))
    assert state(changed) is State.IN_STEP


@pytest.mark.parametrize("comment", COMMENTS)
def test_a_comment_confirms_or_keeps_a_section(changed: Path, comment: str) -> None:
    if comment.startswith("/confirm"):
        add_sentence(changed, "en")
    file = changed / "comment.md"
    file.write_text(comment.replace("REASON", "a slip of the pen"), "utf-8")
    handbook(changed, f"handbook answer {file}")
    assert state(changed) is State.IN_STEP


def test_a_terminal_is_prepared(example: Path) -> None:
    link_makefile(example)
    activate = Path(sys.prefix, "bin/activate")
    script = f"{shlex.join(MAKE)} check && . {shlex.quote(str(activate))} && handbook --help"
    done = subprocess.run(["sh", "-c", script], cwd=example, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "in order" in done.stdout
    assert "confirm" in done.stdout


def would_run(*targets: str) -> str:
    """The commands that `make` would run in this repository."""
    words = ["make", "--dry-run", *targets]
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_the_preview_is_at_one_address_in_both_languages(example_site: Path) -> None:
    """What `make serve` starts; that it answers is a long test."""
    assert ".venv/bin/mkdocs serve --quiet --dev-addr 127.0.0.1:8123\n" in would_run("serve", "PORT=8123")
    assert page(example_site, "index.md").language == "sr"
    assert page(example_site, "index.md", "en").language == "en"


@pytest.mark.long
def test_the_preview_answers_in_both_languages() -> None:
    port = free_port()
    with subprocess.Popen(
        ["make", "serve", f"PORT={port}"],
        cwd=ROOT,
        start_new_session=True,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as server:
        try:
            assert 'lang="sr"' in wait_for(f"http://127.0.0.1:{port}/", server)
            assert 'lang="en"' in wait_for(f"http://127.0.0.1:{port}/en/", server)
        finally:
            os.killpg(server.pid, signal.SIGTERM)


def test_make_test_runs_these_tests() -> None:
    """It cannot run inside itself."""
    assert any(line.startswith(".venv/bin/pytest") for line in would_run("test").splitlines())


def test_pre_commit_checks_what_is_committed(example: Path, tmp_path: Path) -> None:
    shutil.copy(ROOT / ".pre-commit-config.yaml", example)
    (example / ".venv").symlink_to(sys.prefix)
    (example / ".gitignore").write_text(".venv\n", "utf-8")
    init(example, "2026-11-01")
    environment = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "pre-commit")}
    subprocess.run([Path(sys.executable).parent / "pre-commit", "install"], cwd=example, check=True, env=environment)
    add_sentence(example, "sr")
    git(example, "add", "docs")
    with pytest.raises(subprocess.CalledProcessError) as refused:
        git(example, "commit", "--message", "one language only")
    assert "behind" in refused.value.stdout + refused.value.stderr
