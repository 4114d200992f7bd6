"""The other language: its link keeps the section, and its sections can stand beside those of this page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser import served

BUTTON = ".handbook-beside"
PATHS = ("sales/roles/manager/", "together/calendar/", "org-chart/", "")
TOPS = """
pairs => pairs.map(pair => [...pair.children].map(side => {
  const heading = side.querySelector("h2, h3")
  return heading && [heading.getBoundingClientRect().top, heading.id.replace("there-", "")]
})).filter(([here]) => here)
"""


@pytest.fixture(scope="module")
def address(example_site: Path) -> Iterator[str]:
    with served(example_site) as found:
        yield found


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def beside(page: Page, address: str) -> None:
    """Open a page and set the other language beside it."""
    page.goto(address)
    page.locator(BUTTON).click()
    expect(page.locator(BUTTON)).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("code", ["", "en/"])
@pytest.mark.parametrize("path", PATHS)
def test_each_section_stands_beside_the_same_section(page: Page, address: str, code: str, path: str) -> None:
    beside(page, f"{address}/{code}{path}")
    other = {"": "en", "en/": "sr"}[code]
    assert page.locator(f".handbook-there[lang={other}]").count() == page.locator(".handbook-pair").count() > 0
    pairs = page.locator(".handbook-pair").evaluate_all(TOPS)
    assert all(there == here for here, there in pairs)


def test_no_id_is_there_twice_and_no_link_is_dead(page: Page, address: str) -> None:
    beside(page, f"{address}/sales/roles/manager/")
    ids = page.locator("[id]").evaluate_all("all => all.map(one => one.id)")
    assert len(ids) == len(set(ids))
    links = page.locator(".handbook-there a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert links
    assert all("/en/" in link for link in links if link.startswith(address))


def test_the_button_puts_the_page_back(page: Page, address: str) -> None:
    path = f"{address}/together/calendar/"
    page.goto(path)
    shape = "() => document.querySelector('article').innerHTML"
    fresh = page.evaluate(shape)
    beside(page, path)
    assert page.evaluate(shape) != fresh
    page.locator(BUTTON).click()
    expect(page.locator(BUTTON)).to_have_attribute("aria-pressed", "false")
    assert page.evaluate(shape) == fresh


def test_it_holds_on_the_next_page_and_not_on_a_narrow_screen(page: Page, address: str) -> None:
    beside(page, f"{address}/ask/")
    page.goto(f"{address}/org-chart/")
    expect(page.locator(".handbook-there").first).to_be_visible()
    page.set_viewport_size({"width": 1000, "height": 740})
    expect(page.locator(".handbook-there").first).to_be_hidden()
    expect(page.locator(BUTTON)).to_be_hidden()


def test_its_script_is_loaded_only_where_there_is_room(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1000, "height": 740})
    page.goto(f"{address}/ask/")
    script = page.locator("script[src$='other-language.js']")
    assert script.count() == 0
    page.set_viewport_size({"width": 1280, "height": 740})
    expect(script).to_have_count(1)


def test_serbian_beside_english_is_in_the_script_that_the_reader_chose(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    page.locator(".handbook-script").click()
    beside(page, f"{address}/en/sales/roles/manager/")
    expect(page.locator(".handbook-there[lang=sr-Latn] h1")).to_have_text("Šef prodaje")


def test_a_page_that_cannot_be_read_leaves_all_as_it_is(page: Page, address: str) -> None:
    page.goto(f"{address}/ask/")
    page.route("**/en/**", lambda route: route.abort())
    page.locator(BUTTON).click()
    page.wait_for_timeout(300)
    assert page.locator(BUTTON).get_attribute("aria-pressed") == "false"
    assert page.locator(".handbook-pair").count() == 0


def test_the_copy_that_opens_from_a_folder_has_no_button(browser: Browser, offline_site: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 740})
    page.goto(f"{offline_site.as_uri()}/ask.html")
    assert page.locator(BUTTON).count() == 0
    page.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_link_to_the_other_language_keeps_the_section(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{address}/sales/roles/manager/#works-with")
    page.locator(".handbook-language").click()
    page.wait_for_url("**/en/sales/roles/manager/#works-with")


def test_it_keeps_a_choice_in_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}/together/raci/#only-by-designer")
    page.locator(".handbook-language").click()
    page.wait_for_url("**/en/together/raci/#only-by-designer")


def test_at_the_top_of_a_page_it_names_no_section(page: Page, address: str) -> None:
    page.goto(f"{address}/sales/roles/manager/")
    page.locator(".handbook-language").click()
    page.wait_for_url("**/en/sales/roles/manager/")
