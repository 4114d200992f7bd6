"""The handbook whose content is checked: that of this repository, or the one that `--content` names."""

from pathlib import Path

import pytest

import sites
from conftest import Shared
from handbook.model.handbook import Handbook
from handbook.reading.load import read
from trees import ROOT


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `pytest tests/content --content FOLDER` check another handbook."""
    parser.addoption("--content", type=Path, default=ROOT, metavar="FOLDER", help="The handbook that is checked.")


@pytest.fixture(scope="session")
def content_root(pytestconfig: pytest.Config) -> Path:
    """The root folder of the handbook that is checked."""
    root: Path = pytestconfig.getoption("content", ROOT)  # not known where all of `tests/` runs
    return root.resolve()


@pytest.fixture(scope="session")
def content(content_root: Path) -> Handbook:
    """The handbook that is checked, read."""
    return read(content_root)


@pytest.fixture(scope="session")
def content_site(content_root: Path, shared: Shared, request: pytest.FixtureRequest) -> Path:
    """The site of the handbook that is checked, without books."""
    if content_root == ROOT:
        site: Path = request.getfixturevalue("real_site")
        return site
    return shared("content", lambda into: sites.real(into, content_root))
