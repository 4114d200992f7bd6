"""The check needs nothing but the files: no git, no way to write, no plain path, no clean bytes, and little time."""

import gc
import math
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from git import clone, init
from handbook.checks.runner import check
from handbook.reading.load import read
from handbook.reading.locks import parse
from sites import handbook
from trees import files

TODAY = date(2026, 11, 24)
CLEAN = "The handbook is in order.\n"


def test_in_a_shallow_clone(smallest: Path, tmp_path: Path) -> None:
    init(smallest, "2026-11-01")
    done = handbook(clone(smallest, tmp_path / "clone", 1), "check")
    assert (done.returncode, done.stdout, done.stderr) == (0, CLEAN, "")


def test_without_git_and_under_a_path_with_spaces_and_cyrillic(smallest: Path) -> None:
    home = smallest.rename(smallest.parent / "Мој приручник, нов")
    command = Path(sys.executable).parent / "handbook"
    done = subprocess.run(
        [command, "check"], cwd=home, capture_output=True, text=True, check=False, env={"PATH": "", "PYTHONUTF8": "1"}
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, CLEAN, "")


def test_on_a_tree_that_nobody_may_write(smallest: Path) -> None:
    """Where the tests run as root nothing is forbidden: then it is only shown that nothing is written."""
    before = files(smallest)
    for place in (*smallest.rglob("*"), smallest):
        place.chmod(0o555 if place.is_dir() else 0o444)
    done = handbook(smallest, "check")
    for place in (smallest, *smallest.rglob("*")):
        place.chmod(0o755 if place.is_dir() else 0o644)
    assert (done.returncode, done.stdout) == (0, CLEAN)
    assert files(smallest) == before


def test_a_command_that_cannot_write_says_so(smallest: Path) -> None:
    shutil.rmtree(smallest / "parity/sales")
    (smallest / "parity/sales").write_text("a file where a folder was expected")
    done = handbook(smallest, "seed", "sales/roles/seller")
    assert done.returncode == 2
    assert done.stderr == "handbook: parity/sales/roles/seller.lock cannot be written: Not a directory.\n"


BYTES = st.one_of(
    st.binary(max_size=400),
    st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace")),
    st.lists(
        st.sampled_from(
            [
                "---",
                "# H { #h }",
                "## ",
                "##x",
                "- a",
                "  - b",
                "1) c",
                "| a | b |",
                "|---|---|",
                "> q",
                "```",
                "!!! note",
                "<!-- handbook/card -->",
                "<!-- handbook/",
                "<![x",
                "[a](b.md#c)",
                "![](x.png)",
                "{ #a",
                "title: [",
                "\u0000",
                "1.234,56 €",
                "24. децембра 2026.",
                "a@b.co",
                "+381 11 123 456",
                "прoдаја",
                "\t",
                "***",
                "&amp;",
                "\\",
            ]
        ),
        max_size=25,
    ).map(lambda lines: "\n".join(lines).encode()),
)


@given(page=BYTES, other=BYTES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_bytes_a_page_holds(smallest: Path, page: bytes, other: bytes) -> None:
    (smallest / "docs/sr/index.md").write_bytes(page)
    (smallest / "docs/en/index.md").write_bytes(other)
    (smallest / "parity/index.lock").write_bytes(page)
    (smallest / "facts/questions.yml").write_bytes(other)
    for finding in check(read(smallest), TODAY):
        assert finding.place.line >= 1
        assert f" [{finding.rule}]" in str(finding)


@given(st.text(max_size=300))
def test_whatever_a_lock_holds(text: str) -> None:
    lock = parse(text)
    assert parse(lock.text).entries.keys() == lock.entries.keys()


@pytest.fixture
def no_garbage_collection() -> Iterator[None]:
    """The installed command does not collect garbage either; here it would cost by what other tests left behind."""
    gc.disable()
    yield
    gc.enable()


def cost(home: Path, text: str) -> float:
    """Seconds of processor time that the check takes with this text on a page."""
    (home / "docs/sr/index.md").write_text(text, "utf-8")
    begin = time.process_time()
    check(read(home), TODAY)
    return time.process_time() - begin


@pytest.mark.usefixtures("no_garbage_collection")
@pytest.mark.parametrize(
    "piece",
    [
        "- a\n",
        "  - a\n",
        "> ",
        "[a](b.md) ",
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n",
        "# H { #h }\n\n",
        "**a",
        "`a",
        "{ #a }",
        "1.234,56 евра 24. децембра 2026. ",
        "<div>",
        "<!-- handbook/card -->\n\n",
        "![a](b.png)\n\n",
        "CRM-а ",
        "a@",
        "+3811",
    ],
)
def test_time_grows_with_the_size(smallest: Path, piece: str) -> None:
    """Eight times the text costs at most twelve times as much, far from its square (64), in the best of some attempts."""
    for part in (*smallest.glob("docs/*/*/"), smallest / "parity"):
        shutil.rmtree(part)  # what else is read costs the same each time
    best = {0: math.inf, 250: math.inf, 2000: math.inf}
    for attempt in range(10):
        for times in best:
            best[times] = min(best[times], cost(smallest, piece * times))
        fixed, small, large = best.values()
        if attempt and large - fixed < 12 * (small - fixed) + 0.05:
            return
    pytest.fail(f"{best}")
