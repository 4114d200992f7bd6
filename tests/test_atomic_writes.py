"""Commands change all of their files or none: when killed at any point, when two run at once, on a full disk."""

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from handbook.editing.write import CHANGE, FOLDER, HOLDER, LIST, finish, write
from handbook.editing.write.process_lock import process_lock
from handbook.model.errors import HandbookError
from sites import build, handbook
from stopping import killed_before
from trees import CODES, ROOT, SMALLEST, edit, files, link_program

SELLER = "sales/roles/seller"
FINISHED = "An earlier command was stopped; its change is finished now"
DISCARDED = "An earlier command was stopped before it changed any file; its change is discarded."


def prepare_fix(home: Path) -> None:
    """Take ids from two pages that the command then puts back."""
    edit(home, f"docs/en/{SELLER}.md", (" { #week }", ""))
    edit(home, "docs/en/marketing/roles/promoter.md", (" { #week }", ""))


def prepare_keep(home: Path) -> None:
    edit(home, f"docs/en/{SELLER}.md", ("{ #week }\n\nText.", "{ #week }\n\nOther text."))


def prepare_answer(home: Path) -> None:
    (home / "comment.md").write_text(f"/confirm {SELLER}\n/confirm marketing/roles/promoter\n")


def prepare_init(home: Path) -> None:
    answers = "firm: A\nwithout: {seller: promoter}\npeople: {ana: {name: Ана, roles: [promoter]}}\n"
    (home / "answers.yml").write_text(answers, "utf-8")


def nothing(_: Path) -> None:
    """The handbook is as it is."""


COMMANDS: dict[str, tuple[Callable[[Path], object], tuple[str, ...]]] = {
    "confirm": (nothing, ("confirm", "index", SELLER, "marketing/roles/promoter", "facts/teams")),
    "keep": (prepare_keep, ("keep", f"{SELLER}#week", "--reason", "A word")),
    "fix": (prepare_fix, ("fix",)),
    "seed": (lambda home: shutil.rmtree(home / "parity"), ("seed", "--all")),
    "new role": (nothing, ("new", "role", "trainer", "--team", "sales")),
    "new responsibility": (nothing, ("new", "responsibility", "prices", "--team", "sales")),
    "new guide": (nothing, ("new", "guide", "prices")),
    "rename": (nothing, ("rename", "seller", "vendor")),
    "owners": (nothing, ("owners",)),
    "schema": (nothing, ("schema",)),
    "init": (prepare_init, ("init", "--answers", "answers.yml")),
    "answer": (prepare_answer, ("answer", "comment.md")),
}
ON_A_COPY = "init"
"""The command that works on a copy first, so that too many of its steps change no file of the handbook."""
QUICK = ("new guide", "owners")
"""Commands whose kills are tried by `make test`; those of the others are long."""


