"""The files of facts: each names its schema and is as it says, and what is made from them is up to date."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from handbook.editing.codeowners import FILE, HEAD, codeowners_text
from handbook.editing.setup.answers import answers_schema
from handbook.model.handbook import Handbook
from handbook.publishing.schemas import schemas
from handbook.reading.facts import FILES
from handbook.reading.yaml_lines import LOADER

NAMES = sorted(name for name, _ in FILES)


def test_the_schemas_beside_the_facts_are_those_of_the_model(content_root: Path, content: Handbook) -> None:
    for path, text in schemas(content.languages):
        assert (content_root / "facts" / path).read_text("utf-8") == text, "run: handbook schema"
    assert (content_root / "facts/schema/answers.json").read_text("utf-8") == answers_schema(), "run: handbook schema"
    assert {file.stem for file in (content_root / "facts/schema").iterdir()} == {*NAMES, "answers"}


def test_no_file_lies_between_the_facts_that_nothing_reads(content_root: Path) -> None:
    assert sorted(file.stem for file in (content_root / "facts").glob("*.yml")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_facts_names_its_schema_and_is_as_it_says(content_root: Path, content: Handbook, name: str) -> None:
    text = (content_root / f"facts/{name}.yml").read_text("utf-8")
    assert text.splitlines()[0] == f"# yaml-language-server: $schema=schema/{name}.json"
    schema = yaml.safe_load(dict(schemas(content.languages))[f"schema/{name}.json"])
    assert [
        error.message
        for error in jsonschema.Draft202012Validator(schema).iter_errors(
            json.loads(json.dumps(yaml.load(text, LOADER), default=str))  # a day is a text in JSON
        )
    ] == []


def test_who_is_asked_to_read_is_what_the_facts_say(content_root: Path, content: Handbook) -> None:
    """Without the file nobody is asked, as with a file that names nobody."""
    file = content_root / FILE
    written = file.read_text("utf-8") if file.exists() else HEAD
    assert written == codeowners_text(content.facts), f"Run “handbook owners” and commit {FILE}."
