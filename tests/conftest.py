"""Fixtures: copies of handbooks to change (`trees.py`), built sites to read (`sites.py`), a browser (`browser.py`)."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import sites
from browser import chromium
from sites import Done, shared_site
from trees import ROOT, TESTS, example_tree, files, real_tree, smallest_tree

__all__ = ["ROOT", "TESTS", "build", "files", "refused", "run"]


@pytest.fixture
def smallest(tmp_path: Path) -> Path:
    """A copy of the smallest handbook."""
    return smallest_tree(tmp_path)


@pytest.fixture(scope="session")
def example_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example that nobody writes to: tests copy it again."""
    return example_tree(tmp_path_factory.mktemp("example") / "handbook")


@pytest.fixture
def example(tmp_path: Path, example_copy: Path) -> Path:
    """A copy of the example, the handbook with a page of every kind."""
    return shutil.copytree(example_copy, tmp_path / "example", symlinks=True)


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """A copy of the real handbook: for checks of its content only."""
    return real_tree(tmp_path / "real")


Shared = Callable[[str, Callable[[Path], Done]], Path]


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    """Builds a site once for all workers, by its name."""
    return lambda name, build_into: shared_site(tmp_path_factory, name, build_into)


@pytest.fixture(scope="session")
def smallest_site(shared: Shared) -> Path:
    """The smallest handbook, built."""
    return shared("smallest", sites.smallest)


@pytest.fixture(scope="session")
def example_site(shared: Shared) -> Path:
    """The example, built with everything a firm may set but without books."""
    return shared("example", sites.example)


@pytest.fixture(scope="session")
def real_site(shared: Shared) -> Path:
    """The real handbook, built with its books and everything a firm may set."""
    return shared("real", sites.real)


@pytest.fixture(scope="session")
def offline_site(shared: Shared) -> Path:
    """The copy of the example that opens from a folder, under a path with a space and Cyrillic letters."""
    return shared("мој приручник", sites.offline)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a worker; a page of it has a context of its own."""
    with chromium() as found:
        yield found


# Old names, until every test file uses the new ones.

from click.testing import CliRunner  # noqa: E402

from handbook.cli.main import commands  # noqa: E402
from sites import run  # noqa: E402


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return shutil.copytree(TESTS / "smallest", tmp_path / "site")


@pytest.fixture
def firm(tmp_path: Path) -> Path:
    return real_tree(tmp_path / "firm")


@pytest.fixture(scope="session")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return real_tree(tmp_path_factory.mktemp("untouched") / "firm")


@pytest.fixture(scope="session")
def smallest_build(smallest_site: Path) -> Path:
    return smallest_site


@pytest.fixture(scope="session")
def real_build(real_site: Path) -> Path:
    return real_site


def refused(home: Path, *words: str) -> str:
    """What a command says that refuses, run here; the tree is proven to be as it was, byte for byte."""
    before = files(home)
    done = CliRunner().invoke(commands, [*words, "--root", str(home)])
    assert done.exit_code == 1, done.output
    assert files(home) == before
    said, closing = done.output.rstrip().rsplit("\n", 1)
    assert closing == "Nothing was written."
    return said


def build(settings: Path, into: Path, **environment: str) -> Done:
    return sites.build(settings.parent, into, **environment)
