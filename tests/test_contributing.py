"""What people are told about changing the handbook is true: every command is run, in plain words, on one screen."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Browser

from browser import served
from conftest import ROOT, run
from git import git, init
from handbook.checks.runner import check
from handbook.parity.state import State, section_states
from handbook.reading.load import read
from test_new_pages import left, write_everything

PAGES = {code: f"docs/{code}/about/editing.md" for code in ("sr", "en")}
TEXTS = ("CONTRIBUTING.md", *PAGES.values())
PROGRAMS = ("handbook", "make", ".", "pre-commit", "/confirm", "/keep")
"""How a command begins."""
ONLY_PROGRAMMERS = re.compile(
    r"\b(гран[аеуио]|гранама|клон\w*|комит\w*|репозиторијум\w*|форк\w*|"
    r"branch\w*|clon\w*|commit\w*|repositor\w*|fork\w*|merg\w*|pull request\w*)\b", re.IGNORECASE
)  # fmt: skip
SCREEN = {"width": 1280, "height": 800}
SECTION = "together/meetings#weekly"


def parts(path: str) -> list[tuple[str, str]]:
    """The parts of a text as (heading, text), in order."""
    _, *found = re.split(r"^## ", (ROOT / path).read_text("utf-8"), flags=re.MULTILINE)
    return [(part.partition("\n")[0], part) for part in found]


def commands() -> set[str]:
    """Every command that the texts show, in a block or in a sentence."""
    return {one for path in TEXTS for one in codes(path) if one.split(" ")[0] in PROGRAMS and one not in PROGRAMS[:4]}


@pytest.mark.parametrize("path", TEXTS)
def test_words_of_programmers_stand_in_their_part_alone(path: str) -> None:
    *plain, (title, last) = parts(path)
    assert "програмер" in title.lower() or "programmers" in title.lower()
    assert ONLY_PROGRAMMERS.search(last), "this test would not notice anything"
    for _, text in plain:
        assert ONLY_PROGRAMMERS.findall(text) == []


def codes(path: str) -> list[str]:
    """What stands as code in a text: in sentences, and the lines of blocks."""
    tokens = MarkdownIt().parse((ROOT / path).read_text("utf-8"))
    spans = [child.content for token in tokens for child in token.children or () if child.type == "code_inline"]
    return [*spans, *(line for token in tokens if token.type == "fence" for line in token.content.splitlines())]


def test_every_section_that_is_named_as_an_example_is_there() -> None:
    known = {f"{page}#{id_}" for page, id_ in read(ROOT).sections}
    texts = (*TEXTS, *(path.replace("editing", "translation") for path in PAGES.values()))
    named = {word for path in texts for one in codes(path) for word in one.split(" ") if "#" in word.lstrip("#")}
    assert f"{SECTION}" in named
    assert named - known == set()


@pytest.fixture
def changed(firm: Path) -> Path:
    """A handbook in which the Serbian text of one section says more."""
    say_more(firm, "sr")
    return firm


def say_more(home: Path, code: str) -> None:
    file = home / f"docs/{code}/together/meetings.md"
    text, start = file.read_text("utf-8"), "{ #weekly }\n\n"
    assert start in text
    file.write_text(text.replace(start, f"{start}{'Питајте слободно.' if code == 'sr' else 'Do ask.'}\n\n"), "utf-8")


def handbook(home: Path, command: str) -> str:
    """What a command says; it must not fail."""
    done = run("handbook", *command.split(" ")[1:], "--root", home)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def state(home: Path) -> State:
    return next(one.state for one in section_states(read(home)) if one.name == SECTION)


RUN_HERE = {
    "handbook new role sales-trainer --team sales",
    "handbook check",
    "handbook confirm sales/roles/sales-trainer",
    "handbook new responsibility price-list --team sales --accountable sales-manager",
    "handbook new guide price-changes --team together",
    "handbook rename price-changes price-list-changes",
    f"handbook diff {SECTION}",
    f"handbook confirm {SECTION}",
    f"handbook keep {SECTION} --reason REASON",
    "/confirm",
    f"/confirm {SECTION}",
    "/keep REASON",
    f"/keep {SECTION} REASON",
    "make check",
    ". .venv/bin/activate",
    "make serve",
    "make test",
    "pre-commit install",
}
"""What the tests below run."""


def test_every_command_that_is_shown_is_run_here() -> None:
    assert commands() == RUN_HERE


def test_a_role_is_added_as_told(firm: Path) -> None:
    handbook(firm, "handbook new role sales-trainer --team sales")
    assert "[todo]" in handbook(firm, "handbook check")
    write_everything(firm, left(firm))
    facts = firm / "facts/roles.yml"
    facts.write_text(facts.read_text("utf-8").replace("  draft: true\n", "").replace(": todo", ": sales-manager")
                     .replace("[todo]", "[sales-manager]"), "utf-8")  # fmt: skip
    duties = firm / "facts/responsibilities.yml"
    duties.write_text(duties.read_text("utf-8").replace("responsible:\n    - ", "responsible:\n    - sales-trainer\n    - ", 1),
                      "utf-8")  # fmt: skip
    handbook(firm, "handbook confirm sales/roles/sales-trainer")
    assert not [str(one) for one in check(read(firm), date.today()) if one.severity == "error"]


def test_a_responsibility_and_a_guide_begin_in_the_same_way_and_change_their_id(firm: Path) -> None:
    handbook(firm, "handbook new responsibility price-list --team sales --accountable sales-manager")
    handbook(firm, "handbook new guide price-changes --team together")
    handbook(firm, "handbook rename price-changes price-list-changes")
    assert {one.rule for one in check(read(firm), date.today())} == {"todo"}


def test_a_change_is_shown_translated_and_confirmed(changed: Path) -> None:
    assert "Питајте слободно." in handbook(changed, f"handbook diff {SECTION}")
    say_more(changed, "en")
    handbook(changed, f"handbook confirm {SECTION}")
    assert state(changed) is State.IN_STEP


def test_a_change_that_needs_no_translation_is_kept(changed: Path) -> None:
    handbook(changed, f"handbook keep {SECTION} --reason slip")
    assert state(changed) is State.IN_STEP


@pytest.mark.parametrize("comment", ["/confirm", f"/confirm {SECTION}", "/keep REASON", f"/keep {SECTION} REASON"])
def test_a_comment_does_what_is_told(changed: Path, comment: str) -> None:
    if comment.startswith("/confirm"):
        say_more(changed, "en")
    file = changed / "comment.md"
    file.write_text(comment.replace("REASON", "a slip of the pen"), "utf-8")
    handbook(changed, f"handbook answer {file}")
    assert state(changed) is State.IN_STEP


def test_a_terminal_is_made_ready_as_told() -> None:
    script = "make check && . .venv/bin/activate && handbook --help"
    done = subprocess.run(["sh", "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "confirm" in done.stdout


def test_the_preview_answers_in_both_languages() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(["make", "serve", f"PORT={port}"], cwd=ROOT, start_new_session=True)
    try:
        assert 'lang="sr"' in answer(f"http://127.0.0.1:{port}/")
        assert 'lang="en"' in answer(f"http://127.0.0.1:{port}/en/")
    finally:
        os.killpg(server.pid, 15)
        server.wait(30)


def answer(address: str) -> str:
    """A page as soon as it is served."""
    for _ in range(600):
        try:
            with urllib.request.urlopen(address) as page:
                return str(page.read().decode())
        except urllib.error.URLError:
            time.sleep(0.2)
    raise AssertionError(f"{address} does not answer")


def test_make_test_is_what_runs_this() -> None:
    """It cannot run inside itself; what it would run is this."""
    told = subprocess.run(["make", "--dry-run", "test"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert f"{Path('.venv/bin/pytest')} --cov" in told


def test_pre_commit_checks_what_is_committed(firm: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    shutil.copy(ROOT / ".pre-commit-config.yaml", firm)
    (firm / ".venv").symlink_to(ROOT / ".venv")
    (firm / ".gitignore").write_text(".venv\n", "utf-8")
    init(firm, "2026-11-01")
    done = subprocess.run([Path(sys.executable).parent / "pre-commit", "install"], cwd=firm, check=False,
                          env={**os.environ, "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("pre-commit"))})  # fmt: skip
    assert done.returncode == 0
    say_more(firm, "sr")
    git(firm, "add", "docs")
    with pytest.raises(subprocess.CalledProcessError) as refused:
        git(firm, "commit", "--message", "one language alone")
    assert "behind" in refused.value.stdout + refused.value.stderr


def test_each_way_of_helping_is_read_on_one_screen(browser: Browser, real_build: Path) -> None:
    page = browser.new_page(viewport=SCREEN)  # type: ignore[arg-type]  # a mapping with these keys
    with served(real_build) as address:
        for path in ("about/editing/", "en/about/editing/"):
            page.goto(f"{address}/{path}")
            tops = page.locator("article h2").evaluate_all("heads => heads.map(one => [one.id, one.offsetTop])")
            heights = {id_: after - top for (id_, top), (_, after) in pairwise(tops)}
            for id_ in ("fix-a-word", "add-a-role", "translate"):
                assert 100 < heights[id_] <= SCREEN["height"], (path, id_)


def test_contributing_is_a_screen_for_each_way() -> None:
    for _, text in parts("CONTRIBUTING.md"):
        assert len(text.splitlines()) <= 30
        assert len(text) <= 1700
