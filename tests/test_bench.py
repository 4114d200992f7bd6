"""What `make bench` compares can be built: whoever adds a hook need not remember the copies that go without it."""

from pathlib import Path
from runpy import run_path

from conftest import ROOT


def test_the_copies_whose_builds_are_compared_build(tmp_path: Path) -> None:
    weaving = run_path(str(ROOT / "bench/weaving.py"))
    for tree in weaving["copies"](tmp_path).values():
        assert weaving["build_time"](tree) > 0
        assert (tree / "site/en/glossary/index.html").exists()
