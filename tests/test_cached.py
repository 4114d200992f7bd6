"""What was parsed is kept on disk: the same handbook is read, only texts that changed are parsed again."""

import os
from functools import wraps
from pathlib import Path

import pytest

from handbook.model.finding import Finding
from handbook.model.page import Page
from handbook.reading import cached
from handbook.reading.cached import FILES, read
from handbook.reading.limits import LINE
from handbook.reading.load import PARSERS, Parsers
from handbook.reading.load import read as read_without
from trees import ROOT, SMALLEST, smallest_tree

PAGE = "docs/sr/sales/roles/seller.md"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are parsed from now on."""
    texts: list[str] = []

    @wraps(PARSERS.page)
    def page(text: str, *where: str) -> tuple[Page, list[Finding]]:
        texts.append(text)
        return PARSERS.page(text, *where)

    monkeypatch.setattr(cached, "PARSERS", Parsers(page, PARSERS.facts, PARSERS.lock))
    return texts


@pytest.mark.parametrize("root", [SMALLEST, ROOT], ids=["smallest", "real"])
def test_the_handbook_is_the_same_with_what_is_kept(root: Path, tmp_path: Path) -> None:
    expected = read_without(root)
    assert read(root, tmp_path) == expected
    assert read(root, tmp_path) == expected


def test_only_a_text_that_changed_is_parsed(tmp_path: Path, parsed: list[str]) -> None:
    root = smallest_tree(tmp_path / "handbook")
    pages = len(read(root, tmp_path / "kept").pages)
    assert len(parsed) == pages
    (root / PAGE).write_text("# Продавац\n", "utf-8")
    assert read(root, tmp_path / "kept") == read_without(root)
    assert parsed[pages:] == ["# Продавац\n"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (PAGE, f"# Продавац\n\n{'а' * (LINE + 1)}\n"),
        (PAGE, "---\ntitle: [\n---\n\n# Продавац\n\n- а\n  - б\n\n<script>\n"),
        ("facts/roles.yml", "seller:\n  team: [\n"),
        ("facts/roles.yml", "seller:\n  team: нема\n  unknown: 1\n"),
        ("parity/index.lock", "нешто\n"),
    ],
)
def test_faults_are_the_same_with_what_is_kept(path: str, text: str, tmp_path: Path, parsed: list[str]) -> None:
    root = smallest_tree(tmp_path / "handbook")
    (root / path).write_text(text, "utf-8")
    expected = read_without(root).findings
    for _ in range(2):
        assert read(root, tmp_path / "kept").findings == expected
    assert len(parsed) == len(read_without(root).pages)


def test_a_damaged_file_counts_as_none(tmp_path: Path, parsed: list[str]) -> None:
    expected = read(SMALLEST, tmp_path)
    (kept,) = tmp_path.iterdir()
    for damage in (b"", b"nonsense", kept.read_bytes()[:-100], b"\x80\x04N."):
        parsed.clear()
        kept.write_bytes(damage)
        assert read(SMALLEST, tmp_path) == expected
        assert len(parsed) == len(expected.pages)


def test_another_version_of_the_program_parses_again(
    tmp_path: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = len(read(SMALLEST, tmp_path).pages)
    monkeypatch.setattr(cached, "_version", lambda: "other")
    read(SMALLEST, tmp_path)
    assert len(parsed) == 2 * pages


def test_where_nothing_can_be_kept_the_handbook_is_read(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert read(SMALLEST, tmp_path / "file" / "kept") == read_without(SMALLEST)


def test_the_handbooks_that_were_read_last_are_kept(tmp_path: Path) -> None:
    for number in range(FILES):
        old = tmp_path / f"old{number}"
        old.touch()
        os.utime(old, (number, number))
    read(SMALLEST, tmp_path)
    assert len([*tmp_path.iterdir()]) == FILES
    assert not (tmp_path / "old0").exists()
