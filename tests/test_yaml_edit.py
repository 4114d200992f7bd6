"""`handbook new` and `handbook rename` edit the same YAML files as `handbook check` accepts."""

import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from handbook.checks.runner import check
from handbook.cli.main import commands
from handbook.reading.load import read

SMALLEST = Path(__file__).parent / "smallest"
QUESTION = """\
price:
  ask: {sr: Ко мења цену?, en: Who changes it?}
  roles: [seller]
  page: sales/roles/seller.md
"""
"""libyaml reads a plain scalar that ends with a question mark inside braces; PyYAML's own parser does not."""


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    root = shutil.copytree(SMALLEST, tmp_path / "smallest")
    shutil.copytree(SMALLEST.parents[1] / "templates", root / "templates")
    file = root / "facts/questions.yml"
    file.write_text(QUESTION + file.read_text("utf-8"), "utf-8")
    execute("confirm", "facts/questions", root=root)
    assert check(read(root), date(2026, 11, 24)) == []
    return root


def save_as(file: Path, bom: bytes, newline: bytes) -> bytes:
    """Save a text file with a byte order mark and other line endings, as some editors do."""
    data = bom + file.read_bytes().replace(b"\n", newline)
    file.write_bytes(data)
    return data


def execute(*words: str, root: Path) -> None:
    result = CliRunner().invoke(commands, [*words, "--root", str(root)], catch_exceptions=False)
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"], ids=["plain", "bom"])
def test_rename_edits_facts_that_the_check_accepts(handbook: Path, bom: bytes, newline: bytes) -> None:
    questions = handbook / "facts/questions.yml"
    before = save_as(questions, bom, newline)
    save_as(handbook / "facts/roles.yml", bom, newline)
    save_as(handbook / "facts/moved.yml", bom, newline)
    execute("rename", "seller", "vendor", root=handbook)
    assert questions.read_bytes() == before.replace(b"seller", b"vendor")
    moved = bom + b"# Where the old addresses of pages lead"
    assert (handbook / "facts/moved.yml").read_bytes().startswith(moved)
    assert check(read(handbook), date(2026, 11, 24)) == []


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"], ids=["plain", "bom"])
def test_new_inserts_below_an_entry_that_the_check_accepts(handbook: Path, bom: bytes, newline: bytes) -> None:
    roles = handbook / "facts/roles.yml"
    phrase = "  deputies_phrase: {sr: Ко год може?, en: Who can?}"
    roles.write_text(roles.read_text("utf-8").replace("[promoter]\n", f"[promoter]\n{phrase}\n"), "utf-8")
    before = save_as(roles, bom, newline)
    execute("new", "role", "cashier", "--team", "sales", root=handbook)
    head, below = before[: before.index(b"promoter:")], before[before.index(b"promoter:") :]
    after = roles.read_bytes()
    assert after.startswith(head + b"cashier:" + newline + b"  team: sales" + newline)
    assert after.endswith(below)
    assert list(yaml.load(after.decode("utf-8-sig"), yaml.CSafeLoader)) == ["seller", "cashier", "promoter"]
