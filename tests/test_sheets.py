"""“Print this page”: what a reader gets on paper from the browser is the page, and nothing around it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser import served
from pages import page as page_of
from sheets import UNPRINTED, VISIBLE, paper_from, printed_from

PAGES = ("", "sales/roles/manager/", "together/raci/", "together/calendar/", "org-chart/", "ask/", "glossary/")


@pytest.fixture(scope="module")
def address(example_books: Path) -> Iterator[str]:
    with served(example_books) as found:
        yield found


@pytest.fixture
def opened(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("path", [f"{code}{path}" for path in PAGES for code in ("", "en/")])
def test_a_printed_page_is_the_article_alone(opened: Page, address: str, path: str) -> None:
    sheet = printed_from(opened, f"{address}/{path}")
    assert len(sheet.article) > 50
    assert sheet.is_the_article_alone, sheet


def test_what_is_not_printed_is_there_on_the_screen(opened: Page, address: str) -> None:
    opened.goto(f"{address}/together/raci/")
    assert [kind for kind in UNPRINTED if not opened.locator(kind).evaluate_all(VISIBLE)] == []


def test_a_role_is_on_three_pages_at_most_to_its_last_line(opened: Page, address: str, example_books: Path) -> None:
    """Who maintains it, the day of its text and its address come last; where it is mentioned is of no use on paper."""
    paper = paper_from(opened, f"{address}/sales/roles/manager/")
    article = page_of(example_books, "sales/roles/manager.md", "sr").article
    assert len(paper.sizes) <= 3
    assert article.xpath("string((.//footer//p)[1])").split()[-1] in paper.words
    assert article.xpath("string(.//p[@class='handbook-foot__address'])") in paper.words
    assert "Где се помиње" not in paper.words


def test_folded_parts_are_printed_and_fold_again(opened: Page, address: str) -> None:
    """A page that was printed looks as before."""
    paper = paper_from(opened, f"{address}/sales/roles/manager/")
    folded = opened.locator("article details:not(#mentioned-in)")
    for text in folded.locator("summary").all_inner_texts():
        assert text in paper.words
    assert not folded.evaluate_all("found => found.some(part => part.open)")


def test_folded_parts_are_printed_without_scripts(browser: Browser, address: str, example_books: Path) -> None:
    page = browser.new_page(java_script_enabled=False)
    words = {*paper_from(page, f"{address}/sales/roles/manager/").words.split()}
    page.context.close()
    article = page_of(example_books, "sales/roles/manager.md", "sr").article
    folded = article.xpath(".//details[not(@id='mentioned-in')]/*[not(self::summary)]")
    assert folded
    assert {word for part in folded for word in part.text_content().split()} <= words


def test_the_matrix_is_printed_with_its_key_on_one_page_on_its_side(opened: Page, address: str) -> None:
    assert paper_from(opened, f"{address}/together/raci/").landscape == 1
