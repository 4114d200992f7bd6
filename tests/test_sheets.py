"""“Print this page”: what a reader gets on paper from the browser is the page, and nothing around it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser import served
from sheets import UNPRINTED, printed_from

PAGES = ("", "sales/roles/manager/", "together/raci/", "together/calendar/", "org-chart/", "ask/", "glossary/")


@pytest.fixture(scope="module")
def address(example_books: Path) -> Iterator[str]:
    with served(example_books) as found:
        yield found


@pytest.mark.parametrize("path", [f"{code}{path}" for path in PAGES for code in ("", "en/")])
def test_a_printed_page_is_the_article_alone(browser: Browser, address: str, path: str) -> None:
    sheet = printed_from(browser, f"{address}/{path}")
    assert len(sheet.article) > 50
    assert sheet.is_the_article_alone, sheet


@pytest.mark.parametrize("unprinted", UNPRINTED)
def test_what_is_not_printed_is_there_on_the_screen(browser: Browser, address: str, unprinted: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/together/raci/")
    assert page.locator(unprinted).count()
    page.close()
