"""What the tests share: a copy of the smallest site to change, and builds made once a run."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser

from browser import chromium
from handbook.__main__ import commands

TESTS = Path(__file__).parent
ROOT = TESTS.parent


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A copy of the smallest handbook, without its MkDocs settings."""
    return shutil.copytree(TESTS / "smallest", tmp_path / "site")


@pytest.fixture
def firm(tmp_path: Path) -> Path:
    """A copy of the real handbook's words and facts, built by the program where it stands."""
    return copied(tmp_path)


@pytest.fixture(scope="session")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, for tests in which nothing may be written; it is copied once."""
    return copied(tmp_path_factory.mktemp("untouched"))


def copied(home: Path) -> Path:
    """The real handbook's words and facts put into a folder."""
    for name in ("docs", "facts", "parity", "templates"):
        shutil.copytree(ROOT / name, home / name)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    for name in ("- hooks/", "custom_dir: overrides"):
        key, _, path = name.rpartition(" ")
        settings = settings.replace(name, f"{key} {ROOT.as_posix()}/{path}")
    (home / "mkdocs.yml").write_text(settings, "utf-8")
    return home


Run = Callable[..., subprocess.CompletedProcess[str]]


def refused(home: Path, *words: str) -> str:
    """What a command says that refuses, run here; the tree is proven to be as it was, byte for byte."""
    before = files(home)
    done = CliRunner().invoke(commands, [*words, "--root", str(home)])
    assert done.exit_code == 1, done.output
    assert files(home) == before
    said, closing = done.output.rstrip().rsplit("\n", 1)
    assert closing == "Nothing was written."
    return said


def files(home: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path from there."""
    return {file.relative_to(home).as_posix(): file.read_bytes() for file in home.rglob("*") if file.is_file()}


def run(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command of this environment (`handbook`, `mkdocs`) and keep what it says."""
    command = Path(sys.executable).parent / words[0]
    clean = {key: value for key, value in os.environ.items() if not key.startswith("HANDBOOK_")}
    clean |= {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **environment}
    return subprocess.run([command, *words[1:]], capture_output=True, text=True, check=False, env=clean)


def build(settings: Path, into: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A strict build, as `make site` runs it."""
    return run("mkdocs", "build", "--strict", "--quiet", "--config-file", settings,
               "--site-dir", into, **environment)  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium, without a window."""
    with chromium() as found:
        yield found


@pytest.fixture(scope="session")
def smallest_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("smallest") / "site"
    built = build(TESTS / "smallest" / "mkdocs.yml", into)
    assert (built.returncode, built.stdout, built.stderr) == (0, "", "")
    return into


@pytest.fixture(scope="session")
def real_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("real") / "site"
    address = "https://handbook.example/team/"
    built = build(ROOT / "mkdocs.yml", into, SITE_URL=address, REPO_URL="https://git.example/team/book")
    assert (built.returncode, built.stdout, built.stderr) == (0, "", "")
    return into
