"""The README describes the repository as it is."""

import json
import re
import subprocess

import pytest
from markdown_it import MarkdownIt

from manual import codes
from trees import ROOT

READMES = {"en": "README.md", "sr": "README.sr.md"}


def test_the_map_matches_the_tree() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    drawn = readme.split("## Map\n\n```\n")[1].split("```")[0]
    named = {word for line in drawn.splitlines() for word in line.split("   ")[0].split()}
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    tracked = listed.stdout.splitlines()
    for path in named:
        assert any(file.startswith(path) for file in tracked), path
    folders = {file.split("/")[0] for file in tracked if "/" in file}
    assert folders <= {path.split("/")[0] for path in named}


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def rows(name: str, first: str) -> list[str]:
    """The first cell of each row of the tables whose rows begin with a pattern."""
    return re.findall(rf"^\| `({first})` \|", text(name), re.MULTILINE)


def test_both_readmes_name_every_setting() -> None:
    settings = {name: rows(name, "[A-Z_]+") for name in READMES.values()}
    assert settings["README.sr.md"] == settings["README.md"]
    known = re.findall(r"!ENV \[(\w+),", text("mkdocs.yml"))
    assert {*settings["README.md"]} <= {*known}


def test_what_the_serbian_readme_shows_the_english_one_shows_too() -> None:
    english = " ".join(codes(text("README.md")))
    shown = {code.partition("  ")[0] for code in codes(text("README.sr.md"))}
    assert len(shown) > 30
    assert [code for code in sorted(shown) if code not in english] == []


@pytest.mark.parametrize("name", READMES.values())
def test_every_file_that_a_readme_links_to_is_there(name: str) -> None:
    tokens = (child for token in MarkdownIt().parse(text(name)) for child in token.children or ())
    links = [str(token.attrGet("href")) for token in tokens if token.type == "link_open"]
    assert links
    assert [link for link in links if not (ROOT / link).is_file()] == []


def test_each_container_is_set_up_by_the_script_that_says_what_is_needed() -> None:
    script = "requirements/install-in-container"
    assert json.loads(text(".devcontainer/devcontainer.json"))["onCreateCommand"] == script
    assert f"RUN {script}" in text("Containerfile")
    assert "--dev-addr" in text("Containerfile"), "a container is reached from outside"
