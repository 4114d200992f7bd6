"""Files beyond a limit are not read, and one finding says so; what is within the limits is read as ever."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from growth import FACTOR, grows_too_fast
from handbook.checks.runner import check
from handbook.pages.context import PageContext
from handbook.pages.notices import withheld_page
from handbook.reading.limits import BLOCK, BLOCKS, DEPTH, FILE_BYTES, HEADINGS, LINE, NOTES, OPENERS_IN_BLOCK
from handbook.reading.limits.yaml import check_yaml
from handbook.reading.load import read
from handbook.reading.markdown import outline
from trees import smallest_tree

TODAY = date(2026, 11, 24)
PAGE, LOCK, WAIVERS = "docs/en/index.md", "parity/index.lock", "parity/waivers.yml"


def findings(home: Path) -> list[tuple[str, int, str]]:
    return [(finding.place.path, finding.place.line, finding.rule) for finding in check(read(home), TODAY)]


PAGES = {
    "a line": (f"# A\n\n{'a' * (LINE + 1)}\n", 3),
    "a paragraph": ("# A\n\n" + "a b\n" * (BLOCK // 4 + 1), 3),
    "a block of HTML": ("# A\n\n<div>\n" + "a b\n" * (BLOCK // 4), 3),
    "a fence that is never closed": ("# A\n\n```\n" + "a b\n" * (BLOCK // 4 + 1), 3),
    "brackets": ("# A\n\n" + "[" * (OPENERS_IN_BLOCK + 1), 3),
    "braces and tags": ("# A\n\n" + "{<" * (OPENERS_IN_BLOCK // 2 + 1), 3),
    "paragraphs": ("# A\n\n" + "a\n\n" * BLOCKS, 2 * BLOCKS + 1),
    "cells": ("# A\n\n| a |\n|---|\n" + "| a |\n" * BLOCKS, BLOCKS + 3),
    "headings": ("# A\n\n" + "## a\n" * HEADINGS, HEADINGS + 2),
    "uses of a footnote": ("# A\n\n" + "a[^1]\n\n" * (NOTES + 1), 2 * NOTES + 3),
    "abbreviations": ("# A\n\n" + "*[AB]: a\n\n" * (NOTES + 1), 2 * NOTES + 3),
    "quotes": ("# A\n\n" + "> " * (DEPTH + 1) + "a\n", 3),
    "lists": ("# A\n\n" + "".join("    " * n + "- a\n" for n in range(DEPTH // 2 + 1)), DEPTH // 2 + 2),
    "emphasis": ("# A\n\n" + "*a " * (DEPTH + 1) + "a*" * (DEPTH + 1), 3),
    "tags": ("# A\n\n" + "<div>\n\n" * (DEPTH + 1), 2 * DEPTH + 3),
    "bytes": ("# A\n\n" + "a b\n\n" * 50_001, 1),
}
"""A page just beyond each limit, and the line of the finding."""


@pytest.mark.parametrize("name", PAGES)
def test_a_page_beyond_a_limit_has_one_finding(smallest: Path, name: str) -> None:
    text, line = PAGES[name]
    (smallest / PAGE).write_text(text, "utf-8")
    assert findings(smallest) == [(PAGE, line, "size")]


WITHIN = {
    "a line": f"{'a' * LINE}\n",
    "a closed fence": "```\n" + "[a b\n" * BLOCK + "```\n",
    "brackets": "[" * OPENERS_IN_BLOCK,
    "headings": "## a\n" * (HEADINGS - 1),
    "quotes": "> " * (DEPTH - 1) + "a\n",
    "lists": "".join("    " * n + "- a\n" for n in range(DEPTH // 2 - 1)),
    "tags": "<div>\n\n" * DEPTH + "<br>\n\n" * DEPTH,
    "tags that are closed": "<b>a</b>\n\n" * (DEPTH + 1),
}


@pytest.mark.parametrize("name", WITHIN)
def test_a_text_within_the_limits_is_read(name: str) -> None:
    outline(f"# A\n\n{WITHIN[name]}")


def test_of_a_page_too_large_in_both_languages_only_that_is_said(smallest: Path) -> None:
    for code in ("sr", "en"):
        (smallest / f"docs/{code}/index.md").write_text("a\n" * FILE_BYTES, "utf-8")
    assert findings(smallest) == [(f"docs/{code}/index.md", 1, "size") for code in ("en", "sr")]


@pytest.mark.parametrize("path", ["facts/roles.yml", "facts/terms.yml", "mkdocs.yml", LOCK, WAIVERS])
@pytest.mark.parametrize("text", ["a: b\n" * (FILE_BYTES // 5 + 1), f"# {'a' * LINE}\n"], ids=["bytes", "line"])
def test_another_file_beyond_a_limit_has_one_finding(smallest: Path, path: str, text: str) -> None:
    (smallest / path).write_text(text, "utf-8")
    assert findings(smallest) == [(path, 1, "size")]


def test_a_page_too_large_to_be_read_is_not_shown_either(smallest: Path) -> None:
    (smallest / PAGE).write_text(PAGES["a line"][0], "utf-8")
    text = withheld_page(PageContext(read(smallest), "en", "index.md"))
    assert "This line has more than" in text
    assert len(text) < 500


def of_lines(number: int) -> str:
    return "parity-lock 1  algo=1\n" + "".join(
        f"#a{n}  sr=p1:0123456789ab  en=p1:0123456789ab\n" for n in range(number)
    )


LARGE: dict[str, tuple[str, Callable[[int], str], int]] = {
    "a page of 10 MB in one line": (PAGE, lambda number: "a " * number, 5_000_000),
    "a page of 10 MB": (PAGE, lambda number: f"{'a' * 90}\n\n" * number, 110_000),
    "a table of 100,000 rows": (PAGE, lambda number: "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * number, 100_000),
    "a lock of 200,000 lines": (LOCK, of_lines, 200_000),
    "a lock of as many lines as are read": (LOCK, of_lines, 36_000),
}


@pytest.mark.long
@pytest.mark.parametrize("name", LARGE)
def test_the_cost_of_a_large_file_grows_with_its_length(tmp_path: Path, name: str) -> None:
    path, text, number = LARGE[name]
    homes = []
    for lines in (number // FACTOR, number):
        homes.append(smallest_tree(tmp_path / str(lines)))
        (homes[-1] / path).write_text(text(lines), "utf-8")
    assert not grows_too_fast(lambda home: check(read(home), TODAY), *homes)


DEEP = {
    "lists": ("[" * 100_000, 1),
    "lists over many lines": ("[\n" * 50_000, 51),
    "mappings": ("{a: " * 2_000, 1),
    "blocks": ("".join(f"{' ' * n}a:\n" for n in range(100)), 51),
    "lists in one line": ("- " * 4_000, 1),
    "keys": ("? " * 4_000, 1),
}
"""YAML that is nested too deep, and the line where it is."""


@pytest.mark.parametrize("path", ["facts/terms.yml", "facts/moved.yml", "mkdocs.yml", WAIVERS])
@pytest.mark.parametrize("name", DEEP)
def test_yaml_that_is_nested_too_deep_is_not_read(smallest: Path, path: str, name: str) -> None:
    text, line = DEEP[name]
    (smallest / path).write_text(text, "utf-8")
    assert findings(smallest) == [(path, line, "size")]


@pytest.mark.parametrize("name", [name for name in DEEP if name != "lists"])
def test_front_matter_that_is_nested_too_deep_is_not_read(smallest: Path, name: str) -> None:
    text, line = DEEP[name]
    (smallest / PAGE).write_text(f"---\n{text}\n---\n# A\n", "utf-8")
    assert findings(smallest) == [(PAGE, line + 1, "size")]


SHALLOW = ("a: '" + "[" * 60 + "'\n", "# " + "[" * 60 + "\n", "a: [" + "[], " * 60 + "]\n", "- - [a]\n" * 60)


@pytest.mark.parametrize("text", SHALLOW)
def test_brackets_that_do_not_nest_pass(text: str) -> None:
    check_yaml(text)


ALIASES = {
    "a bomb": "a: &a [b, b]\nc: &c [*a, *a]\n",
    "a list that contains itself": "nav: &nav\n  - Круг: *nav\n",
    "a merge key": "a: &a {b: c}\nd: {<<: *a}\n",
}


@pytest.mark.parametrize("path", ["facts/terms.yml", "mkdocs.yml", WAIVERS])
@pytest.mark.parametrize("name", ALIASES)
def test_aliases_are_refused(smallest: Path, path: str, name: str) -> None:
    (smallest / path).write_text(ALIASES[name], "utf-8")
    assert findings(smallest) == [(path, 2, "size")]


def test_aliases_in_front_matter_are_refused(smallest: Path) -> None:
    (smallest / PAGE).write_text(f"---\n{ALIASES['a merge key']}---\n# A\n", "utf-8")
    assert findings(smallest) == [(PAGE, 3, "size")]


@pytest.mark.parametrize("value", ["!!binary aGk=", "!!set {a}", "!!python/name:os.system", "!a b"])
def test_values_with_a_tag_are_refused(smallest: Path, value: str) -> None:
    (smallest / "facts/names.yml").write_text(f"a:\n  name: {value}\n", "utf-8")
    assert findings(smallest) == [("facts/names.yml", 2, "facts-syntax")]


@pytest.mark.parametrize(
    "arguments", [["site_build", "site", "touch"], ["site_build.settings"]], ids=["build", "serve"]
)
def test_a_build_and_a_preview_refuse_such_settings_before_mkdocs_reads_them(
    smallest: Path, arguments: list[str]
) -> None:
    (smallest / "mkdocs.yml").write_text(ALIASES["a list that contains itself"], "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=smallest, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 1
    assert done.stderr.startswith("mkdocs.yml:2: The alias “*nav” can stand for any amount of text")
    assert not (smallest / ".site-next").exists()


@pytest.mark.parametrize(("end", "rule"), [(f"b: {'[' * 60}\n", "size"), ("b: [\n", "facts-syntax")])
def test_names_that_cannot_be_read_are_not_reported_on_the_pages(smallest: Path, end: str, rule: str) -> None:
    names, page = smallest / "facts/names.yml", smallest / "docs/sr/index.md"
    page.write_text(page.read_text("utf-8") + "\nExcel\n", "utf-8")
    (smallest / PAGE).write_text((smallest / PAGE).read_text("utf-8") + "\nExcel\n", "utf-8")
    names.write_text("a: {name: Excel}\n", "utf-8")
    assert "script" not in {found for _, _, found in findings(smallest)}
    names.write_text("a: {name: Excel}\n" + end, "utf-8")
    assert {found for path, _, found in findings(smallest)} & {"script", rule} == {rule}
