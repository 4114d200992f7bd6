"""Ћирилица and latinica: the Serbian pages in Latin letters, chosen once and kept on the device."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from browser import META, ask, open_search, served
from handbook.languages.serbian import latin
from handbook.publishing.respelling import respelling_script
from sites import build
from trees import settings

SWITCH = ".handbook-script"
WORDS = (
    ("Његош", "Njegoš"),
    ("ЊЕГОШ", "NJEGOŠ"),
    ("Љубав и ЉУБАВ", "Ljubav i LJUBAV"),
    ("Џемпер и ЏЕМ", "Džemper i DŽEM"),
    ("CRM-а", "CRM-a"),
    ("Љ.", "Lj."),
    ("ПОЉЕ Љ", "POLJE LJ"),
    ("Поље Љ", "Polje Lj"),
    ("Љ ПОЉЕ", "LJ POLJE"),
    ("ПОЉА Љ И Њ", "POLJA LJ I NJ"),
    ("За HR, Љ. Поповић", "Za HR, Lj. Popović"),
    ("љ, њ и џ; Ђ, Ж, Ћ, Ч, Ш", "lj, nj i dž; Đ, Ž, Ć, Č, Š"),
    ("Од А до Ш", "Od A do Ž"),
    ("", ""),
)
VISIBLE = """
() => {
  const words = [document.title], skipped = "code, pre, script, style, [lang=sr-Cyrl]"
  const all = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ALL)
  while (all.nextNode()) {
    const node = all.currentNode, element = node.parentElement
    if (element?.closest(skipped) || node.matches?.(skipped)) continue
    if (node.nodeType === 3) words.push(node.data)
    else for (const name of ["title", "alt", "aria-label", "placeholder", "data-label"]) words.push(node.getAttribute?.(name) ?? "")
  }
  return words.filter(word => /[Ѐ-ӿ]/.test(word))
}
"""
"""What a reader or a screen reader meets in Cyrillic letters, besides code and the name of the other script."""


@pytest.fixture(scope="module")
def address(example_books: Path) -> Iterator[str]:
    with served(example_books) as found:
        yield found


@pytest.fixture
def page(context: BrowserContext, address: str) -> Page:
    """The front page in Latin letters, as chosen with the switch."""
    page = context.new_page()
    page.route("**/team/**", from_the_root)  # the 404 page names files by the address of the site
    page.goto(f"{address}/")
    page.locator(SWITCH).click()
    return page


def from_the_root(route: Route) -> None:
    route.continue_(url=route.request.url.replace("/team/", "/"))


@pytest.mark.parametrize(("cyrillic", "in_latin"), WORDS)
def test_words_in_latin_letters(cyrillic: str, in_latin: str) -> None:
    assert latin(cyrillic) == in_latin


def test_the_browser_writes_the_same_words_as_the_book(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<p>")
    page.add_script_tag(content=respelling_script("sr"))
    words = [cyrillic for cyrillic, _ in WORDS]
    assert page.evaluate("words => words.map(handbookScript.respell)", words) == [latin(word) for word in words]
    page.close()


def test_the_script_is_small() -> None:
    assert len(gzip.compress(respelling_script("sr").encode())) < 3000


def test_a_language_with_one_script_has_none() -> None:
    with pytest.raises(ValueError, match="en"):
        respelling_script("en")


@pytest.mark.parametrize("path", ["", "sales/roles/manager/", "together/raci/", "ask/", "org-chart/", "404.html"])
def test_everything_is_in_latin_letters_and_says_so(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}/{path}")
    assert page.evaluate(VISIBLE) == []
    assert page.locator("html").get_attribute("lang") == "sr-Latn"


def test_code_addresses_and_words_of_other_languages_stay(page: Page, address: str) -> None:
    def kept() -> list[str]:
        return [
            *page.locator("article code").all_text_contents(),
            *page.locator("[lang=en]").all_text_contents(),
            *page.locator("[href]").evaluate_all("links => links.map(link => link.getAttribute('href'))"),
        ]

    page.goto(f"{address}/about/editing/")
    in_latin = kept()
    page.locator(SWITCH).click()
    assert kept() == in_latin
    assert "English" in in_latin


def test_the_switch_goes_back_to_the_text_as_it_was(browser: Browser, page: Page, address: str) -> None:
    read = "() => document.documentElement.outerHTML.replace(/<!--[^]*?-->/g, '')"
    fresh = browser.new_page()
    fresh.goto(f"{address}/sales/roles/manager/")
    page.goto(f"{address}/sales/roles/manager/")
    assert page.evaluate(read) != fresh.evaluate(read)
    page.locator(SWITCH).click()
    assert page.title() == fresh.title()
    assert page.locator("body").inner_text() == fresh.locator("body").inner_text()
    fresh.close()


def test_a_firm_may_show_it_first(browser: Browser, smallest: Path, tmp_path: Path) -> None:
    with settings(smallest) as changed:
        changed["extra"] = {"script": "sr-Latn"}
    assert build(smallest, tmp_path / "site").returncode == 0
    page = browser.new_page()
    with served(tmp_path / "site") as address:
        page.goto(f"{address}/")
        assert page.locator("html").get_attribute("lang") == "sr-Latn"
        page.locator(SWITCH).click()
        page.reload()
        assert page.locator("html").get_attribute("lang") == "sr"
        page.locator(SWITCH).click()
        assert page.evaluate("localStorage.length") == 0
    page.close()


LETTERS = """
() => [...document.querySelectorAll("article h2[id^=letter-]")].filter(one => one.checkVisibility()).map(one => one.firstChild.data)
"""


def test_the_list_of_names_has_the_letters_and_the_order_of_the_script(page: Page, address: str) -> None:
    """Names in Latin letters, a group of their own in Cyrillic order, are among the others in Latin order."""
    page.goto(f"{address}/a-z/")
    bar = page.locator("article p:has(> a[href^='#letter-'])").filter(visible=True)
    in_latin = page.evaluate(LETTERS)
    assert in_latin == sorted(in_latin, key="ABCČĆDĐEFGHIJKLMNOPRSŠTUVZŽ".index)
    assert bar.all_inner_texts() == [" · ".join(in_latin)]
    first = page.locator("article h2 + ul").first.locator("li").all_inner_texts()
    assert first == sorted(first, key=str.casefold)
    page.locator(".handbook-filter input").fill("prodavac")
    expect(page.locator(".handbook-filter output")).not_to_be_empty()
    assert len(page.evaluate(LETTERS)) < len(in_latin)
    page.locator(".handbook-filter input").fill("")
    page.locator(SWITCH).click()
    expect(bar).to_have_count(2)
    assert bar.last.inner_text().startswith("Латиницом: ")
    assert [name for line in bar.all() for name in line.locator("a").all_inner_texts()] == page.evaluate(LETTERS)


def test_search_finds_and_shows_in_latin_letters(page: Page, address: str) -> None:
    open_search(page, f"{address}/")
    ask(page, "šefovima prodaje")
    assert {"Šef", "prodaje"} <= set(page.locator(".md-search-result__item mark").all_text_contents())
    assert page.evaluate(VISIBLE) == []
    assert page.locator(META).inner_text().startswith("Nađeno")
    page.locator(".md-search-result__item > a").first.click()
    page.wait_for_selector("article mark")
    assert {"šef", "prodaje"} <= {mark.lower() for mark in page.locator("article mark").all_inner_texts()}


def test_the_questions_are_filtered_by_their_other_names_in_latin_letters(page: Page, address: str) -> None:
    page.goto(f"{address}/ask/")
    counts = []
    for _ in range(2):
        page.locator(".handbook-filter input").fill("popust")
        expect(page.locator(".handbook-filter output")).not_to_be_empty()
        counts.append(page.locator(".handbook-filter output").inner_text())
        page.locator(SWITCH).click()
        page.reload()
    assert counts[0] == counts[1] != ""


def test_no_frame_shows_the_other_script_and_nothing_moves(page: Page, address: str) -> None:
    """The first frame of the page already is in Latin letters."""
    page.add_init_script(
        """
        self.frames = []
        self.moved = 0
        const look = () => { frames.push(document.querySelector("article h1")?.textContent ?? ""); requestAnimationFrame(look) }
        requestAnimationFrame(look)
        new PerformanceObserver(list => list.getEntries().forEach(entry => { moved += entry.value }))
          .observe({type: "layout-shift", buffered: true})
        """
    )
    moved = []
    for _ in range(3):  # a busy machine sometimes paints before the whole page has arrived: the best of three counts
        page.goto(f"{address}/sales/roles/manager/")
        page.wait_for_timeout(300)
        shown = set(page.evaluate("frames")) - {""}
        assert shown
        assert all(word.isascii() or word == latin(word) for word in shown)
        moved.append(page.evaluate("moved"))
    assert min(moved) <= 0.01


def test_without_storage_the_switch_works_on_the_page_itself(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('no storage') }})")
    page.goto(f"{address}/ask/")
    page.locator(SWITCH).click()
    assert page.evaluate(VISIBLE) == []
    page.close()


def test_without_scripts_the_page_is_cyrillic_and_has_no_switch(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}/")
    assert page.locator("html").get_attribute("lang") == "sr"
    assert not page.locator(SWITCH).is_visible()
    page.context.close()


def test_english_pages_have_no_switch(page: Page, address: str) -> None:
    page.goto(f"{address}/en/")
    assert page.locator(SWITCH).count() == 0


def test_it_works_in_the_copy_that_opens_from_a_folder(browser: Browser, offline_site: Path) -> None:
    page = browser.new_page()
    page.goto(f"{offline_site.as_uri()}/ask.html")
    page.locator(SWITCH).click()
    assert page.evaluate(VISIBLE) == []
    page.close()


def test_the_explanation_of_a_term_goes_back_too(page: Page, address: str) -> None:
    """The script for explanations takes the attribute away and sets it again."""
    page.goto(f"{address}/together/meetings/")
    term = page.locator(".handbook-term").first
    term.hover()
    page.keyboard.press("Escape")
    assert page.evaluate(VISIBLE) == []
    page.locator(SWITCH).click()
    assert term.get_attribute("title") != latin(term.get_attribute("title") or "")
