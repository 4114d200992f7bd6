"""Pages on a screen: nothing is cut off, nothing moves, and the colours are those of the reader's system."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from browser import served, window

CODES = ("", "en/")
KINDS = ("", "ask/", "sales/roles/manager/", "together/raci/", "about/editing/", "glossary/", "together/calendar/")
FITS = "document.documentElement.scrollWidth <= innerWidth"
COLOURS = """
[...document.querySelectorAll("article *")].map(e => getComputedStyle(e)).map(s => s.color + s.backgroundColor)
"""
SHORT = """
(found, least) => found.filter(e => [...e.childNodes].some(node => node.nodeType === 3 && node.data.trim())
  && e.checkVisibility() && parseFloat(getComputedStyle(e).fontSize) < least - 0.01).map(e => e.outerHTML)
"""
SHIFT = """
new Promise(done => new PerformanceObserver(list => done(list.getEntries().reduce((sum, e) => sum + e.value, 0)))
  .observe({type: "layout-shift", buffered: true}))
"""


@pytest.fixture(scope="module")
def address(example_books: Path) -> Iterator[str]:
    with served(example_books) as found:
        yield found


def late(route: Route) -> None:
    """Let a file arrive after the first paint."""
    time.sleep(0.8)
    route.continue_()


def opened(browser: Browser, width: int, scheme: str = "light") -> Page:
    return window(browser, viewport={"width": width, "height": 740}, color_scheme=scheme).new_page()


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_no_page_is_wider_than_the_window(browser: Browser, address: str, width: int) -> None:
    page = opened(browser, width)
    for path in (f"{code}{kind}" for code in CODES for kind in KINDS):
        page.goto(f"{address}/{path}")
        assert page.evaluate(FITS), path
    page.context.close()


@pytest.mark.parametrize("width", [768, 1440])
def test_the_matrix_is_shown_whole_in_one_scroller(browser: Browser, address: str, width: int) -> None:
    page = opened(browser, width)
    page.goto(f"{address}/together/raci/")
    boxes = page.locator(".handbook-raci, .handbook-raci *").evaluate_all(
        "all => all.filter(e => e.scrollHeight > e.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(e).overflowY))"
    )
    assert boxes == []
    assert page.locator(".handbook-raci").evaluate("box => box.scrollWidth <= box.clientWidth")
    page.context.close()


def test_the_first_column_of_a_matrix_stays_where_the_rest_scrolls(browser: Browser, address: str) -> None:
    page = opened(browser, 768)
    page.goto(f"{address}/together/raci/")
    page.locator(".handbook-raci").evaluate("box => { box.style.width = '250px'; box.scrollLeft = 1000 }")
    assert page.locator(".handbook-raci").evaluate("box => box.scrollLeft > 0")
    left = page.locator(".handbook-raci tbody td:first-child").first.evaluate(
        "cell => cell.getBoundingClientRect().left - cell.closest('.handbook-raci').getBoundingClientRect().left"
    )
    assert left == 0
    page.context.close()


@pytest.mark.parametrize("path", ["sales/roles/manager/", "together/raci/", "ask/"])
def test_paper_is_the_same_from_both_schemes(browser: Browser, address: str, path: str) -> None:
    found = []
    for scheme in ("light", "dark"):
        page = opened(browser, 1440, scheme)
        page.goto(f"{address}/{path}")
        assert (
            page.locator("body").get_attribute("data-md-color-scheme") == {"light": "default", "dark": "slate"}[scheme]
        )
        page.emulate_media(media="print")
        found.append(page.evaluate(COLOURS))
        page.context.close()
    assert found[0] == found[1]


def test_the_first_paint_has_the_scheme_of_the_system(browser: Browser, address: str) -> None:
    """Also before any other script has run: those of the theme are refused here."""
    page = opened(browser, 360, "dark")
    page.route("**/*.min.js", lambda route: route.abort())
    page.goto(f"{address}/")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    page.context.close()


def test_a_late_font_moves_no_line(browser: Browser, address: str) -> None:
    page = opened(browser, 360)
    page.route("**/*.woff2", late)
    page.goto(f"{address}/sales/roles/manager/")
    page.wait_for_timeout(1500)
    shifts = page.evaluate(f"Promise.race([{SHIFT}, new Promise(done => setTimeout(() => done(0), 500))])")
    assert shifts <= 0.01
    page.context.close()


@pytest.mark.parametrize("path", KINDS)
def test_no_text_is_smaller_than_14_pixels_nor_in_a_table_than_16(browser: Browser, address: str, path: str) -> None:
    page = opened(browser, 360)
    page.goto(f"{address}/{path}")
    assert page.locator("article :not(svg *), .md-header *, .md-footer *").evaluate_all(SHORT, 14) == []
    assert page.locator("article table *").evaluate_all(SHORT, 16) == []
    page.context.close()


def test_the_front_page_has_its_books_and_its_own_title(browser: Browser, address: str) -> None:
    page = opened(browser, 360)
    for code, title in (("", "Пример"), ("en/", "Example")):
        page.goto(f"{address}/{code}")
        assert page.locator("article .handbook-books a").count() > 0
        assert " - " not in page.title(), title
    page.context.close()


def test_a_choice_in_the_matrix_is_in_the_address_and_shows_every_part(browser: Browser, address: str) -> None:
    page = opened(browser, 360)
    page.goto(f"{address}/together/raci/#only-by-designer")
    rows = page.locator(".handbook-raci tbody tr").filter(visible=True)
    assert rows.count() == page.locator(".handbook-raci tbody tr:has(.by-designer)").count() > 0
    assert page.locator(".handbook-raci tbody .by-designer").filter(visible=True).count() == rows.count()
    page.mouse.wheel(0, 2000)
    page.wait_for_timeout(300)
    assert page.url.endswith("#only-by-designer")
    page.context.close()


def test_a_wide_table_of_a_page_names_its_columns_on_a_phone(browser: Browser, address: str) -> None:
    page = opened(browser, 360)
    page.goto(f"{address}/about/editing/")
    wide = page.locator("article table:has(th:nth-child(3))")
    assert wide.count() == page.locator("article table:has([data-label])").count()
    page.context.close()


@pytest.mark.parametrize("path", ["", "sales/roles/manager/"])
def test_the_drawer_shows_all_sections_and_opens_the_current_one(browser: Browser, address: str, path: str) -> None:
    page = opened(browser, 360)
    page.goto(f"{address}/{path}")
    page.locator("[data-opens=drawer]").click()
    tops = page.locator(".handbook-nav > details > summary").filter(visible=True)
    assert tops.count() == page.locator(".md-tabs__item").count()
    assert all(box and box["height"] >= 44 for box in (top.bounding_box() for top in tops.all()))
    assert page.locator(".handbook-nav [aria-current]").filter(visible=True).count() == 1
    page.context.close()


def test_the_front_page_leads_to_every_role_and_to_an_answer(browser: Browser, address: str) -> None:
    """On a phone the box for a question is in the first window, and every role is one tap away."""
    page = opened(browser, 360)
    page.goto(f"{address}/")
    assert page.locator("[name=q]").evaluate("box => box.getBoundingClientRect().bottom") < 740
    rows = page.locator(".handbook-rows a:visible")
    assert rows.all_inner_texts() == ["Продавац", "Шеф продаје", "Промотер", "Дизајнер"]
    assert min(rows.evaluate_all("all => all.map(row => row.getBoundingClientRect().height)")) >= 44
    page.locator("[name=q]").fill("rabat")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ask/?q=rabat")
    page.wait_for_function("() => document.querySelector('.handbook-filter output').textContent.startsWith('1 ')")
    assert page.locator(".handbook-ask tbody tr:visible strong").all_inner_texts() == ["Купац тражи попуст"]
    page.context.close()
