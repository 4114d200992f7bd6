"""The search box as readers use it: three spellings, both languages, with a server and without one."""

import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from browser import BOX, ITEM, META, ask, open_search, served, window
from handbook.languages import serbian
from handbook.model.handbook import Handbook
from handbook.publishing.search import search_index
from handbook.reading.load import read
from searching import (
    KINDS,
    LEMMAS,
    WRONG,
    ask_all,
    front_page,
    gzipped,
    open_for_questions,
    plain_path,
    serbian_in_browser,
    serbian_in_build,
    spellings,
    with_stock_search,
)
from sites import build
from trees import CODES

QUESTIONS = {
    "sr": {
        "продавцима": "sales/roles/seller",
        "шефу продаје": "sales/roles/manager",
        "шефицама продаје": "sales/roles/manager",
        "директору радње": "sales/roles/manager",
        "промотерком": "marketing/roles/promoter",
        "дизајнера": "marketing/roles/designer",
        "чувању изгледа": "marketing/roles/designer",
        "продају": "sales",
        "маркетинга": "marketing",
        "продаји робе": "sales/responsibilities/selling",
        "одређивању цена": "sales/responsibilities/pricing",
        "рабата": "sales/roles/seller",
        "записе о купцима": "glossary",
        "речнику": "glossary",
        "састанцима": "together/meetings",
        "организационе шеме": "org-chart",
    },
    "en": {
        "sellers": "sales/roles/seller",
        "heads of sales": "sales/roles/manager",
        "shop directors": "sales/roles/manager",
        "promoters": "marketing/roles/promoter",
        "designers": "marketing/roles/designer",
        "selling goods": "sales/responsibilities/selling",
        "setting prices": "sales/responsibilities/pricing",
        "rebates": "sales/roles/seller",
        "customer records": "glossary",
        "glossary": "glossary",
        "meeting": "together/meetings",
        "the rhythm of work": "together/calendar",
    },
}
"""Questions about the example and the page that is found first."""
BEGINNINGS = {
    "sr": {"дизај": "marketing/roles/designer", "речн": "glossary", "одређ": "sales/responsibilities/pricing"},
    "en": {"desig": "marketing/roles/designer", "glossa": "glossary", "pric": "sales/responsibilities/pricing"},
}
"""Beginnings of words, as they are while somebody types."""
NOTHING = {
    "sr": ("кврцпрц", "глечери", "жирафа", "тролејбусима", "xyzzy"),
    "en": ("xyzzy", "glacier", "giraffes", "trolleybus"),
}
"""Words that are nowhere in the example."""


@pytest.fixture(scope="module")
def online(example_site: Path) -> Iterator[str]:
    with served(example_site) as address:
        yield address


@pytest.fixture(scope="module")
def offline(offline_site: Path) -> str:
    return offline_site.as_uri()


@pytest.fixture(scope="module")
def book(example_copy: Path) -> Handbook:
    return read(example_copy)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with window(browser) as context:
        yield context.new_page()


def typed(page: Page, query: str, home: str) -> list[str]:
    """The paths of the pages found for a query typed by hand, from the front page of the language."""
    return [plain_path(address.split("?")[0].removeprefix(home)) for address in ask(page, query)]


def questions(code: str) -> dict[str, list[str]]:
    """Every question in every spelling, and what is found first."""
    return {spelling: [path] for question, path in QUESTIONS[code].items() for spelling in spellings(code, question)}


@pytest.mark.parametrize("code", CODES)
def test_questions_find_their_page_first(page: Page, online: str, code: str) -> None:
    open_for_questions(page, online, code)
    found = ask_all(page, questions(code))
    assert {query: paths[:1] for query, paths in found.items()} == questions(code)


@pytest.mark.parametrize("code", CODES)
def test_questions_find_their_page_first_without_a_server(page: Page, offline: str, code: str) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    open_for_questions(page, offline, code)
    found = ask_all(page, questions(code))
    assert {query: paths[:1] for query, paths in found.items()} == questions(code)
    assert {address.partition(":")[0] for address in requests} <= {"file", "about"}


@pytest.mark.parametrize("code", CODES)
def test_beginnings_of_words_find_and_nonsense_does_not(page: Page, online: str, code: str) -> None:
    open_for_questions(page, online, code)
    found = ask_all(page, BEGINNINGS[code])
    assert [query for query, path in BEGINNINGS[code].items() if path not in found[query][:3]] == []
    nonsense = [spelling for query in NOTHING[code] for spelling in spellings(code, query)]
    assert ask_all(page, nonsense) == {query: [] for query in nonsense}


def test_a_question_typed_into_the_box_finds_the_same_without_a_server(page: Page, offline: str) -> None:
    open_search(page, f"{offline}/index.html")
    assert typed(page, "odredivanju cena", f"{offline}/")[0] == "sales/responsibilities/pricing"


