"""What the tests share: a copy of the smallest site to change, and builds made once a run."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
ROOT = TESTS.parent


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A copy of the smallest handbook, without its MkDocs settings."""
    return shutil.copytree(TESTS / "smallest", tmp_path / "site")


Run = Callable[..., subprocess.CompletedProcess[str]]


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
