"""What helps at one's own desk: completion for the facts, checks before a commit."""

import json
import shlex
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from git import git, init
from handbook.publishing.schemas import schemas
from handbook.reading.yaml_lines import LOADER
from sites import handbook
from trees import CODES, ROOT

SCHEMAS = dict(schemas(CODES))
KEYS = {"id", "name", "language", "entry", "files", "types", "pass_filenames", "always_run"}
"""What a check before a commit may say of itself."""
FACTS = sorted(Path(path).stem for path in SCHEMAS)


def schema(file: str) -> Any:
    return yaml.safe_load(SCHEMAS[f"schema/{file}.json"])


def problems(file: str, data: Any) -> list[str]:
    validator = jsonschema.Draft202012Validator(schema(file))
    as_json = json.loads(json.dumps(data, default=str))  # a day is a text in JSON
    return [error.message for error in validator.iter_errors(as_json)]


def test_the_schemas_are_written_beside_the_facts(smallest: Path) -> None:
    assert handbook(smallest, "schema").returncode == 0
    assert {file.stem for file in (smallest / "facts/schema").iterdir()} == {*FACTS, "answers"}
    for path, text in SCHEMAS.items():
        assert (smallest / "facts" / path).read_text("utf-8") == text


def test_each_file_of_facts_has_a_schema(smallest: Path) -> None:
    assert sorted(file.stem for file in (smallest / "facts").glob("*.yml")) == FACTS


@pytest.mark.parametrize("file", FACTS)
def test_facts_that_are_in_order_are_as_their_schema_says(example: Path, file: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(file))
    assert problems(file, yaml.load((example / f"facts/{file}.yml").read_text("utf-8"), LOADER)) == []


def test_a_wrong_key_a_wrong_word_and_a_missing_key_are_shown_while_typing(smallest: Path) -> None:
    role = yaml.safe_load((smallest / "facts/roles.yml").read_text("utf-8"))["seller"]
    assert "'mentr' was unexpected" in problems("roles", {"x": {**role, "mentr": "a"}})[0]
    assert "'id' was unexpected" in problems("roles", {"x": {**role, "id": "x"}})[0]
    assert problems("roles", {"x": {**role, "horizon": "far"}}) == ["'far' is not one of ['short', 'long']"]
    assert "'team' is a required property" in problems("roles", {"x": {"horizon": "short"}})
    assert "'firms' was unexpected" in problems("teams", {"firms": {}})[0]


def test_the_schemas_are_published_with_the_data(smallest_site: Path) -> None:
    for path, text in SCHEMAS.items():
        assert (smallest_site / "data" / path).read_text("utf-8") == text


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


def command(id_: str, *files: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run one of the checks in a folder, as before a commit there."""
    (entry,) = [entry["entry"] for entry in entries() if entry["id"] == id_]
    return subprocess.run([*shlex.split(entry), *files], cwd=cwd, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("id_", ["ruff-check", "ruff-format"])
def test_the_program_passes_its_checks(id_: str) -> None:
    done = command(id_, "hooks/handbook/model/finding.py", cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_handbook_in_order_passes_its_check_and_no_other_does(smallest: Path) -> None:
    (smallest / ".venv").symlink_to(ROOT / ".venv")
    done = command("handbook", cwd=smallest)
    assert (done.returncode, done.stdout) == (0, "The handbook is in order.\n")
    (smallest / "docs/en/extra.md").write_text("# Extra\n")
    assert command("handbook", cwd=smallest).returncode == 1


def test_white_space_that_strays_into_a_commit_is_reported(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Title\n", "utf-8")
    init(tmp_path, "2026-11-01")
    assert command("whitespace", cwd=tmp_path).returncode == 0
    page.write_text("# Title \n<<<<<<< ours\n", "utf-8")
    git(tmp_path, "add", "page.md")
    done = command("whitespace", cwd=tmp_path)
    assert done.returncode != 0
    assert "page.md:1: trailing whitespace." in done.stdout
    assert "page.md:2: leftover conflict marker" in done.stdout
