"""Reading what editors write: YAML with its lines, Markdown with its parts."""

from pathlib import Path

import pytest

from handbook.crosslinks.paths import normalize_target, relative_link, resolve
from handbook.model.document import Heading, Link, Marker
from handbook.model.errors import HandbookError
from handbook.reading import yaml_lines
from handbook.reading.files import read_text
from handbook.reading.load import read
from handbook.reading.markdown import outline


def test_every_key_and_item_of_yaml_has_its_line() -> None:
    data = yaml_lines.load("a:\n  b: 1\n  c:\n    - x\n    - y: 2\n", first_line=10)
    assert data.data == {"a": {"b": 1, "c": ["x", {"y": 2}]}}
    assert data.lines["a", "b"] == 11
    assert data.lines["a", "c", "0"] == 13
    assert data.lines["a", "c", "1", "y"] == 14


@pytest.mark.parametrize("text", ["a: ]", "a: !!python/object:os.system x", "a: \x07", "a: 2026-99-99"])
def test_yaml_that_cannot_be_read_is_a_fault_with_a_line(text: str) -> None:
    data = yaml_lines.load(text)
    assert (data.data, data.faults[0].line) == (None, 1)


def test_an_empty_text_holds_nothing() -> None:
    assert yaml_lines.load("# only a comment\n") == yaml_lines.LocatedYaml(None, {})


def test_strings_of_the_navigation_have_lines_whatever_else_the_file_holds() -> None:
    text = "site_url: !ENV [A, '']\nnav:\n  - index.md\n  - Продаја:\n      - sales/index.md\n"
    assert list(yaml_lines.strings_under(text, "nav")) == [("index.md", 3), ("sales/index.md", 5)]
    assert list(yaml_lines.strings_under("nav:\n  - Празно:\n  - a.md\n", "nav")) == [("", 2), ("a.md", 3)]
    assert list(yaml_lines.strings_under("nav: [", "nav")) == []
    assert list(yaml_lines.strings_under("- a\n", "nav")) == []


def test_the_parts_of_a_page() -> None:
    parts = outline(
        "---\ntitle: A\n---\n# Title `x`\n\nSee [one](a.md)\nand ![two](b.png) <!-- handbook/late -->.\n\n"
        '## Part *two* { #two .wide }\n\n!!! info "Box"\n    [three](<с.md>)\n\n<!-- handbook/raci sales -->\n'
    )
    assert parts.front_matter == "title: A"
    assert parts.headings == (Heading(1, "Title x", None, 4), Heading(2, "Part two", "two", 9))
    assert parts.links == (
        Link("a.md", 6, "", text="one"),
        Link("b.png", 7, "", "image"),
        Link("с.md", 12, "two", text="three"),
    )
    assert parts.markers == (Marker("late", None, 7, alone=False), Marker("raci", "sales", 14))


def test_code_holds_no_headings_links_or_markers() -> None:
    parts = outline("```\n# no\n[no](no.md)\n<!-- handbook/no -->\n```\n")
    assert (parts.headings, parts.links, parts.markers, parts.runs, parts.prose) == ((), (), (), (), ())


def test_a_marker_inside_a_longer_comment_block_is_not_alone() -> None:
    (mark,) = outline("<!-- first\nhandbook/x --> <!-- handbook/card -->\n").markers
    assert (mark.name, mark.line, mark.alone) == ("card", 2, False)


def test_ways_between_pages() -> None:
    assert relative_link("a/b/c.md", "d.md") == "../../d.md"
    assert relative_link("index.md", "a/b.md") == "a/b.md"
    assert resolve("a/b.md", "../c.md#x") == ("c.md", "x")
    assert resolve("a/b.md", "#x") == ("a/b.md", "x")
    assert resolve("a/b.md", "/c/") == (None, "")
    assert resolve("a/b.md", "https://example.com/") is None
    assert resolve("a/b.md", "http://[broken") is None
    assert normalize_target("a/b.md", "mailto:ana@example.com") == "mailto:ana@example.com"


def test_a_file_that_cannot_be_opened_stops_the_tool(tmp_path: Path) -> None:
    with pytest.raises(HandbookError, match=r"^gone.md cannot be read: No such file or directory\.$"):
        read_text(tmp_path, "gone.md")


def test_hidden_files_are_passed_over_and_pictures_are_no_pages(smallest: Path) -> None:
    for name in (".DS_Store", "picture.png", ".git/x.md"):
        file = smallest / "docs/sr" / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"\x89\xff")
    book = read(smallest)
    assert "docs/sr/picture.png" in book.files
    assert (len(book.files), len(book.pages), book.findings) == (11, 10, ())


def test_a_handbook_without_mkdocs_settings_is_read_too(smallest: Path) -> None:
    (smallest / "mkdocs.yml").unlink()
    assert read(smallest).nav == ()