@pytest.fixture
def make_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Makes a copy of the smallest handbook by a name, and works in it."""

    def make(name: str) -> Path:
        home = tmp_path / name / "tests/smallest"
        shutil.copytree(SMALLEST, home)
        link_program(tmp_path / name)
        shutil.copytree(ROOT / "templates", home / "templates")
        monkeypatch.chdir(home)
        return home

    return make


def writes_of(home: Path, *words: str) -> dict[str, str | None]:
    """Run a command; returns what it wrote and removed (None)."""
    before = files(home)
    done = handbook(home, *words)
    assert (done.returncode, done.stderr) == (0, "")
    after = files(home)
    changed = {path: text.decode() for path, text in after.items() if before.get(path) != text}
    return {**changed, **dict.fromkeys(before.keys() - after.keys())}


def whole(home: Path) -> dict[str, bytes]:
    """The files of a handbook, which must have none of a change left."""
    found = files(home)
    assert not [path for path in found if path.startswith(FOLDER.as_posix()) or path.endswith(".new")]
    return found


kills = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


@kills
@pytest.mark.parametrize(
    "name", [name if name in QUICK else pytest.param(name, marks=pytest.mark.long) for name in COMMANDS]
)
def test_a_change_killed_at_any_point_is_finished_or_discarded(make_home: Callable[[str], Path], name: str) -> None:
    prepare, words = COMMANDS[name]
    home = make_home("unkilled")
    prepare(home)
    before = files(home)
    writes = writes_of(home, *words)
    after = whole(home)
    outcomes = set()
    for step in count():
        if files(home) != before:
            home = make_home(str(step))
            prepare(home)
        killed = killed_before(step, partial(write, home, writes))
        note = str(finish(home) or "")
        found = whole(home)
        assert found in (before, after), (step, note)
        assert not note or (found == after) is note.startswith(FINISHED)
        outcomes.add((found == after, note.partition(" (")[0]))
        if not killed:
            break
    assert step > 2 * len(writes)
    assert outcomes == {(False, ""), (False, DISCARDED), (True, FINISHED), (True, "")}


@kills
@pytest.mark.long
@pytest.mark.parametrize("name", [name for name in COMMANDS if name != ON_A_COPY])
def test_a_command_killed_at_any_point_is_finished_or_discarded_by_the_next(
    make_home: Callable[[str], Path], name: str
) -> None:
    prepare, words = COMMANDS[name]
    home = make_home("unkilled")
    prepare(home)
    before = files(home)
    writes_of(home, *words)
    after = whole(home)
    for step in count():
        home = make_home(str(step))
        prepare(home)
        killed = killed_before(step, partial(handbook, home, *words))
        begun = (home / CHANGE).exists()
        assert (handbook(home, "check").stderr != "") is begun
        done = handbook(home, "seed", "index")
        assert done.returncode == 0
        assert (done.stderr != "") is begun
        found = whole(home)
        lock = "parity/index.lock"  # where there was none, the next command writes it
        assert found in (before, after, {**before, lock: found[lock]}), (step, done)
        shutil.rmtree(home)
        if not killed:
            break


# Two at once.


def test_two_new_guides_at_once_both_come_to_be(make_home: Callable[[str], Path]) -> None:
    home = make_home("home")
    command = Path(sys.executable).with_name("handbook")
    names = ("prices", "discounts", "visits")
    started = [
        subprocess.Popen([command, "new", "guide", name], cwd=home, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for name in names
    ]
    ends = [(process.communicate(timeout=60)[1], process.returncode) for process in started]
    assert ends == [(b"", 0)] * len(names)
    guides = (home / "facts/guides.yml").read_text("utf-8")
    for name in names:
        assert f"\n{name}.md: " in guides
        assert {(home / f"docs/{code}/{name}.md").exists() for code in CODES} == {True}
    assert handbook(home, "check").returncode == 0


def test_a_command_that_waits_too_long_says_for_whom(
    make_home: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    home = make_home("home")
    monkeypatch.setattr("handbook.cli.options.WAIT_SECONDS", 0.2)
    with process_lock(home, 1, home / HOLDER):
        done = handbook(home, "new", "guide", "prices")
        assert handbook(home, "check").returncode == 0, "reading waits for nobody"
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"handbook: Another command (process {os.getpid()}) is changing this handbook. "
        "Run this one again when that one has ended.\n"
    )
    assert handbook(home, "new", "guide", "prices").returncode == 0


def test_a_killed_command_does_not_keep_others_waiting(make_home: Callable[[str], Path]) -> None:
    home = make_home("home")
    holding = f"""
import pathlib, time
from handbook.editing.write.process_lock import process_lock
from handbook.editing.write import HOLDER
home = pathlib.Path({str(home)!r})
with process_lock(home, 1, home / HOLDER):
    print(flush=True)
    time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", holding], stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        holder.stdout.readline()
        assert (home / HOLDER).exists()
        holder.send_signal(signal.SIGKILL)
    begin = time.monotonic()
    assert handbook(home, "new", "guide", "prices").returncode == 0
    assert time.monotonic() - begin < 9
    whole(home)


# Modes and links.


def test_modes_stay_whatever_the_umask_is(make_home: Callable[[str], Path]) -> None:
    home = make_home("home")
    lock = home / f"parity/{SELLER}.lock"
    lock.chmod(0o664)
    done = subprocess.run(
        [Path(sys.executable).with_name("handbook"), "confirm", "index", SELLER], cwd=home, umask=0o077, check=False
    )
    assert done.returncode == 0
    assert (home / "parity/index.lock").stat().st_mode & 0o777 == 0o644
    assert lock.stat().st_mode & 0o777 == 0o664


def test_a_link_is_written_through(make_home: Callable[[str], Path]) -> None:
    home = make_home("home")
    lock = home / f"parity/{SELLER}.lock"
    lock.rename(home / "parity/real.lock")
    lock.symlink_to(home / "parity/real.lock")
    write(home, {f"parity/{SELLER}.lock": "text\n"})
    assert lock.is_symlink()
    assert (home / "parity/real.lock").read_text() == "text\n"
    write(home, {f"parity/{SELLER}.lock": None})
    assert not lock.is_symlink()
    assert (home / "parity/real.lock").exists()


