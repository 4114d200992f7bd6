"""`make site` and `make offline` replace their result as a whole: when killed, when two run at once, while it is read."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from handbook.publishing.archive import read_me
from site_build.swap import put_in_place, restore, unsuitable
from sites import environment
from stopping import killed_before
from trees import ROOT

BIN = Path(sys.executable).parent
PAGES = 40
BUILD = f"""
import pathlib, sys, time
name, site = sys.argv[1], pathlib.Path(sys.argv[2])
(site / "pages").mkdir(parents=True)
for page in range({PAGES}):
    (site / f"pages/{{page}}.html").write_text(name)
while pathlib.Path("hold").exists():
    time.sleep(0.01)
pathlib.Path("built-" + name).touch()
"""
"""A small build that lasts as long as there is a file `hold`."""


def make_site(site: Path, name: str) -> Path:
    (site / "pages").mkdir(parents=True)
    for page in range(3):
        (site / f"pages/{page}.html").write_text(name)
    return site


def pages(site: Path) -> list[str]:
    """What the pages of a site say; nothing where there is no site."""
    return [file.read_text() for file in sorted(site.rglob("*.html"))]


def words(target: str, *command: str | Path) -> list[str | Path]:
    return [sys.executable, "-m", "site_build", target, *command]


def fake(name: str, target: str = "site") -> list[str | Path]:
    """A build of pages that say a name."""
    return words(target, sys.executable, "-c", BUILD, name)


def run(home: Path, command: list[str | Path], umask: int = -1) -> tuple[int, str]:
    done = subprocess.run(command, cwd=home, stderr=subprocess.PIPE, text=True, check=False, umask=umask, timeout=60)
    return done.returncode, done.stderr


@contextmanager
def held(home: Path, name: str) -> Iterator[subprocess.Popen[bytes]]:
    """A build that has begun to write, and lasts until the file `hold` is gone."""
    hold = home / "hold"
    hold.touch()
    with subprocess.Popen(fake(name), cwd=home, start_new_session=True) as begun:
        try:
            while not [*home.glob(".site-next/*/built/handbook/pages/*.html")]:
                assert begun.poll() is None
                time.sleep(0.01)
            yield begun
        finally:
            hold.unlink(missing_ok=True)


def run_second(home: Path, name: str) -> tuple[int, str]:
    """Run a build while another one is held, which may end once this one has said something."""
    with subprocess.Popen(fake(name), cwd=home, stderr=subprocess.PIPE, text=True) as second:
        assert second.stderr
        line = second.stderr.readline()
        (home / "hold").unlink()
        return second.wait(60), line


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with a site."""
    make_site(tmp_path / "site", "old")
    return tmp_path


