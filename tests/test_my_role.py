"""My role: chosen once from a list, kept on the device, and used on every page that has lists by role."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, BrowserContext, Page

from browser import served
from handbook.model.document import Marker
from handbook.pages.compose import GeneratedBlocks
from handbook.pages.elements import Heading
from handbook.pages.index import page_index
from handbook.reading.load import read

LIST = ".handbook-my-role select"
LEFT = "[data-roles]"
NARROWED = ("together/exchanges/", "together/raci/", "together/calendar/")
MINE = """
rows => rows.filter(row => row.checkVisibility()).map(row => row.dataset.roles.split(" ").includes("designer"))
"""


@pytest.fixture(scope="module")
def address(example_site: Path) -> Iterator[str]:
    with served(example_site) as found:
        yield found


@pytest.fixture
def page(context: BrowserContext, address: str) -> Page:
    """The front page, on which the reader has chosen to be the designer."""
    page = context.new_page()
    page.goto(f"{address}/")
    page.locator(LIST).select_option("designer")
    return page


@pytest.mark.parametrize("path", NARROWED)
def test_each_page_has_one_list_of_roles_with_the_role_chosen(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}/{path}")
    assert page.locator(LIST).count() == 1
    assert page.locator(LIST).input_value() == "designer"


@pytest.mark.parametrize("path", ["together/exchanges/", "together/calendar/"])
def test_only_what_the_role_takes_part_in_is_left(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}/{path}")
    rows, left = page.locator(LEFT), page.locator(LEFT).filter(visible=True)
    assert 0 < left.count() < rows.count()
    assert all(rows.evaluate_all(MINE))
    assert page.locator(".handbook-my-role output").inner_text() == f"{left.count()} / {rows.count()}"
    page.locator(LIST).select_option("")
    assert left.count() == rows.count()


@pytest.mark.parametrize("path", ["together/exchanges/", "together/calendar/", "together/raci/"])
def test_without_a_choice_and_without_scripts_everything_is_shown(browser: Browser, address: str, path: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}/{path}")
    assert page.locator(LIST).filter(visible=True).count() == 0
    assert page.locator(LEFT).filter(visible=True).count() == page.locator(LEFT).count()
    page.context.close()


def test_the_column_of_the_role_is_marked(page: Page, address: str) -> None:
    page.goto(f"{address}/together/raci/")
    ground = "cells => [...new Set(cells.map(cell => getComputedStyle(cell).backgroundColor))]"
    [mine] = page.locator("td.mine").evaluate_all(ground)
    assert page.locator("td.mine").count() > page.locator("td.by-designer").count()
    assert mine not in page.locator("td.by-seller").evaluate_all(ground)
    assert page.locator(".handbook-raci tbody tr").filter(visible=True).count() > page.locator("td.by-designer").count()


def test_a_phone_shows_who_is_accountable_who_works_and_the_role(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{address}/together/raci/")
    page.locator(LIST).select_option("manager")
    informed = page.locator("td.part-informed, td.part-consulted").filter(visible=True)
    assert informed.count() == page.locator("td:is(.part-informed, .part-consulted).by-manager").count() > 0


def test_the_links_for_single_roles_leave_the_filter_to_the_list(page: Page, address: str) -> None:
    page.goto(f"{address}/together/raci/")
    page.locator(".handbook-choices summary").click()
    shown = page.locator(".handbook-choices p a[href^='#only-by-']").filter(visible=True)
    assert shown.evaluate_all("links => links.map(link => link.hash)") == ["#only-by-designer"]


def test_the_front_page_leads_to_the_role(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    links = page.locator(".handbook-my-role li a")
    addresses = links.evaluate_all("links => links.map(link => link.href)")
    assert f"{address}/marketing/roles/designer/" in addresses
    assert f"{address}/together/raci/" in addresses
    page.locator(LIST).select_option("")
    assert links.filter(visible=True).count() == 0


def test_the_choice_holds_in_both_languages(page: Page, address: str) -> None:
    page.goto(f"{address}/en/together/raci/")
    assert page.locator(LIST).input_value() == "designer"


def test_a_role_that_is_gone_is_no_choice(page: Page, address: str) -> None:
    page.evaluate("localStorage.setItem('handbook-role', 'nobody')")
    page.goto(f"{address}/together/exchanges/")
    assert page.locator(LIST).input_value() == ""
    assert page.locator(LEFT).filter(visible=True).count() == page.locator(LEFT).count() > 0


def test_without_storage_the_choice_holds_on_its_page(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('no storage') }})")
    page.goto(f"{address}/together/exchanges/")
    page.locator(LIST).select_option("designer")
    assert all(page.locator(LEFT).evaluate_all(MINE))
    page.close()


@pytest.mark.parametrize(
    ("marker", "roles"),
    [
        ("joint-meetings", {"manager promoter"}),
        ("decision-table", {"manager"}),
        ("exchange-table", {"promoter seller", "manager designer", "manager seller"}),
    ],
)
def test_rows_are_marked_with_their_roles(example: Path, marker: str, roles: set[str]) -> None:
    blocks = GeneratedBlocks(page_index(read(example), "en"), "together/index.md").part(Marker(marker, None, 1)) or ()
    shown = html.fromstring("".join(block for block in blocks if not isinstance(block, Heading)))
    assert set(shown.xpath("//@data-roles")) == roles