@pytest.mark.parametrize("target", ["../outside", ".git/hooks/pre-commit"])
def test_nothing_is_written_outside_the_handbook_or_into_hidden_folders(
    make_home: Callable[[str], Path], target: str
) -> None:
    home = make_home("home")
    lock = home / f"parity/{SELLER}.lock"
    lock.unlink()
    (home / target).parent.mkdir(parents=True, exist_ok=True)
    (home / target).write_text("mine")
    lock.symlink_to(home / target)
    before = files(home)
    with pytest.raises(HandbookError, match=f"{SELLER}.lock leads outside the handbook, where nothing is written"):
        write(home, {"docs/sr/index.md": "new", f"parity/{SELLER}.lock": "text"})
    assert files(home) == before
    assert (home / target).read_text() == "mine"


def test_a_change_that_somebody_else_has_prepared_writes_nothing_outside(make_home: Callable[[str], Path]) -> None:
    """Such a folder might come with a proposal."""
    home = make_home("home")
    (home / CHANGE).mkdir(parents=True)
    (home / CHANGE / "0").write_text("bad")
    (home / LIST).write_text('[["../outside", "0", null]]')
    done = handbook(home, "fix")
    assert done.returncode == 2
    assert "../outside leads outside the handbook" in done.stderr
    assert not (home.parent / "outside").exists()


# What cannot be written.


FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.fixture(params=range(6))
def full_disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A disk that is full after some files."""
    left, fsync = request.param, os.fsync

    def fsync_until_full(descriptor: int) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise FULL
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", fsync_until_full)
    yield
    assert left < 0


@pytest.mark.usefixtures("full_disk")
def test_on_a_full_disk_nothing_changes_and_one_line_says_so(make_home: Callable[[str], Path]) -> None:
    home = make_home("home")
    before, folders = files(home), {*home.rglob("*/")}
    done = handbook(home, "new", "guide", "prices")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith(" cannot be written: No space left on device.\n")
    assert len(done.stderr.splitlines()) == 1
    assert whole(home) == before
    assert {*home.rglob("*/")} == folders


def test_a_change_that_fails_while_it_is_carried_out_is_finished_later(
    make_home: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    home = make_home("home")
    move, moved = shutil.move, list[str]()

    def move_one(source: str, target: str) -> object:
        if moved:
            raise FULL
        moved.append(target)
        return move(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(shutil, "move", move_one)
        done = handbook(home, "new", "guide", "prices")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "handbook: docs/en/prices.md cannot be written: No space left on device.\n"
        "A command has begun to change files. If it was stopped, “handbook fix” finishes or discards its change.\n"
    )
    assert handbook(home, "fix").stderr.startswith(FINISHED)
    assert handbook(home, "check").returncode == 0
    whole(home)


@pytest.mark.parametrize("path", ["facts/guides.yml", "docs/en/prices.md"])
def test_what_somebody_changed_since_is_not_replaced(
    make_home: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    """A command was stopped, a person went on working, and only then the next command runs."""
    home = make_home("home")
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "move", fails)
        assert handbook(home, "new", "guide", "prices").returncode == 2
    (home / path).write_text("mine")
    now = files(home)
    done = handbook(home, "fix")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"handbook: {path} has changed since an earlier command was stopped. "
        "Take what you need from .handbook/change/, then remove it.\n"
    )
    assert files(home) == now
    shutil.rmtree(home / CHANGE)
    assert handbook(home, "status").stderr == ""


def fails(*_: object) -> None:
    raise FULL


def test_a_build_says_that_a_change_is_left(make_home: Callable[[str], Path], tmp_path: Path) -> None:
    home = make_home("home")
    (home / CHANGE).mkdir(parents=True)
    done = build(home, tmp_path / "site")
    assert done.returncode == 0
    assert done.stderr == (
        "A command has begun to change files. If it was stopped, “handbook fix” finishes or discards its change.\n"
    )


def test_git_does_not_see_a_change_that_is_left() -> None:
    done = subprocess.run(["git", "check-ignore", "--quiet", LIST], cwd=ROOT, check=False)
    assert done.returncode == 0
