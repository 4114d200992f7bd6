"""What the check reads of each page of this handbook is what its site shows, and each can be printed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser import served
from handbook.pages.words.foreign import foreign_phrases
from handbook.reading.load import read
from pages import Built, page
from rendered import misread
from sheets import paper_from, printed_from
from trees import CODES, ROOT


def test_every_page_is_read_as_it_is_shown(real_site: Path) -> None:
    assert misread(read(ROOT), real_site) == []


@pytest.fixture(scope="module")
def address(real_site: Path) -> Iterator[str]:
    with served(real_site) as found:
        yield found


@pytest.fixture(scope="module")
def shown(real_site: Path) -> list[Built]:
    """The pages of both languages."""
    return [page(real_site, path, code) for path in read(ROOT).paths for code in CODES]


def unprintable(browser: Browser, address: str, some: list[Built]) -> list[str]:
    """The pages whose paper holds more than their article, or less."""
    opened = browser.new_page()
    sheets = {built.path: printed_from(opened, f"{address}/{built.path}") for built in some}
    opened.close()
    return [path for path, sheet in sheets.items() if not sheet.is_the_article_alone]


def columns(built: Built) -> int:
    return max((len(row) for row in built.article.xpath(".//tr")), default=0)


def nodes(built: Built) -> int:
    return len(built.article.xpath(".//figure//a"))


def test_the_pages_with_the_widest_table_and_picture_can_be_printed(
    browser: Browser, address: str, shown: list[Built]
) -> None:
    assert unprintable(browser, address, [max(shown, key=columns), max(shown, key=nodes)]) == []


@pytest.mark.long
def test_every_page_can_be_printed(browser: Browser, address: str, shown: list[Built]) -> None:
    assert unprintable(browser, address, shown) == []


@pytest.mark.long
def test_each_role_is_printed_on_three_pages_at_most_and_the_matrix_on_one(
    browser: Browser, address: str, shown: list[Built]
) -> None:
    opened = browser.new_page()
    papers = {built.path: paper_from(opened, f"{address}/{built.path}") for built in shown if "/roles/" in built.path}
    matrices = [paper_from(opened, f"{address}/{folder}together/raci/").landscape for folder in ("", "en/")]
    opened.close()
    assert {path: len(paper.sizes) for path, paper in papers.items() if len(paper.sizes) > 3} == {}
    assert matrices == [1, 1]


OWN_WORDS = "//article//text()[not(ancestor::*[self::code or self::pre or self::script or self::style])]"


@pytest.mark.long
def test_phrases_in_another_language_say_so(shown: list[Built]) -> None:
    silent = [
        (built.path, text[phrase.start : phrase.end])
        for built in shown
        for text in built.tree.xpath(OWN_WORDS)
        for phrase in foreign_phrases(text, built.language, CODES)
        if text.getparent().xpath("string(ancestor-or-self::*[@lang][1]/@lang)") == built.language
    ]
    assert silent == []
