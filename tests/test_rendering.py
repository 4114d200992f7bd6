"""What the check reads of a page is what the site shows: headings, ids, lists, tables and code."""

from pathlib import Path

import pytest
import yaml
from lxml import html
from markdown import markdown

from handbook.pages.words.foreign import MarkForeignPhrases, foreign_phrases
from handbook.reading.load import read
from handbook.reading.markdown import outline
from mkdocs_adapter.narrow_screens import NarrowScreens
from rendered import blocks_read, blocks_shown, headings_read, headings_shown, misread
from trees import ROOT, Loader


def test_every_page_is_read_as_it_is_shown(example_copy: Path, example_site: Path) -> None:
    assert misread(read(example_copy), example_site) == []


@pytest.fixture(scope="module")
def extensions() -> list[str]:
    """What the site understands beside plain Markdown; MkDocs adds `fenced_code`."""
    written = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Loader)["markdown_extensions"]  # a safe loader
    return ["fenced_code", *(name if isinstance(name, str) else next(iter(name)) for name in written)]


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("- one\n- two\n", "items", 2),
        ("1. one\n2. two\n\n    - inside\n", "items", 3),
        ("- one\n    - inside\n        - deeper\n", "items", 3),
        ("| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n", "rows", 3),
        ("```\nmake serve\n```\n", "code", 1),
        ("Text.\n\n    make serve\n", "code", 1),
        ('!!! note "Title"\n    Text.\n\n    - one\n', "boxes", 1),
        ("A paragraph.\n", "items", 0),
    ],
)
def test_each_kind_of_block_is_read_as_it_is_shown(extensions: list[str], text: str, kind: str, count: int) -> None:
    text = f"# Title\n\n{text}\n## Section {{ #section }}\n\nText.\n\n### Inside {{ #inside }}\n"
    article = html.fragment_fromstring(markdown(text, extensions=extensions), create_parent="article")
    assert blocks_shown(article) == blocks_read(outline(text))
    assert blocks_shown(article)[kind] == count
    assert headings_shown(article) == headings_read(outline(text)) == [(1, None), (2, "section"), (3, "inside")]


def test_a_section_whose_heading_says_so_is_folded(extensions: list[str]) -> None:
    text = "# A\n\n## B { #b .folded }\n\nOne.\n\n### C\n\n- two\n\n## D\n\nThree.\n"
    folding = NarrowScreens()
    folding.show = "Show"
    tree = html.fromstring(markdown(text, extensions=[*extensions, folding]))
    (folded,) = tree.xpath("//details")
    assert [(child.tag, child.text_content().strip(" \n¶")) for child in folded] == [
        ("summary", "Show"),
        ("p", "One."),
        ("h3", "C"),
        ("ul", "two"),
    ]
    assert [(child.tag, child.get("id")) for child in (folded.getprevious(), folded.getnext())] == [
        ("h2", "b"),
        ("h2", "d"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sr", "Прилика (pipeline), customer success и CRM", ["pipeline", "customer success"]),
        ("sr", "Google Ads, MQL-ови и CRM-у", []),
        ("sr", "На https://handbook.example/team и у raci.csv", []),
        ("sr", "Тема је Material for MkDocs.", ["Material for MkDocs"]),
        ("en", "An assistant (приправник or практикант)", ["приправник", "практикант"]),
        ("en", "Nothing foreign, č included", []),
    ],
)
def test_phrases_in_the_letters_of_another_language(language: str, text: str, expected: list[str]) -> None:
    found = foreign_phrases(text, language, ("sr", "en"))
    assert [text[phrase.start : phrase.end] for phrase in found] == expected
    assert {phrase.language for phrase in found} <= {"sr", "en"} - {language}


def test_they_say_their_language_where_they_are_shown(extensions: list[str]) -> None:
    marking = MarkForeignPhrases()
    marking.own, marking.codes = "sr", ("sr", "en")
    text = "# А\n\nПрво *content writer* и R&D, па `make serve`, sales manager и buyer.\n"
    shown = markdown(text, extensions=[*extensions, marking]).splitlines()[-1]
    assert shown == (
        '<p>Прво <em><span lang="en">content writer</span></em> и R&amp;D, па <code>make serve</code>, '
        '<span lang="en">sales manager</span> и <span lang="en">buyer</span>.</p>'
    )