def test_every_result_is_in_the_language_of_the_page(page: Page, online: str) -> None:
    open_search(page, f"{online}/sales/")
    assert not [path for path in typed(page, "CRM", f"{online}/") if path.startswith("en/")]
    open_search(page, f"{online}/en/sales/")
    assert [path for path in ask(page, "CRM") if not path.startswith(f"{online}/en/")] == []


def test_plus_minus_and_quotes_narrow(page: Page, online: str) -> None:
    home = front_page(online, "sr")
    open_search(page, home)
    both = typed(page, "+купцима +ценовника", home)
    assert 0 < len(both) < len(typed(page, "купцима ценовника", home))
    assert typed(page, '"купцима ценовника"', home) == both
    without = typed(page, "+kupcima -cenovnika", home)
    assert 0 < len(without) < len(typed(page, "+kupcima", home))


def test_words_typed_in_latin_are_marked_in_cyrillic_here_and_on_the_page(page: Page, online: str) -> None:
    open_search(page, online)
    ask(page, "sefovima prodaje")
    marked = page.locator(f"{ITEM} mark").all_text_contents()
    assert {"Шеф", "продаје"} <= set(marked)
    assert all(mark and "<" not in mark for mark in marked)
    page.locator(f"{ITEM} > a").first.click()
    page.wait_for_selector("article mark")
    assert page.url.startswith(f"{online}/sales/roles/manager/")
    assert {"шеф", "продаје"} <= {mark.lower() for mark in page.locator("article mark").all_inner_texts()}


def test_enter_opens_the_best_result(page: Page, online: str) -> None:
    open_search(page, online)
    ask(page, "rečnika")
    ask(page, "dizajner")
    page.locator(BOX).press("Enter")
    page.wait_for_url("**/marketing/roles/designer/**")


def test_the_browser_and_the_build_know_the_same_serbian(browser: Browser) -> None:
    forms = {form for lemma, others in LEMMAS.items() for form in (lemma, *others)}
    endings = ("а", "ом", "има", "овима", "ати", "ујем", "ост", "ошћу")
    made = {form[:-1] + ending for form in forms if len(form) > 4 for ending in endings}
    words = sorted(forms | made)
    words += [serbian.latin(word) for word in words[::5]] + [serbian.plain_latin(word) for word in words[::5]]
    assert len(words) >= 2000
    assert serbian_in_browser(browser, words) == serbian_in_build(words)


@pytest.mark.parametrize("kind", KINDS)
def test_forms_of_one_word_meet(kind: str) -> None:
    pairs = [pair for lemma, forms in KINDS[kind].items() for pair in itertools.combinations((lemma, *forms), 2)]
    apart = [pair for pair in pairs if serbian.stem(pair[0]) != serbian.stem(pair[1])]
    assert len(apart) <= 0.05 * len(pairs), apart


def test_the_list_of_forms_is_long_enough() -> None:
    assert sum(len(forms) + 1 for forms in LEMMAS.values()) >= 300


def test_words_that_have_nothing_in_common_seldom_meet() -> None:
    pairs = [(lemma, word) for lemma, words in WRONG.items() for word in words]
    for lemma, word in pairs:
        assert serbian.stem(lemma) == serbian.stem(word), "this pair no longer meets: take it off the list"
    assert len(pairs) <= 0.1 * len(LEMMAS)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("млијеко", "млеко"),
        ("мјера", "мера"),
        ("вођа", "vodja"),
        ("вођа", "vođa"),
        ("џемпер", "dzemper"),
        ("CRM-а", "crm"),
        ("ЊИВА", "njiva"),
        ("приједлог", "предлози"),
    ],
)
def test_a_word_has_one_stem_however_it_is_spelled(word: str, other: str) -> None:
    assert serbian.stem(word) == serbian.stem(other)


def test_the_index_is_at_most_half_of_the_theme_s_own(example: Path, example_site: Path, tmp_path: Path) -> None:
    stock = tmp_path / "stock"
    built = build(with_stock_search(example), stock)
    assert (built.returncode, built.stderr) == (0, "")
    whole = gzipped(stock / "search/search_index.json")
    for folder in ("search", "en/search"):
        assert gzipped(example_site / folder / "search_index.json") <= whole / 2


def test_the_engine_is_small(example_site: Path) -> None:
    assert gzipped(example_site / "search/engine.js") <= 6 * 1024


def test_the_index_is_written_in_utf_8(example_site: Path) -> None:
    text = (example_site / "search/search_index.json").read_text("utf-8")
    assert "\\u04" not in text
    assert "Шеф продаје" in text


def test_names_are_found_and_not_shown(book: Handbook) -> None:
    docs: list[dict[str, Any]] = [{"location": "sales/roles/seller/", "title": "Продавац", "text": ""}]
    doc, *_ = json.loads(search_index(book, "sr", docs))["docs"]
    assert "Продавачица" in doc["names"]


