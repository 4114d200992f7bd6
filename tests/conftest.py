"""Fixtures: copies of handbooks to change (`trees.py`), built sites to read (`sites.py`), a browser (`browser.py`)."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.theme import Theme
from playwright.sync_api import Browser, BrowserContext

import sites
import with_history
from browser import chromium, window
from sites import Done, shared_site
from trees import example_tree, real_tree, smallest_tree

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # commands that tests run load compiled modules, as at work
sys.dont_write_bytecode = False
os.environ["HANDBOOK_LANGUAGE"] = "en"  # whatever the language of the machine is


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


@pytest.fixture(scope="session", autouse=True)
def templates_compiled_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Builds in this process keep the theme's templates compiled, which is half the time of a small build."""
    cache, get_env = FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates"))), Theme.get_env

    def get_env_with_cache(theme: Theme) -> Environment:
        env = get_env(theme)
        env.bytecode_cache = cache
        return env

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Theme, "get_env", get_env_with_cache)
        yield


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A window of a desktop, in which all pages of a test share what is stored."""
    context = window(browser, viewport={"width": 1280, "height": 740})
    yield context
    context.close()


Shared = Callable[[str, Callable[[Path], Done]], Path]


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    """Builds a site once for all workers, by its name."""
    return lambda name, build_into: shared_site(tmp_path_factory, name, build_into)


@pytest.fixture(scope="session")
def kept(shared: Shared) -> Path:
    """The site of a handbook with a repository and a history."""
    return shared("kept", with_history.kept)


@pytest.fixture(scope="session")
def unfinished(shared: Shared) -> Path:
    """The site of a handbook in which much is open; see `with_history`."""
    return shared("unfinished", with_history.unfinished)


@pytest.fixture(scope="session")
def smallest_site(shared: Shared) -> Path:
    """The smallest handbook, built."""
    return shared("smallest", sites.smallest)


@pytest.fixture(scope="session")
def example_site(shared: Shared) -> Path:
    """The example, built with everything a firm may set but without books."""
    return shared("example", sites.example)


@pytest.fixture(scope="session")
def example_books(shared: Shared) -> Path:
    """The same with its books."""
    return shared("example-books", sites.example_books)


@pytest.fixture(scope="session")
def real_site(shared: Shared) -> Path:
    """The real handbook, built with everything a firm may set, without books."""
    return shared("real", sites.real)


@pytest.fixture(scope="session")
def real_books(shared: Shared) -> Path:
    """The same with its books and sheets: for long tests only."""
    return shared("real-books", sites.real_books)


@pytest.fixture(scope="session")
def offline_site(shared: Shared) -> Path:
    """The copy of the example that opens from a folder, under a path with a space and Cyrillic letters."""
    return shared("мој приручник", sites.offline)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a worker; a page of it has a context of its own."""
    with chromium() as found:
        yield found
