"""A generated part is one record and one module: everything else is derived from them."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generations import index_of
from handbook.checks import structure
from handbook.checks.runner import check
from handbook.languages.registry import language
from handbook.model import parts as registry
from handbook.model.document import Marker, Outline
from handbook.model.page import Page
from handbook.model.parts import PARTS, Part
from handbook.pages import parts
from handbook.pages.compose import GeneratedBlocks
from handbook.pages.context import PageContext
from handbook.pages.index import page_index
from handbook.pages.parts import a_z
from handbook.reading.load import read
from plain import plain

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.marker)
def test_every_record_has_a_module_that_renders_it(part: Part) -> None:
    assert parts.renderer(part.marker) is not None


def test_every_module_has_a_record() -> None:
    modules = {file.stem.replace("_", "-") for file in Path(parts.__file__).parent.glob("*.py")} - {"--init--"}
    assert modules == {part.marker for part in PARTS}


def test_a_part_is_added_with_one_record_and_one_module(
    smallest: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = smallest / "docs/en/index.md"
    page.write_text(f"{page.read_text('utf-8')}\n<!-- handbook/head-count -->\n", "utf-8")
    assert "There is no generated part “head-count”." in {
        str(finding.message) for finding in check(read(smallest), TODAY)
    }
    (tmp_path / "head_count.py").write_text(
        "def render(context, _):\n    yield f'{len(context.facts.roles)} roles'\n", "utf-8"
    )
    for module in (registry, structure, parts):
        monkeypatch.setattr(module, "PARTS", (*PARTS, Part("head-count", facts=("roles",))))
    monkeypatch.setattr(parts, "__path__", [*parts.__path__, str(tmp_path)])
    parts.renderer.cache_clear()
    assert "There is no generated part" not in "".join(str(finding) for finding in check(read(smallest), TODAY))
    blocks = GeneratedBlocks(page_index(read(smallest), "en"), "index.md").part(Marker("head-count", None, 1))
    assert blocks == ("2 roles",)


def test_the_a_z_is_sorted_with_the_key_of_its_language(smallest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def backwards(name: str) -> list[int]:
        return [-ord(letter) for letter in name.casefold()]

    monkeypatch.setattr(a_z, "language", {"en": replace(language("en"), sort_key=backwards)}.__getitem__)
    text = "\n".join(plain(a_z.render(PageContext(read(smallest), "en", "index.md"), None)))
    names = re.findall(r"^- (?:\*\*\[)?([\w -]+)", text, re.MULTILINE)
    assert len(names) > 3
    assert names == sorted(names, key=backwards)


@pytest.mark.parametrize("part", [part for part in PARTS if not part.states], ids=lambda part: part.marker)
def test_only_parts_that_show_states_depend_on_texts_and_locks(example_copy: Path, part: Part) -> None:
    book = read(example_copy)
    pages = {key: replace(page, outline=titles_of(page), words=()) for key, page in book.pages.items()}
    bare = replace(book, pages=pages, sections={}, locks={})
    for page in book.in_language("en"):
        blocks = (GeneratedBlocks(index_of(either, "en"), page.path) for either in (book, bare))
        shown, shown_of_bare = (page_blocks.part(Marker(part.marker, None, 1)) for page_blocks in blocks)
        assert shown == shown_of_bare, page.path


def titles_of(page: Page) -> Outline:
    return Outline(headings=tuple(heading for heading in page.outline.headings if heading.level == 1))
