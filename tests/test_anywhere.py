"""The check needs nothing but the files: no git, no way to write, no plain path, no clean bytes, and little time."""

import shutil
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import ROOT, TESTS, run
from handbook.checks.runner import check
from handbook.reading.load import read
from handbook.reading.locks import parse

TODAY = date(2026, 11, 24)
CLEAN = "The handbook is in order.\n"


def test_in_a_shallow_clone(tmp_path: Path) -> None:
    subprocess.run(["git", "clone", "--quiet", "--depth", "1", f"file://{ROOT}", tmp_path / "clone"], check=True)
    done = run("handbook", "check", "--root", tmp_path / "clone")
    assert (done.returncode, done.stderr) == (0, "")


def test_without_git_and_under_a_path_with_spaces_and_cyrillic(site: Path) -> None:
    home = site.parent / "Мој приручник, нов"
    site.rename(home)
    command = Path(sys.executable).parent / "handbook"
    done = subprocess.run([command, "check"], cwd=home, capture_output=True, text=True, check=False,
                          env={"PATH": "", "PYTHONUTF8": "1"})  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, CLEAN, "")


def test_on_a_tree_that_nobody_may_write(site: Path) -> None:
    for place in (*site.rglob("*"), site):
        place.chmod(0o555 if place.is_dir() else 0o444)
    done = run("handbook", "check", "--root", site)
    for place in (site, *site.rglob("*")):
        place.chmod(0o755 if place.is_dir() else 0o644)
    assert (done.returncode, done.stdout) == (0, CLEAN)


def test_a_command_that_cannot_write_says_so(site: Path) -> None:
    shutil.rmtree(site / "parity/sales")
    (site / "parity/sales").write_text("a file where a folder was expected")
    done = run("handbook", "seed", "sales/roles/seller", "--root", site)
    assert done.returncode == 2
    assert done.stderr == "handbook: parity/sales/roles/seller.lock cannot be written: Not a directory.\n"


BYTES = st.one_of(
    st.binary(max_size=400),
    st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace")),
    st.lists(st.sampled_from([
        "---", "# H { #h }", "## ", "##x", "- a", "  - b", "1) c", "| a | b |", "|---|---|", "> q", "```", "!!! note",
        "<!-- handbook/card -->", "<!-- handbook/", "<![x", "[a](b.md#c)", "![](x.png)", "{ #a", "title: [", "\u0000",
        "1.234,56 €", "24. децембра 2026.", "a@b.co", "+381 11 123 456", "прoдаја", "\t", "***", "&amp;", "\\",
    ]), max_size=25).map(lambda lines: "\n".join(lines).encode()),
)  # fmt: skip


@given(page=BYTES, other=BYTES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_bytes_a_page_holds(tmp_path: Path, page: bytes, other: bytes) -> None:
    site = tmp_path / "site"
    shutil.copytree(TESTS / "smallest", site, dirs_exist_ok=True)
    (site / "docs/sr/index.md").write_bytes(page)
    (site / "docs/en/index.md").write_bytes(other)
    (site / "parity/index.lock").write_bytes(page)
    (site / "facts/questions.yml").write_bytes(other)
    for finding in check(read(site), TODAY):
        assert finding.place.line >= 1
        assert str(finding).endswith(f"[{finding.rule}]")


@given(st.text(max_size=300))
def test_whatever_a_lock_holds(text: str) -> None:
    lock = parse(text)
    assert parse(lock.text).entries.keys() == lock.entries.keys()


@pytest.mark.parametrize("piece", [
    "- a\n", "  - a\n", "> ", "[a](b.md) ", "| a | b |\n|---|---|\n| 1 | 2 |\n\n", "# H { #h }\n\n", "**a", "`a", "{ #a }",
    "1.234,56 евра 24. децембра 2026. ", "<div>", "<!-- handbook/card -->\n\n", "![a](b.png)\n\n", "CRM-а ", "a@", "+3811",
])  # fmt: skip
def test_time_grows_with_the_size(site: Path, piece: str) -> None:
    """Eight times the text takes at most sixteen times the time, and so is not its square (64)."""
    spent = []
    for times in (1000, 8000):
        (site / "docs/sr/index.md").write_text(piece * times)
        begin = time.process_time()
        check(read(site), TODAY)
        spent.append(time.process_time() - begin)
    assert spent[1] < 16 * spent[0] + 0.5, spent
