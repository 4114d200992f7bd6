"""The handbook is in order, also where there is no history of it."""

import shutil
from pathlib import Path

from git import clone, init
from sites import handbook
from trees import CONTENT, ROOT


def test_the_handbook_is_in_order(content_root: Path) -> None:
    done = handbook(content_root, "check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "The handbook is in order.\n", "")


def test_all_that_is_committed_of_it_is_in_order_in_a_shallow_clone(content_root: Path, tmp_path: Path) -> None:
    """A file that `.gitignore` keeps out of the repository would be missing here."""
    home = tmp_path / "home"
    for name in CONTENT:
        shutil.copytree(content_root / name, home / name)
    shutil.copy(content_root / "mkdocs.yml", home)
    shutil.copy(ROOT / ".gitignore", home)
    init(home, "2026-11-01")
    done = handbook(clone(home, tmp_path / "clone", 1), "check")
    assert (done.returncode, done.stderr) == (0, "")
