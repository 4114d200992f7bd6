"""The style sheet of the site is made once; after a change, or from a damaged file, it is made again."""

from pathlib import Path

import pytest

from handbook.publishing.web import styles
from mkdocs_adapter.theme import style_sheet

THEME, OWN = [".md-nav{color:red}.unused{color:red}"], [".own{color:blue}"]


def made(kept: Path, own: list[str] = OWN) -> str:
    return style_sheet(THEME, own, kept)


def test_a_style_sheet_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "a/b"
    first = made(kept)
    assert first == styles.site_styles(THEME, OWN)
    with monkeypatch.context() as patch:
        patch.setattr(styles, "site_styles", None)
        assert made(kept) == first
    assert ".new" in made(kept, [".new{color:blue}"])


@pytest.mark.parametrize("end", [0, 1, 64, 130, 140, -1])
def test_a_damaged_file_counts_as_none(tmp_path: Path, end: int) -> None:
    first = made(tmp_path / "kept")
    whole = (tmp_path / "kept").read_bytes()
    assert len(whole) > 140
    (tmp_path / "kept").write_bytes(whole[:end])
    assert made(tmp_path / "kept") == first
    assert (tmp_path / "kept").read_bytes() == whole


def test_where_nothing_can_be_kept_it_is_made_every_time(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert made(tmp_path / "file/below") == made(tmp_path / "file")
