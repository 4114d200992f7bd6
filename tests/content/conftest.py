"""The handbook whose content is checked."""

from pathlib import Path

import pytest

from handbook.model import Handbook
from handbook.reader import read
from trees import ROOT


@pytest.fixture(scope="session")
def content_root() -> Path:
    """The root folder of the handbook that is checked."""
    return ROOT


@pytest.fixture(scope="session")
def content(content_root: Path) -> Handbook:
    return read(content_root)


@pytest.fixture(scope="session")
def content_site(real_site: Path) -> Path:
    """The built site of the handbook that is checked."""
    return real_site
