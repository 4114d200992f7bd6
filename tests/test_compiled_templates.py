"""Templates are compiled once; without a usable folder, with damaged files or after a change, they are compiled again."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from mkdocs_adapter.templates import CompiledTemplates


def rendered(folder: Path, source: str = "{{ 1 + 1 }}") -> str:
    """Render a template in an environment of its own."""
    return Environment(loader=DictLoader({"a.html": source}), bytecode_cache=CompiledTemplates(folder)).get_template("a.html").render()  # fmt: skip


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "a/b"
    assert rendered(folder) == "2"
    assert len([*folder.iterdir()]) == 1
    with monkeypatch.context() as patch:
        patch.setattr(Environment, "compile", None)
        assert rendered(folder) == "2"
    assert rendered(folder, "{{ 1 + 2 }}") == "3", "another text"


@pytest.mark.parametrize("keep", [0, 1, 30, 60, 100])
def test_a_damaged_file_counts_as_none(tmp_path: Path, keep: int) -> None:
    rendered(tmp_path)
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    assert len(whole) > 100
    file.write_bytes(whole[:keep])
    assert rendered(tmp_path) == "2"
    assert file.read_bytes() == whole


def test_where_nothing_can_be_kept_templates_are_compiled(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert rendered(tmp_path / "file") == "2"
    assert rendered(tmp_path / "file/below") == "2"
