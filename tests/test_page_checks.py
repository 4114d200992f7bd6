"""Pages as checkers of other people see them: valid HTML, and nothing that keeps a reader out.

One page of each kind of the example in every run; all pages of the real handbook in the long one.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser import BOX, served, window
from page_checks import COLOURS, RULES, barriers, html_errors
from test_screens import CODES, FITS, KINDS

SCHEMES = ("light", "dark")
SIDEWAYS = """
[...document.querySelectorAll("article *:not(.handbook-raci, .handbook-raci *)")].filter(one => one.checkVisibility()
  && one.scrollWidth > one.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(one).overflowX)).map(one => one.outerHTML)
"""

FOCUS = """
() => [document.activeElement.className || document.activeElement.outerHTML, getComputedStyle(document.activeElement).outlineStyle]
"""
INSIDE = "place => Boolean(document.activeElement.closest(place))"
MOVING = """
() => [...document.querySelectorAll("*")].map(one => [one.className, getComputedStyle(one)]).filter(([, style]) =>
  [style.transitionDuration, style.animationName === "none" ? "0s" : style.animationDuration].join().split(",")
    .some(seconds => parseFloat(seconds) > 0.01)).map(([name]) => name)
"""
MARK = """
mark => {
  const light = colour => colour.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255)
    .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0)
  const pair = [mark, document.body].map(one => light(getComputedStyle(one).backgroundColor)).sort()
  return (pair[1] + 0.05) / (pair[0] + 0.05)
}
"""
"""The contrast of a mark with the page."""


@pytest.fixture(scope="module")
def address(example_books: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(below(tmp_path_factory.mktemp("host"), example_books)) as found:
        yield f"{found}/team"


def below(host: Path, site: Path) -> Path:
    """A folder in which a site has the path of its address, which its page for a missing address needs."""
    (host / "team").symlink_to(site)
    return host


def opened(browser: Browser, width: int, scheme: str) -> Page:
    options = {"viewport": {"width": width, "height": 740}, "color_scheme": scheme, "reduced_motion": "reduce"}
    return window(browser, **options).new_page()


def barriers_of(page: Page, address: str) -> list[str]:
    """What axe-core finds on a page, each with the address."""
    page.goto(address)
    return [f"{address} {found}" for found in barriers(page)]


# HTML.


def test_every_page_is_valid_html(example_books: Path) -> None:
    assert html_errors(example_books) == []


@pytest.mark.long
def test_so_is_every_page_of_the_offline_copy(offline_site: Path) -> None:
    assert html_errors(offline_site) == []


@pytest.mark.long
def test_so_is_every_page_of_the_real_handbook(real_site: Path) -> None:
    assert html_errors(real_site) == []


def test_an_error_would_be_found(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(
        '<!doctype html><html lang="sr"><title>А</title><p><a href="b c" tabindex="">Б</a></p></html>', "utf-8"
    )
    assert [found.partition("page.html:1: ")[2][:10] for found in html_errors(file)] == ["Bad value ", "Bad value "]


# Barriers: half of the combinations in each run, all of them in the long one.


@pytest.mark.parametrize(("code", "width", "scheme"), [("", 360, "dark"), ("en/", 1280, "light")])
def test_no_kind_of_page_has_a_barrier(browser: Browser, address: str, code: str, width: int, scheme: str) -> None:
    page = opened(browser, width, scheme)
    assert [found for kind in (*KINDS, "404.html") for found in barriers_of(page, f"{address}/{code}{kind}")] == []
    page.context.close()


TALLEST = (("/roles/", 5430), ("/together/raci/", 4280))
"""The most pixels that these pages may be long on a phone; links to sheets and books add up to 70, on the second 220."""


def everywhere(page: Page, address: str) -> Iterator[str]:
    """What axe-core finds on a page at both widths and in both schemes, and whether it is too long, loaded once.

    Every rule runs at each width. In the other scheme only the rules about colours do, as nothing else differs there.
    """
    page.goto(address)
    for width, scheme, other in ((1280, "default", "slate"), (360, "slate", "default")):
        page.set_viewport_size({"width": width, "height": 740})
        for colours, rules in ((scheme, RULES), (other, COLOURS)):
            page.evaluate("scheme => { document.body.dataset.mdColorScheme = scheme }", colours)
            yield from (f"{address} {width} {colours} {found}" for found in barriers(page, rules))
    height = page.evaluate("document.documentElement.scrollHeight")
    yield from (f"{address} is {height} px long" for part, most in TALLEST if part in address and height > most)


@pytest.mark.long
def test_no_page_of_the_real_handbook_has_a_barrier(browser: Browser, real_site: Path, tmp_path: Path) -> None:
    page = opened(browser, 1280, "light")
    pages = [file.relative_to(real_site).as_posix() for file in sorted(real_site.rglob("*.html"))]
    with served(below(tmp_path, real_site)) as address:
        assert [found for path in pages for found in everywhere(page, f"{address}/team/{path}")] == []
    assert len(pages) > 100
    page.context.close()


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_nor_has_the_open_search(browser: Browser, address: str, width: int, scheme: str) -> None:
    page = opened(browser, width, scheme)
    for code, query in zip(CODES, ("продавац", "seller"), strict=True):
        page.goto(f"{address}/{code}sales/roles/manager/")
        page.keyboard.press("/")
        page.locator(BOX).fill(query)
        page.locator(".md-search-result__link").first.wait_for()
        assert barriers(page) == []
    page.context.close()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("menu", ["drawer", "contents"])
def test_nor_have_the_open_menus(browser: Browser, address: str, menu: str, scheme: str) -> None:
    page = opened(browser, 360, scheme)
    for code in CODES:
        page.goto(f"{address}/{code}sales/roles/manager/")
        page.locator("[data-opens=drawer]" if menu == "drawer" else ".handbook-contents summary").click()
        assert barriers(page) == []
    page.context.close()


def test_nor_has_a_page_beside_the_same_in_the_other_language(browser: Browser, address: str) -> None:
    page = opened(browser, 1280, "light")
    for kind in ("", "sales/roles/manager/"):
        page.goto(f"{address}/{kind}")
        page.locator(".handbook-beside").click()
        page.locator(".handbook-there").first.wait_for()
        assert barriers(page) == [], kind
        page.locator(".handbook-beside").click()
    page.context.close()


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_what_has_the_focus_is_seen(browser: Browser, address: str, width: int, scheme: str) -> None:
    """From the first link of the page to its text, as one goes through it with the tab key."""
    page = opened(browser, width, scheme)
    page.goto(f"{address}/sales/roles/manager/")
    focused: list[list[str]] = []
    while len(focused) < 40 and not page.evaluate(INSIDE, "article"):
        page.keyboard.press("Tab")
        focused.append(page.evaluate(FOCUS))
    assert any(shown.startswith("md-header__button") for shown, _ in focused)
    assert [shown for shown, outline in focused if outline == "none"] == []
    assert page.evaluate(INSIDE, "article")
    page.context.close()


@pytest.mark.parametrize(
    ("button", "inside", "back"),
    [
        ("button[data-opens=drawer]", ".handbook-nav", "button[data-opens=drawer]"),
        ("button[data-opens=search]", ".md-search", "button[data-opens=search]"),
        (".handbook-contents summary", ".handbook-contents nav", ".handbook-contents summary"),
    ],
)
def test_the_keyboard_opens_what_is_folded_and_escape_closes_it(
    browser: Browser, address: str, button: str, inside: str, back: str
) -> None:
    page = opened(browser, 360, "light")
    page.goto(f"{address}/sales/roles/manager/")
    page.locator(button).focus()
    page.keyboard.press("Enter")
    if "summary" in button:
        page.keyboard.press("Tab")
    assert page.evaluate(INSIDE, inside)
    assert page.evaluate(FOCUS)[1] != "none"
    page.keyboard.press("Escape")
    assert page.evaluate(INSIDE, back)
    assert not page.locator(f"{inside} a").first.is_visible() or inside == ".md-search"
    page.context.close()


def test_nothing_moves_where_less_motion_is_wished(browser: Browser, address: str) -> None:
    page = opened(browser, 360, "light")
    page.goto(f"{address}/sales/roles/manager/")
    assert page.evaluate(MOVING) == []
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(MOVING) != []
    page.context.close()


def test_a_chosen_role_is_no_barrier_and_the_mark_of_the_accountable_is_seen(browser: Browser, address: str) -> None:
    page = opened(browser, 1280, "light")
    page.goto(f"{address}/together/raci/")
    page.locator(".handbook-my-role select").first.select_option("designer")
    for width, scheme, mark in (
        (1280, "default", "td.part-accountable b"),
        (360, "slate", ".handbook-label .accountable"),
    ):
        page.set_viewport_size({"width": width, "height": 740})
        page.evaluate("scheme => { document.body.dataset.mdColorScheme = scheme }", scheme)
        assert barriers(page) == []
        assert page.locator(f".handbook-raci {mark}").filter(visible=True).first.evaluate(MARK) >= 3
    page.context.close()


@pytest.mark.parametrize(
    ("path", "titles"),
    [
        ("nothing/", ["Ова страница не постоји", "This page does not exist"]),
        ("en/nothing/", ["This page does not exist", "Ова страница не постоји"]),
    ],
)
def test_a_wrong_address_is_answered_first_in_its_language(
    browser: Browser, address: str, example_books: Path, path: str, titles: list[str]
) -> None:
    """Also where a host has one answer for all addresses."""
    page = opened(browser, 360, "light")
    page.route("**/nothing/", lambda route: route.fulfill(path=example_books / "404.html", content_type="text/html"))
    page.goto(f"{address}/{path}")
    assert [page.locator(f"article {level}").all_inner_texts() for level in ("h1", "h2")] == [titles[:1], titles[1:]]
    page.context.close()


def test_nothing_but_the_matrix_scrolls_sideways_at_400_percent(browser: Browser, address: str) -> None:
    page = opened(browser, 320, "light")
    for path in (f"{code}{kind}" for code in CODES for kind in KINDS):
        page.goto(f"{address}/{path}")
        assert page.evaluate(FITS), path
        assert page.evaluate(SIDEWAYS) == [], path
    page.context.close()


def test_a_barrier_would_be_found(browser: Browser) -> None:
    page = window(browser).new_page()
    page.set_content("<html lang=sr><title>А</title><main><h1>А</h1><img src=a.png></main></html>")
    assert [found.partition(":")[0] for found in barriers(page)] == ["image-alt"]
    page.context.close()
