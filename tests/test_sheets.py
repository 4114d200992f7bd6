"""“Print this page”: what a reader gets on paper from the browser is the page, and nothing around it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser import served
from sheets import UNPRINTED, VISIBLE, printed_from

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
