"""Whatever the files, the system or git do, a person gets one clear line, nothing waits, and exit code 2 is a failure."""

import errno
import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from forms import free_port, wait_for
from git import init
from handbook.cli.main import commands
from handbook.reading import git_history
from previewing import preview
from sites import Done, build, environment, handbook
from test_setup import previewed
from trees import ROOT, edit

BIN = Path(sys.executable).parent
TRACEBACK = "Traceback"


@pytest.fixture(autouse=True)
def deadline() -> Iterator[None]:
    """Nothing may wait for ever: what takes too long fails, even inside a call of the system."""

    def stop(*_: object) -> None:
        raise TimeoutError("this waits for ever")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(50)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def home(smallest: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the smallest handbook, as the current folder."""
    monkeypatch.chdir(smallest)
    return smallest


@contextmanager
def process(
    *words: str | Path, chosen: dict[str, str] | None = None, **options: Any
) -> Iterator[subprocess.Popen[str]]:
    """A command of this environment as a process, which ends with the block."""
    inherited = {name: value for name, value in os.environ.items() if name not in environment()}
    env = {**inherited, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", **(chosen or {})}
    with subprocess.Popen([BIN / words[0], *words[1:]], env=env, text=True, **options) as started:
        try:
            yield started
        finally:
            started.kill()


# Files that are none.


def fifo(path: str) -> None:
    Path(path).unlink(missing_ok=True)
    os.mkfifo(path)


def link(path: str, target: str) -> None:
    Path(path).unlink(missing_ok=True)
    os.symlink(target, path)


def bind(path: str) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path)


NO_FILE = "This is a pipe, a socket or a device. Put a file here or remove it. [path]"
OUTSIDE = "This link points outside the handbook's folder. Put the file itself here. [path]"
LOOP = "This link points back to itself. Put the file itself here or remove the link. [path]"
NOTHING = "This link points to a file that does not exist. Put the file itself here or remove the link. [path]"
FOLDER = "This link points to a folder, whose files would not be read. Put the folder itself here. [path]"
NAME = "has characters that an address should not have. Use small Latin letters, digits and hyphens only. [path]"

ROWS: dict[str, tuple[Callable[..., object], tuple[str, ...], str]] = {
    "page, pipe": (fifo, ("docs/en/pipe.md",), NO_FILE),
    "asset, pipe": (fifo, ("docs/sr/pipe.png",), NO_FILE),
    "facts, pipe": (fifo, ("facts/names.yml",), NO_FILE),
    "lock, pipe": (fifo, ("parity/index.lock",), NO_FILE),
    "waivers, pipe": (fifo, ("parity/waivers.yml",), NO_FILE),
    "page, socket": (bind, ("docs/en/socket.md",), NO_FILE),
    "page, itself": (link, ("docs/en/self.md", "self.md"), LOOP),
    "facts, itself": (link, ("facts/names.yml", "names.yml"), LOOP),
    "lock, itself": (link, ("parity/index.lock", "index.lock"), LOOP),
    "settings, itself": (link, ("mkdocs.yml", "mkdocs.yml"), LOOP),
    "facts, nothing": (link, ("facts/names.yml", "no.yml"), NOTHING),
    "facts, outside": (link, ("facts/names.yml", "/etc/passwd"), OUTSIDE),
    "facts, endless": (link, ("facts/people.yml", "/dev/zero"), OUTSIDE),
    "lock, outside": (link, ("parity/index.lock", "/etc/passwd"), OUTSIDE),
    "lock, endless": (link, ("parity/index.lock", "/dev/zero"), OUTSIDE),
    "locks, outside": (link, ("parity/more", "/etc"), OUTSIDE),
    "folder, round": (link, ("docs/en/round", "."), FOLDER),
    "folder, up": (link, ("docs/en/up", ".."), FOLDER),
    "locks, round": (link, ("parity/round", "."), FOLDER),
}


@pytest.mark.parametrize(("make", "words", "line"), ROWS.values(), ids=ROWS)
def test_what_is_no_file_is_named_and_not_opened(
    home: Path, make: Callable[..., object], words: tuple[str, ...], line: str
) -> None:
    make(*words)
    done = handbook(Path(), "check")
    assert (done.returncode, done.stderr) == (1, "")
    assert f"{words[0]}:1: {line}" in done.stdout.splitlines()
    assert len(done.stdout.splitlines()) == 2 or words[0] == "mkdocs.yml", "one cause, one line"
    assert "root:" not in done.stdout, "nothing of /etc/passwd is shown"


@pytest.mark.skipif(os.getuid() != 0, reason="only root may make a device")
def test_a_device_is_named_and_not_opened(home: Path) -> None:
    os.mknod("docs/en/zero.md", 0o666 | 0o020000, os.makedev(1, 5))
    assert f"docs/en/zero.md:1: {NO_FILE}" in handbook(Path(), "check").stdout.splitlines()


def test_a_template_that_is_a_pipe_is_not_opened(home: Path) -> None:
    shutil.copytree(ROOT / "templates", "templates")
    fifo("templates/en/guide.md")
    done = handbook(Path(), "new", "guide", "prices")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"handbook: Fix this first: templates/en/guide.md:1: {NO_FILE}\n"


@pytest.mark.parametrize(
    ("name", "shown"), [(b"x\xff.md", "x\\udcff.md"), (b"a\nb.md", "a\\nb.md"), (b"a\x1b[31m.md", "a\\x1b[31m.md")]
)
def test_a_name_that_cannot_be_printed_is_shown_with_escapes(home: Path, name: bytes, shown: str) -> None:
    Path(os.fsdecode(b"docs/en/" + name)).write_text("# Page\n")
    done = handbook(Path(), "check")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == f"docs/en/{shown}:1: The name “{shown}” {NAME}\n1 error, 0 warnings.\n"
    for form in ("json", "sarif", "github", "summary"):
        done = handbook(Path(), "check", "--format", form)
        assert (done.returncode, done.stderr) == (1, "")
        assert "docs/en/" in done.stdout


@pytest.mark.parametrize("folder", ["docs/en/sales", "parity/sales", "docs"])
def test_a_folder_that_cannot_be_read_is_reported_as_such(home: Path, folder: str) -> None:
    user = os.geteuid()
    Path(folder).chmod(0)
    os.seteuid(user or 65534)  # root may read everything
    try:
        done = handbook(Path(), "check")
    finally:
        os.seteuid(user)
        Path(folder).chmod(0o755)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"handbook: {folder} cannot be read: Permission denied.\n"


def test_a_file_that_cannot_be_read_is_reported_as_such(home: Path) -> None:
    user = os.geteuid()
    Path("facts/roles.yml").chmod(0)
    os.seteuid(user or 65534)
    try:
        done = handbook(Path(), "check")
    finally:
        os.seteuid(user)
    assert (done.returncode, done.stderr) == (2, "handbook: facts/roles.yml cannot be read: Permission denied.\n")


# Builds and previews of such files.


@pytest.mark.parametrize("row", ["page, pipe", "asset, pipe", "page, itself"])
def test_a_preview_of_a_proposal_leaves_out_what_is_no_file(home: Path, tmp_path: Path, row: str) -> None:
    make, words, line = ROWS[row]
    make(*words)
    Path(os.fsdecode(b"docs/en/x\xff.md")).write_text("# Page\n")
    refused = build(home, tmp_path / "site")
    assert refused.returncode == 1
    assert f"{words[0]}:1: {line}" in refused.stderr + refused.stdout
    done = previewed(home, tmp_path / "site")
    assert done.returncode == 0, done
    assert f"{words[0]}:1: {line}" in done.stderr
    assert (tmp_path / "site/en/index.html").exists()


def test_not_even_a_preview_follows_links_to_folders_for_ever(home: Path, tmp_path: Path) -> None:
    for name in ("round", "again"):
        link(f"docs/en/{name}", ".")
    done = previewed(home, tmp_path / "site")
    assert done.returncode == 1
    assert f"docs/en/round:1: {FOLDER}" in done.stderr + done.stdout
    assert not (tmp_path / "site").exists()


def test_a_preview_that_runs_goes_on_when_a_pipe_or_a_loop_comes_and_goes(home: Path) -> None:
    with preview(home) as running:
        for name, make in (("pipe.md", fifo), ("round", lambda path: link(path, "."))):
            make(f"docs/en/{name}")
            running.builder()
            Path(f"docs/en/{name}").unlink()
            text = running.source("docs/en/index.md")
            running.save("docs/en/index.md", f"{text}\nNew words after {name}.\n")
            assert f"New words after {name}." in running.text("en/index.html")


# What the command prints, and where.


def test_an_unexpected_error_is_one_line_and_ends_with_2(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise KeyError("a\nb")

    monkeypatch.setattr("handbook.cli.check.run_checks", fails)
    done = handbook(Path(), "check")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "handbook: This is a fault of the program, not of your files: KeyError: 'a\\nb'. "
        "Report it with the command that you ran; HANDBOOK_DEBUG=1 shows where it happened.\n"
    )
    monkeypatch.setenv("HANDBOOK_DEBUG", "1")
    with pytest.raises(KeyError):
        CliRunner().invoke(commands, ["check"], catch_exceptions=False)


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (MemoryError(), "There is not enough memory."),
        (OSError(errno.ENOSPC, "No space left on device"), "The system refused: No space left on device."),
        (RecursionError("too deep"), "This is a fault of the program, not of your files: RecursionError: too deep."),
    ],
)
def test_what_the_system_refuses_is_said(
    home: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, line: str
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("handbook.cli.check.run_checks", fails)
    done = handbook(Path(), "check")
    assert done.returncode == 2
    assert done.stderr.startswith(f"handbook: {line}")
    assert len(done.stderr.splitlines()) == 1


def test_a_command_that_is_stopped_gives_no_answer(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stops(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("handbook.cli.check.run_checks", stops)
    assert handbook(Path(), "check") == Done(130, "", "")


def test_output_on_a_full_disk_is_one_line_and_ends_with_2(home: Path) -> None:
    with open("/dev/full", "w") as full, process("handbook", "check", stdout=full, stderr=subprocess.PIPE) as checking:
        _, err = checking.communicate(timeout=40)
    assert (checking.returncode, err) == (2, "handbook: The system refused: No space left on device.\n")
    with open("/dev/full", "w") as full, process("handbook", "check", stdout=full, stderr=full) as checking:
        assert checking.wait(40) == 2


@pytest.mark.parametrize("closed", [(1,), (0, 1, 2)])
def test_closed_output_changes_no_exit_code(home: Path, closed: tuple[int, ...]) -> None:
    def close() -> None:
        for descriptor in closed:
            os.close(descriptor)

    with process("handbook", "check", preexec_fn=close, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as checking:
        out, err = checking.communicate(timeout=40)
    assert (checking.returncode, err) == (0, "")
    assert out == ("" if 1 in closed else "The handbook is in order.\n")


def test_a_reader_that_leaves_gets_no_traceback(home: Path) -> None:
    """What was found is then not said: that is a failure, not an answer."""
    receiving, sending = os.pipe()
    os.close(receiving)
    with process("handbook", "check", stdout=sending, stderr=subprocess.PIPE) as checking:
        os.close(sending)
        _, err = checking.communicate(timeout=40)
    assert (checking.returncode, err) == (2, "")


def test_five_open_files_are_enough(home: Path) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_NOFILE, (5, 5))

    with process("handbook", "check", preexec_fn=limit, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as checking:
        assert checking.communicate(timeout=40) == ("The handbook is in order.\n", "")
    assert checking.returncode == 0


# The environment of a build.


@pytest.mark.parametrize("epoch", ["x", "-1", "1.5", " 1", "١", "4294967296", "9" * 4000])
def test_an_odd_day_of_the_build_is_one_line_before_it_begins(home: Path, tmp_path: Path, epoch: str) -> None:
    done = build(home, tmp_path / "site", SOURCE_DATE_EPOCH=epoch)
    assert done.returncode == 2
    assert (done.stderr + done.stdout).strip() == (
        f"SOURCE_DATE_EPOCH is {epoch!r}; expected: seconds since 1970, such as 1794700800. Correct or unset it."
    )
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("epoch", ["", "4294967295"])
def test_any_other_day_of_the_build_is_used_and_an_empty_one_is_none(home: Path, tmp_path: Path, epoch: str) -> None:
    done = build(home, tmp_path / "site", SOURCE_DATE_EPOCH=epoch)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "The build stopped, as the system refused: "),
        (
            ValueError("a\nb"),
            "The build stopped at a fault of the program, not of your files: ValueError: a b. Report it ",
        ),
    ],
)
def test_an_unexpected_error_of_a_build_is_one_line_and_ends_with_2(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, line: str
) -> None:
    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr("handbook.pages.not_found.not_found", fails)
    done = build(home, tmp_path / "site")
    assert done.returncode == 2
    assert (done.stderr + done.stdout).strip().startswith(line)
    assert len((done.stderr + done.stdout).strip().splitlines()) == 1
    with pytest.raises(type(error)):
        build(home, tmp_path / "site", HANDBOOK_DEBUG="1")


def test_a_build_without_a_handbook_ends_with_2(home: Path, tmp_path: Path) -> None:
    shutil.rmtree("facts")
    done = build(home, tmp_path / "site")
    assert done.returncode == 2
    assert "There is no folder “facts/”" in done.stderr + done.stdout


# The preview as a process.


def test_a_taken_port_is_one_line_before_the_first_build(home: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        begin = time.monotonic()
        with process(
            "mkdocs",
            "serve",
            "--quiet",
            "--dev-addr",
            f"127.0.0.1:{port}",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        ) as serving:
            out, _ = serving.communicate(timeout=40)
    assert serving.returncode == 2
    assert out.strip() == (
        f"The preview cannot be served at 127.0.0.1:{port}: Address already in use. "
        f"Choose another address, such as --dev-addr 127.0.0.1:{port + 1}."
    )
    assert time.monotonic() - begin < 30


def test_a_preview_that_is_stopped_leaves_no_folder(home: Path, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    port = free_port()
    words = ("mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}")
    with process(
        *words, chosen={"TMPDIR": str(temporary)}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as serving:
        wait_for(f"http://127.0.0.1:{port}/", serving)  # MkDocs cannot be stopped while its server starts
        assert [*temporary.iterdir()]
        serving.terminate()
        out, _ = serving.communicate(timeout=40)
    assert serving.returncode == 0
    assert TRACEBACK not in out
    assert [*temporary.iterdir()] == []


# Git.


def refuse(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")


def hang(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_git(home, monkeypatch, "exec /bin/sleep 60")
    monkeypatch.setattr(git_history, "TIMEOUT", 1)


def be_missing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")


def be_broken(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / ".git/HEAD").write_text("broken")


def lose_objects(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(home / ".git/objects")
    (home / ".git/objects").mkdir()


def end_at_once(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_git(home, monkeypatch, "exit 3")


def not_be_a_program(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_git(home, monkeypatch, "").write_text("no program")


def replace_git(home: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> Path:
    stub = home.parent / "bin/git"
    stub.parent.mkdir()
    stub.write_text(f"#!/bin/sh\n{script}\n")
    stub.chmod(0o755)
    monkeypatch.setenv("PATH", str(stub.parent))
    return stub


GIT = "No dates and no former texts are known, as Git cannot be asked: "
FAULTS: dict[Callable[[Path, pytest.MonkeyPatch], object], str] = {
    refuse: "the folder belongs to another user; allow it with: git config --global --add safe.directory ",
    hang: "it did not answer in 1 seconds",
    be_missing: "it is not installed",
    be_broken: "it says “fatal: not a git repository",
    lose_objects: "it says “fatal: ",
    end_at_once: "it ends with an error",
    not_be_a_program: "Exec format error",
}


@pytest.mark.parametrize(("fault", "why"), FAULTS.items(), ids=[fault.__name__ for fault in FAULTS])
def test_a_git_that_cannot_be_asked_is_a_fault_with_its_reason(
    home: Path, monkeypatch: pytest.MonkeyPatch, fault: Callable[..., object], why: str
) -> None:
    init(home, "2027-01-01")
    fault(home, monkeypatch)
    assert git_history.last_changes(home, "docs") == {}
    assert str(git_history.fault(home)).startswith(GIT + why)


def test_a_git_that_hangs_is_waited_for_once(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    init(home, "2027-01-01")
    hang(home, monkeypatch)
    begin = time.monotonic()
    for _ in range(5):
        assert git_history.last_changes(home, "docs") == {}
        assert git_history.text_date(home, {}) is None
        assert [*git_history.versions(home, "docs/en/index.md")] == []
    assert time.monotonic() - begin < 4


def test_a_build_reports_once_why_dates_are_missing(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = "  - ../../hooks/load_and_check.py\n"
    edit(home, "mkdocs.yml", (first, f"{first}  - ../../hooks/date_pages.py\n"))
    init(home, "2027-01-01")
    assert build(home, tmp_path / "site") == Done(0, "", "")
    refuse(home, monkeypatch)
    done = build(home, tmp_path / "site")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"{GIT}{FAULTS[refuse]}{home}\n"


def test_the_history_of_a_section_says_the_same(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    init(home, "2027-01-01")
    page = home / "docs/en/index.md"
    page.write_text(page.read_text("utf-8").replace("\n\n", "\n\nMore words.\n\n", 1), "utf-8")
    refuse(home, monkeypatch)
    done = handbook(Path(), "diff", "index")
    assert done.returncode == 0
    assert done.stderr.startswith(GIT)


def test_a_downloaded_copy_or_a_repository_without_commits_is_no_fault(home: Path, tmp_path: Path) -> None:
    for prepare in ((), ("git", "init", "--quiet")):
        if prepare:
            subprocess.run(prepare, check=True)
        assert git_history.last_changes(home, "docs") == {}
        assert git_history.text_date(home, {}) is None
        assert git_history.fault(home) is None


# The answer to a comment.


@pytest.mark.parametrize(
    ("code", "reply", "answers"),
    [(0, "done", True), (1, "refused", True), (2, "failed", False), (1, "", False), (139, "crashed", False)],
)
def test_a_failure_is_no_answer_to_a_comment(tmp_path: Path, code: int, reply: str, answers: bool) -> None:
    command = tmp_path / ".venv/bin/handbook"
    command.parent.mkdir(parents=True)
    command.write_text(f"#!/bin/sh\nprintf '%s' '{reply}'\nexit {code}\n")
    command.chmod(0o755)
    (tmp_path / "event").write_text('{"comment": {"body": "/confirm"}}')
    done = subprocess.run(
        ["bash", ROOT / ".ci/answer-comment", "run-commands"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "GITHUB_EVENT_PATH": "event", "GITHUB_OUTPUT": "output", "OURS": "true"},
        check=False,
    )
    assert (done.returncode == 0) is answers
