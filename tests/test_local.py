"""What helps at one's own desk: completion for the facts, checks before a commit."""

import shlex
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from conftest import ROOT, run
from handbook.publishing.schemas import schemas

SCHEMAS = dict(schemas())
FACTS = sorted(file.stem for file in (ROOT / "facts").glob("*.yml"))


def schema(file: str) -> Any:
    return yaml.safe_load(SCHEMAS[f"schema/{file}.json"])


def problems(file: str, data: Any) -> list[str]:
    validator = jsonschema.Draft202012Validator(schema(file))
    return [error.message for error in validator.iter_errors(data)]


def test_the_schemas_in_the_repository_are_those_of_the_model(tmp_path: Path) -> None:
    assert {file.name for file in (ROOT / "facts/schema").iterdir()} == {f"{name}.json" for name in FACTS}
    for path, text in SCHEMAS.items():
        assert (ROOT / "facts" / path).read_text("utf-8") == text, "run: handbook schema"
    assert run("handbook", "schema", "--root", tmp_path).returncode == 0
    assert (tmp_path / "facts/schema/roles.json").read_text("utf-8") == SCHEMAS["schema/roles.json"]


@pytest.mark.parametrize("file", FACTS)
def test_every_file_of_facts_names_its_schema_and_is_as_it_says(file: str) -> None:
    text = (ROOT / f"facts/{file}.yml").read_text("utf-8")
    assert text.splitlines()[0] == f"# yaml-language-server: $schema=schema/{file}.json"
    jsonschema.Draft202012Validator.check_schema(schema(file))
    assert problems(file, yaml.safe_load(text)) == []


def test_a_wrong_key_a_wrong_word_and_a_missing_key_are_shown_while_typing() -> None:
    roles = yaml.safe_load((ROOT / "facts/roles.yml").read_text("utf-8"))
    manager = roles["sales-manager"]
    assert "'mentr' was unexpected" in problems("roles", {"x": {**manager, "mentr": "a"}})[0]
    assert "'id' was unexpected" in problems("roles", {"x": {**manager, "id": "x"}})[0]
    assert problems("roles", {"x": {**manager, "horizon": "far"}}) == ["'far' is not one of ['short', 'long']"]
    assert "'team' is a required property" in problems("roles", {"x": {"horizon": "short"}})
    assert "'firms' was unexpected" in problems("teams", {"firms": {}})[0]


def test_the_schemas_are_published_with_the_data(smallest_build: Path) -> None:
    for path, text in SCHEMAS.items():
        assert (smallest_build / "data" / path).read_text("utf-8") == text


def entries() -> list[dict[str, Any]]:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    (repository,) = config["repos"]
    assert repository["repo"] == "local"
    hooks: list[dict[str, Any]] = repository["hooks"]
    return hooks


def test_each_check_before_a_commit_is_whole_and_fetches_nothing() -> None:
    for entry in entries():
        assert {"id", "name", "language", "entry"} <= entry.keys() <= KEYS
        assert entry["language"] == "system"
    assert [entry["id"] for entry in entries()] == ["handbook", "ruff-check", "ruff-format", "whitespace"]


KEYS = {"id", "name", "language", "entry", "files", "types", "pass_filenames", "always_run"}


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry["id"])
def test_what_stands_in_the_repository_passes_each_of_them(entry: dict[str, Any]) -> None:
    files = ["hooks/handbook/finding.py"] if entry.get("pass_filenames", True) else []
    done = subprocess.run([*shlex.split(entry["entry"]), *files], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_white_space_that_strays_into_a_commit_is_told(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("# Title \n<<<<<<< ours\n", "utf-8")
    for command in ("git init --quiet", "git add page.md"):
        subprocess.run(shlex.split(command), cwd=tmp_path, check=True)
    whitespace = shlex.split(entries()[-1]["entry"])
    told = subprocess.run(whitespace, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert told.returncode != 0
    assert "page.md:1: trailing whitespace." in told.stdout
    assert "page.md:2: leftover conflict marker" in told.stdout