# The swap.


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_whenever_the_swap_is_killed_the_site_is_whole_then_or_after_the_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system cannot exchange two folders."""
    monkeypatch.setattr("site_build.swap.exchange", lambda one, other: False)
    missing = 0
    for step in count():
        home = tmp_path / str(step)
        site, previous = make_site(home / "site", "old"), home / ".site-next/previous"
        new = make_site(home / ".site-next/private/handbook", "new")
        killed = killed_before(step, partial(put_in_place, new, site, previous))
        assert pages(site) in (["old"] * 3, ["new"] * 3, [])
        missing += not pages(site)
        restore(home, previous)
        assert pages(site) in (["old"] * 3, ["new"] * 3)
        assert not previous.exists()
        put_in_place(make_site(home / ".site-next/next/handbook", "next"), site, previous)
        assert pages(site) == ["next"] * 3
        if not killed:
            break
    assert step > 8
    assert missing == 1, "a reader finds no site between the two renames alone"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges two folders")
def test_a_reader_never_finds_the_site_missing(tmp_path: Path) -> None:
    site, previous = make_site(tmp_path / "site", "old"), tmp_path / ".site-next/previous"
    seen: list[int] = []

    def swap() -> None:
        for number in range(100):
            put_in_place(make_site(tmp_path / f".site-next/{number}", "new"), site, previous)

    with ThreadPoolExecutor() as pool:
        swapping = pool.submit(swap)
        while not swapping.done():
            seen.append(len((site / "pages/0.html").read_text()))
    swapping.result()
    assert {*seen} == {3}
    assert not previous.exists()


def test_a_site_is_put_where_there_was_none(tmp_path: Path) -> None:
    (tmp_path / ".site-next").mkdir()
    put_in_place(make_site(tmp_path / "new", "new"), tmp_path / "site", tmp_path / ".site-next/previous")
    assert pages(tmp_path / "site") == ["new"] * 3
    assert [*(tmp_path / ".site-next").iterdir()] == []


# Whole builds.


def test_a_build_replaces_the_site(home: Path) -> None:
    assert run(home, fake("new")) == (0, "")
    assert pages(home / "site") == ["new"] * PAGES
    assert [*(home / ".site-next").iterdir()] == []


def test_a_build_that_fails_keeps_the_site_and_its_exit_code(home: Path) -> None:
    assert run(home, words("site", sys.executable, "-c", "import sys; sys.exit(3)")) == (3, "")
    assert run(home, words("site", "sh", "-c", "kill -9 $$")) == (137, "")
    assert pages(home / "site") == ["old"] * 3


def test_two_builds_at_once_run_one_after_the_other(home: Path) -> None:
    with held(home, "first") as first:
        line = f"Another build (process {first.pid}) is running here; this one begins when it has ended.\n"
        assert run_second(home, "second") == (0, line)
    assert first.returncode == 0
    assert pages(home / "site") == ["second"] * PAGES


def test_the_next_build_removes_what_a_killed_one_left(home: Path) -> None:
    with held(home, "killed") as killed:
        os.killpg(killed.pid, signal.SIGKILL)
    assert pages(home / "site") == ["old"] * 3
    assert [*home.glob(".site-next/*/built")]
    assert run(home, fake("new")) == (0, "")
    assert pages(home / "site") == ["new"] * PAGES
    assert not [*home.glob(".site-next/*/built")]


def test_a_build_whose_parent_was_killed_still_keeps_others_waiting(home: Path) -> None:
    with held(home, "killed") as killed:
        killed.kill()
        killed.wait(60)
        code, line = run_second(home, "new")
    assert (code, line.startswith(f"Another build (process {killed.pid})")) == (0, True)
    assert (home / "built-killed").exists()
    assert pages(home / "site") == ["new"] * PAGES


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_build_that_is_stopped_leaves_nothing(home: Path, sent: signal.Signals, code: int) -> None:
    with held(home, "stopped") as stopped:
        (os.killpg if sent is signal.SIGINT else os.kill)(stopped.pid, sent)  # a terminal sends Ctrl+C to all
        assert stopped.wait(60) == code
    time.sleep(0.1)  # the build itself would end now
    assert not (home / "built-stopped").exists()
    assert not [*home.glob(".site-next/*/built")]
    assert pages(home / "site") == ["old"] * 3


@pytest.mark.parametrize("umask", [0o022, 0o077])
def test_a_server_of_another_user_can_read_what_is_published(home: Path, umask: int) -> None:
    assert run(home, fake("new"), umask=umask) == (0, "")
    site = home / "site"
    assert {file.stat().st_mode & 0o777 for file in site.rglob("*.html")} == {0o644}
    assert {folder.stat().st_mode & 0o777 for folder in (site, site / "pages")} == {0o755}


# Where nothing can be put: one line, before anything is built.


def refused(home: Path, line: str, target: str = "site") -> None:
    code, printed = run(home, fake("new", target))
    assert (code, printed) == (2, f"{line}\n")
    assert not (home / "built-new").exists()


def test_a_site_that_is_a_link_stays_one(home: Path) -> None:
    (home / "site").rename(home / "elsewhere")
    (home / "site").symlink_to("elsewhere")
    refused(home, "site is a symbolic link, which a build would replace. Remove the link, then build again.")
    assert pages(home / "elsewhere") == ["old"] * 3


def test_a_file_in_the_place_of_a_folder_stays(home: Path) -> None:
    (home / "site").rename(home / "elsewhere")
    (home / "site").write_text("mine")
    refused(home, "site is not a folder. Remove it, then build again.")
    (home / "handbook.zip").mkdir()
    refused(home, "handbook.zip is not a file. Remove it, then build again.", "handbook.zip")


@pytest.mark.parametrize("place", [".", "site"])
def test_a_folder_that_may_not_be_changed_is_reported(home: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    monkeypatch.chdir(home)
    Path(place).chmod(0o555)
    user = os.getuid()
    os.setreuid(user or 65534, -1)  # root may change everything
    why = unsuitable(Path("site"))
    os.setreuid(user, -1)
    Path(place).chmod(0o755)
    assert why == "You have no permission to replace site. Change its permissions, then build again."


# The archive.


def test_an_archive_replaces_the_last_one_whole(home: Path) -> None:
    archive = home / "handbook.zip"
    archive.write_text("old")
    assert run(home, words(archive.name, "false")) == (1, "")
    assert archive.read_text() == "old"
    assert run(home, fake("new", archive.name), umask=0o077) == (0, "")
    assert archive.stat().st_mode & 0o777 == 0o644
    shutil.unpack_archive(archive, home / "out")
    assert pages(home / "out/handbook") == ["new"] * PAGES
    assert sorted(path.name for path in (home / "out").iterdir()) == ["READ-ME.txt", "handbook"]
    assert pages(home / "site") == ["old"] * 3


def test_a_file_beside_the_archived_site_says_what_to_open(tmp_path: Path) -> None:
    assert read_me(tmp_path).splitlines()[0] == (
        "Распакујте целу архиву, па у прегледачу отворите handbook/index.html. Интернет није потребан."
    )
    (tmp_path / "handbook/en").mkdir(parents=True)
    (tmp_path / "handbook/en/index.html").touch()
    assert read_me(tmp_path).splitlines()[2] == (
        "Unpack the whole archive, then open handbook/en/index.html in a browser. No network is needed."
    )


# With make.


@pytest.mark.long
def test_make_site_twice_at_once(smallest: Path) -> None:
    for name in ("Makefile", "requirements"):
        (smallest / name).symlink_to(ROOT / name)
    make = ["make", "site", f"BIN={BIN}", "--assume-old=.venv/run", "--assume-old=.venv/print"]
    chosen = {
        name: value for name, value in {**os.environ, **environment(HANDBOOK_PDF="")}.items() if value is not None
    }
    both = [
        subprocess.Popen(make, cwd=smallest, env=chosen, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    ends = [(*process.communicate(timeout=120), process.returncode) for process in both]
    assert [(out, code) for out, _, code in ends] == [("The handbook is in site/.\n", 0)] * 2
    assert sum("Another build" in err for _, err, _ in ends) == 1
    assert (smallest / "site/index.html").exists()
    assert (smallest / "site/en/index.html").exists()
