"""Templates are compiled once; without a usable folder, with damaged files or after a change, they are compiled again."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment
from mkdocs.theme import Theme

from mkdocs_adapter.templates import CompiledTemplates, VisibleTemplates, use_quick_environments


def rendered(folder: Path, source: str = "{{ 1 + 1 }}") -> str:
    """Render a template in an environment of its own."""
    return (
        Environment(loader=DictLoader({"a.html": source}), bytecode_cache=CompiledTemplates(folder))
        .get_template("a.html")
        .render()
    )


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


def test_only_hidden_folders_of_a_theme_are_not_listed(tmp_path: Path) -> None:
    for name in ("a.html", "b/c.js", ".icons/d.svg", "b/.e/f.js"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    assert VisibleTemplates(tmp_path).list_templates() == ["a.html", "b/c.js"]


def test_an_environment_of_the_theme_lists_what_a_site_is_made_of() -> None:
    theme = Theme("material")
    before = [name for name in Theme.get_env(theme).list_templates() if not name.startswith(".")]
    use_quick_environments(theme)
    assert theme.get_env().list_templates() == before