def test_an_empty_index_is_refused(book: Handbook) -> None:
    with pytest.raises(ValueError, match="the search index of “en” would be empty"):
        search_index(book, "en", [{"location": "sales/", "title": "Продаја", "text": ""}])


def test_the_engine_loads_when_a_reader_turns_to_the_box(page: Page, online: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(f"{online}/")))
    page.goto(f"{online}/")
    assert [path for path in asked if path.startswith("search/")] == []
    page.keyboard.press("/")
    page.wait_for_function("() => window.handbookSearch")
    assert {path for path in asked if path.startswith("search/")} == {"search/search_index.json", "search/engine.js"}
    assert page.evaluate("document.activeElement.name") == "query"


def test_pasted_text_is_searched_and_counted_aloud(page: Page, online: str) -> None:
    open_search(page, f"{online}/")
    page.keyboard.insert_text("продавцима")
    page.locator(ITEM).first.wait_for()
    status = page.locator(META)
    assert status.get_attribute("role") == "status"
    assert status.inner_text() == f"Нађено: {page.locator(ITEM).count()}."


def test_a_typing_mistake_finds_and_is_told(page: Page, online: str) -> None:
    open_search(page, f"{online}/")
    assert typed(page, "prodvaac", f"{online}/")[0] == "sales/roles/seller"
    assert "Уместо „prodvaac“ тражено је „продавац“." in page.locator(META).inner_text()


@pytest.mark.parametrize("query", ["v", "vo", "vod", "vodj", "p", "pr", "pri", "prij", "prije", "prijed"])
def test_a_word_on_its_way_loses_nothing(page: Page, online: str, query: str) -> None:
    """`dj` is `đ`, and `ije` is `e`, before the word is complete."""
    open_for_questions(page, online, "sr")
    docs = '[{"location": "a/", "title": "Вођа", "text": ""}, {"location": "b/", "title": "Предлог", "text": ""}]'
    script = f"async query => (await handbookSearchReady(), handbookSearch.engine({docs}).find(query).results.length)"
    assert page.evaluate(script, query) == 1


def test_a_question_is_answered_with_the_role_and_its_section(page: Page, online: str) -> None:
    open_search(page, f"{online}/")
    assert ask(page, "тражи попуст")[0] == f"{online}/sales/roles/seller/#domains"
    answer = page.locator(ITEM).first
    assert answer.get_by_role("link").all_inner_texts()[1:] == ["Продавац"]
    assert answer.get_by_role("link", name="Купац тражи попуст", exact=True).count() == 1


def test_a_result_says_by_which_name_it_was_found(page: Page, online: str) -> None:
    open_search(page, f"{online}/en/")
    ask(page, "clerk")
    assert page.locator(ITEM).first.inner_text().splitlines()[:2] == ["Seller", "also: clerk"]


def test_nothing_found_leads_on(page: Page, online: str) -> None:
    open_search(page, f"{online}/")
    assert ask(page, "тролејбусима") == []
    assert page.locator(META).inner_text() == "За „тролејбусима“ није нађено ништа."
    assert page.locator(".handbook-found__help a").all_inner_texts() == [
        "Кога да питам?",
        "Од А до Ш",
        "Речник",
        "Шеф продаје",
        "Пријавите да овај одговор недостаје",
    ]


def test_the_keyboard_goes_through_the_results_and_stays_in_the_dialog(page: Page, online: str) -> None:
    open_search(page, f"{online}/")
    first, *_, last = ask(page, "продаја")
    on = "document.activeElement.href"
    page.keyboard.press("ArrowDown")
    assert page.evaluate(on) == first
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(on) == last
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "query"
    page.keyboard.press("Escape")
    assert not page.locator("#__search").is_checked()


FILTERED = [
    ("ask", "tbody tr strong", "rabatt", ["Купац тражи попуст"]),
    ("ask", "tbody tr strong", "тролејбусима", None),
    ("glossary", "h2", "crm", ["CRM"]),
    ("glossary", "h2", "upitima", ["Упит"]),
    ("a-z", "h2", "dizajneru", ["Д"]),
    ("a-z", "h2", "", None),
]
"""The page, what is counted there, what is typed, and what is left: everything if None."""


@pytest.mark.parametrize(("path", "counted", "query", "left"), FILTERED)
def test_a_list_is_narrowed_by_the_same_engine(
    page: Page, online: str, path: str, counted: str, query: str, left: list[str] | None
) -> None:
    page.goto(f"{online}/{path}/")
    shown = page.locator(f"article :is({counted}):visible")
    everything = shown.all_inner_texts()
    page.locator(".handbook-filter input").fill("тролејбусима дизајнеру")
    page.locator(".handbook-filter input").fill(query)
    expected = len(everything if left is None else left)
    page.wait_for_function(
        "([counted, number]) => [...document.querySelectorAll(`article :is(${counted})`)]"
        ".filter(one => one.checkVisibility()).length === number",
        arg=[counted, expected],
    )
    assert left is None or [text.split("\n")[0] for text in shown.all_inner_texts()] == left
