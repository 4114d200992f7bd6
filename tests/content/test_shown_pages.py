"""What the check reads of each page of this handbook is what its site shows, and each can be printed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser import served
from handbook.reading.load import read
from pages import Built, pages
from rendered import misread
from sheets import printed_from
from trees import ROOT


def test_every_page_is_read_as_it_is_shown(real_site: Path) -> None:
    assert misread(read(ROOT), real_site) == []


@pytest.fixture(scope="module")
def address(real_site: Path) -> Iterator[str]:
    with served(real_site) as found:
        yield found


def unprintable(browser: Browser, address: str, some: list[Built]) -> list[str]:
    """The pages whose paper holds more than their article, or less."""
    sheets = {built.path: printed_from(browser, f"{address}/{built.path}") for built in some}
    return [path for path, sheet in sheets.items() if not sheet.is_the_article_alone]


def test_the_widest_pages_can_be_printed(browser: Browser, address: str, real_site: Path) -> None:
    """Those with the widest table and the widest picture."""
    found = [built for built in pages(real_site) if built.tree.xpath("//article")]
    cells = max(found, key=lambda built: max((len(row) for row in built.tree.xpath("//article//tr")), default=0))
    nodes = max(found, key=lambda built: len(built.tree.xpath("//article//figure//a")))
    assert unprintable(browser, address, [cells, nodes]) == []


@pytest.mark.long
def test_every_page_can_be_printed(browser: Browser, address: str, real_site: Path) -> None:
    assert unprintable(browser, address, [built for built in pages(real_site) if built.tree.xpath("//article")]) == []
