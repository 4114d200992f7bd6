"""“Print this page”: what a reader gets on paper from the browser is the page, and nothing around it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser import served

PAGES = ("", "sales/roles/sales-manager/", "together/raci/", "together/calendar/", "org-chart/", "ask/", "glossary/")


@pytest.fixture(scope="module")
def address(real_build: Path) -> Iterator[str]:
    with served(real_build) as found:
        yield found


@pytest.mark.parametrize("path", [f"{code}{path}" for path in PAGES for code in ("", "en/")])
def test_a_printed_page_is_the_article_alone(browser: Browser, address: str, path: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/{path}")
    page.emulate_media(media="print")
    article = page.locator("article")
    assert len(article.inner_text()) > 200
    assert page.locator("body").inner_text().strip() == article.inner_text().strip()
    for unprinted in (".headerlink", ".md-content__button", ".handbook-choices", ".handbook-books"):
        assert not [one for one in article.locator(unprinted).all() if one.is_visible()], unprinted
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()
