"""The search box as readers use it: three ways of typing, both languages, with a server and without one."""

import itertools
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from browser import BOX, ITEM, ask, open_search, served
from conftest import ROOT, TESTS, build
from handbook.languages import serbian
from handbook.languages.registry import CODES, WORD
from handbook.model.handbook import Handbook
from handbook.publishing.search import index, language_file, missing_in_worker
from handbook.reading.load import read

QUERIES = yaml.safe_load((TESTS / "search/queries.yml").read_text("utf-8"))
LEMMAS = yaml.safe_load((TESTS / "search/lemmas.yml").read_text("utf-8"))
WRONG = LEMMAS.pop("wrong")
STUB = """self.lunr = {QueryParser: {prototype: {}}, Builder: {prototype: {}}, Index: {prototype: {}},
                       Pipeline: {registerFunction() {}}}"""


@pytest.fixture(scope="module")
def online(real_build: Path) -> Iterator[str]:
    with served(real_build) as address:
        yield address


@pytest.fixture(scope="module")
def offline(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The copy that opens from a folder, under a path with spaces and Cyrillic letters."""
    site = tmp_path_factory.mktemp("offline") / "мој приручник"
    built = build(ROOT / "mkdocs.yml", site, HANDBOOK_OFFLINE="1")
    assert (built.returncode, built.stderr) == (0, "")
    return site.as_uri()


@pytest.fixture(scope="module")
def book() -> Handbook:
    return read(ROOT)


def latin(text: str) -> str:
    return "".join(serbian.LATIN.get(sign, sign) for sign in text)


def ways(code: str, query: str) -> list[str]:
    """Serbian is typed in Cyrillic, in Latin and in Latin without diacritics."""
    return [query] if code == "en" else [query, latin(query), serbian.plain_latin(latin(query))]


def found(page: Page, query: str, home: str) -> list[str]:
    """The paths of the pages found, from the language's own front page, however they are published."""
    paths = (address.split("?")[0].removeprefix(home) for address in ask(page, query))
    return [path.removesuffix("index.html").removesuffix(".html").strip("/") for path in paths]


def measure(page: Page, address: str, aside: bool) -> tuple[int, int, int, list[str]]:
    """How many questions were asked, found first, found in the first three, and what was not found there."""
    asked = first = three = 0
    missed = []
    for code in CODES:
        home = f"{address}/" if code == "sr" else f"{address}/en/"
        open_search(page, f"{home}index.html")
        for query in (one for one in QUERIES[code] if bool(one.get("aside")) == aside):
            for words in ways(code, query["ask"]):
                results = found(page, words, home)
                asked += 1
                first += results[:1] == [query["page"].strip("/")]
                three += query["page"].strip("/") in results[:3]
                missed += [f"{words}: {results[:3]}"] if query["page"].strip("/") not in results[:3] else []
    return asked, first, three, missed


def test_there_are_enough_questions() -> None:
    assert len(QUERIES["sr"]) >= 60
    assert len(QUERIES["en"]) >= 40
    for code in CODES:
        aside = [one for one in QUERIES[code] if one.get("aside")]
        assert 3 * len(aside) >= len(QUERIES[code]) - 2


@pytest.mark.parametrize("aside", [False, True], ids=["known questions", "questions kept aside"])
def test_questions_find_their_page_online(browser: Browser, online: str, aside: bool) -> None:
    asked, first, three, missed = measure(browser.new_page(), online, aside)
    assert missed == []
    assert three == asked
    assert first >= 0.9 * asked, (first, asked)


def test_questions_find_their_page_without_a_server(browser: Browser, offline: str) -> None:
    page = browser.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    asked, first, three, missed = measure(page, offline, aside=False)
    assert missed == []
    assert three == asked
    assert first >= 0.9 * asked, (first, asked)
    assert {address.partition(":")[0] for address in requests} <= {"file", "about"}


@pytest.mark.parametrize("code", CODES)
def test_beginnings_of_words_find_and_nonsense_does_not(browser: Browser, online: str, code: str) -> None:
    page = browser.new_page()
    home = f"{online}/" if code == "sr" else f"{online}/en/"
    open_search(page, home)
    for query in QUERIES["prefixes"][code]:
        assert query["page"].strip("/") in found(page, query["ask"], home)[:3], query
    for query in QUERIES["nothing"][code]:
        for words in ways(code, query):
            assert found(page, words, home) == [], words


def test_every_result_is_in_the_language_of_the_page(browser: Browser, online: str) -> None:
    page = browser.new_page()
    open_search(page, f"{online}/sales/")
    assert not [path for path in found(page, "CRM", f"{online}/") if path.startswith("en/")]
    open_search(page, f"{online}/en/sales/")
    assert [path for path in ask(page, "CRM") if not path.startswith(f"{online}/en/")] == []


def test_plus_minus_and_quotes_narrow(browser: Browser, online: str) -> None:
    page = browser.new_page()
    open_search(page, online)
    both = found(page, "+купцима +ценовника", f"{online}/")
    assert 0 < len(both) < len(found(page, "купцима ценовника", f"{online}/"))
    assert found(page, '"купцима ценовника"', f"{online}/") == both
    without = found(page, "+kupcima -cenovnika", f"{online}/")
    assert without
    assert "sales/roles/sales-manager" not in without


def test_words_typed_in_latin_are_marked_in_cyrillic_here_and_on_the_page(browser: Browser, online: str) -> None:
    page = browser.new_page()
    open_search(page, online)
    ask(page, "menadzerima prodaje")
    marked = page.locator(f"{ITEM} mark").all_text_contents()
    assert {"Менаџер", "продаје"} <= set(marked)
    assert all(mark and "<" not in mark for mark in marked)
    page.locator(f"{ITEM} > a").first.click()
    page.wait_for_selector("article mark")
    assert page.url.startswith(f"{online}/sales/roles/sales-manager/")
    assert "менаџер продаје" in [mark.lower() for mark in page.locator("article mark").all_inner_texts()]


def test_enter_opens_the_best_result(browser: Browser, online: str) -> None:
    page = browser.new_page()
    open_search(page, online)
    ask(page, "territorije")
    ask(page, "prognoza")
    page.locator(BOX).print_pdf("Enter")
    page.wait_for_url("**/sales/responsibilities/forecast/**")


def in_browser(browser: Browser, words: list[str]) -> list[list[str]]:
    """Each word folded and stemmed by the language file."""
    page = browser.new_page()
    page.evaluate(f"{STUB}; {language_file('sr')}")
    called = "words => words.map(word => { const h = lunr.sr.handbook, f = h.fold(word); return [f, h.stem(f)] })"
    answer: list[list[str]] = page.evaluate(called, words)
    return answer


def test_the_browser_and_the_build_know_the_same_serbian(browser: Browser, book: Handbook) -> None:
    said = {
        word[0].lower() for page in book.in_language("sr") for prose in page.words for word in WORD.finditer(prose.text)
    }
    bases = sorted(word for word in said if "-" not in word and len(word) > 4)[::8]
    page_inputs = {
        word[:-1] + ending for word in bases for ending in ("а", "ом", "има", "овима", "ати", "ујем", "ост", "ошћу")
    }
    hand = {form for kind in LEMMAS.values() for lemma, forms in kind.items() for form in (lemma, *forms)}
    words = sorted(word for word in said | page_inputs | hand if "-" not in word)
    words += [latin(word) for word in words[::5]] + [serbian.plain_latin(word) for word in words[::5]]
    assert len(words) >= 2000
    ours = [[serbian.fold(word), serbian.stem(word)] for word in words]
    assert in_browser(browser, words) == ours


def pairs(kind: str) -> list[tuple[str, str]]:
    return [pair for lemma, forms in LEMMAS[kind].items() for pair in itertools.combinations((lemma, *forms), 2)]


@pytest.mark.parametrize("kind", LEMMAS)
def test_forms_of_one_word_meet(kind: str) -> None:
    apart = [pair for pair in pairs(kind) if serbian.stem(pair[0]) != serbian.stem(pair[1])]
    assert len(apart) <= 0.05 * len(pairs(kind)), apart


def test_the_list_of_forms_is_long_enough() -> None:
    assert sum(len(forms) + 1 for kind in LEMMAS.values() for forms in kind.values()) >= 300


def test_words_that_have_nothing_in_common_seldom_meet(book: Handbook) -> None:
    said = {
        word[0].lower() for page in book.in_language("sr") for prose in page.words for word in WORD.finditer(prose.text)
    }
    lemmas = [lemma for kind in LEMMAS.values() for lemma in kind]
    wrong = [(lemma, word) for lemma in lemmas for word in WRONG.get(lemma, ()) if word in said]
    for lemma, word in wrong:
        assert serbian.stem(lemma) == serbian.stem(word), "this pair no longer meets: take it off the list"
    assert len(wrong) <= 0.1 * len(lemmas)


@pytest.mark.parametrize(("one", "other"), [
    ("млијеко", "млеко"), ("мјера", "мера"), ("вођа", "vodja"), ("вођа", "vođa"), ("џемпер", "dzemper"),
    ("CRM-а", "crm"), ("ЊИВА", "njiva"), ("приједлог", "предлози"),
])  # fmt: skip
def test_however_a_word_is_typed(one: str, other: str) -> None:
    assert serbian.stem(one) == serbian.stem(other)


def stock(tmp_path: Path) -> Path:
    """The same pages with the theme's own search: one index for both languages, of all that pages show."""
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").replace("  - hooks/write_search_indexes.py\n", "")
    whole = "def on_page_content(html, **_):\n    return html.replace('data-search-exclude', 'data-shown')\n"
    (tmp_path / "show_everything.py").write_text(whole, "utf-8")
    for name in ("- hooks/", "custom_dir: overrides"):
        key, _, path = name.rpartition(" ")
        settings = settings.replace(name, f"{key} {ROOT.as_posix()}/{path}")
    settings = settings.replace("docs_dir: docs", f"docs_dir: {ROOT.as_posix()}/docs")
    settings = settings.replace("hooks:\n", "hooks:\n  - show_everything.py\n")
    for name in ("facts", "parity", "docs"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    built = build(tmp_path / "mkdocs.yml", tmp_path / "site")
    assert (built.returncode, built.stderr) == (0, "")
    return tmp_path / "site"


def gzipped(file: Path) -> int:
    return len(subprocess.run(["gzip", "-9c", file], capture_output=True, check=True).stdout)


def ready(browser: Browser, address: str) -> float:
    """Milliseconds from opening a page until its search answers."""
    page = browser.new_page()
    page.add_init_script("""const Own = Worker; window.Worker = class extends Own { constructor(url) {
        super(url); this.addEventListener("message", event => {
            if (event.data.type === 1) window.readyAt = performance.now() }, {once: false}) } }""")
    page.goto(address)
    page.wait_for_function("window.readyAt")
    at = float(page.evaluate("window.readyAt"))
    page.close()
    return at


def slower(browser: Browser, ours: str, theirs: str, rounds: int = 7) -> float:
    """How many times as long one search takes to be ready as another: both in turn, the quickest of each."""
    times = [(ready(browser, ours), ready(browser, theirs)) for _ in range(rounds)]
    return min(own for own, _ in times) / min(other for _, other in times)


def test_what_it_costs_the_reader(browser: Browser, online: str, real_build: Path, tmp_path: Path) -> None:
    plain = stock(tmp_path)
    whole = gzipped(plain / "search/search_index.json")
    for folder in ("search", "en/search"):
        assert gzipped(real_build / folder / "search_index.json") <= whole / 2
    assert gzipped(real_build / "assets/javascripts/lunr/min/lunr.sr.min.js") <= 6 * 1024
    with served(plain) as address:
        assert slower(browser, online, address) <= 1.3


def test_the_index_is_written_in_utf_8(real_build: Path) -> None:
    text = (real_build / "search/search_index.json").read_text("utf-8")
    assert "\\u04" not in text
    assert "Менаџер продаје" in text


def test_names_are_found_and_not_shown(book: Handbook) -> None:
    docs: list[dict[str, Any]] = [{"location": "sales/roles/account-executive/", "title": "Комерцијалиста", "text": ""}]
    (doc,) = json.loads(index(book, "sr", docs))["docs"]
    assert "Комерцијалисткиња" in doc["names"]


def test_an_empty_index_is_refused(book: Handbook) -> None:
    with pytest.raises(ValueError, match="the search index of “en” would be empty"):
        index(book, "en", [{"location": "sales/", "title": "Продаја", "text": ""}])


def test_a_worker_that_changed_is_noticed() -> None:
    assert missing_in_worker("") != ()
    assert missing_in_worker("lunr.stemmer.support.min.js .QueryParser .invertedIndex postMessage( .clauses") == ()


def test_the_build_says_in_one_line_that_search_would_not_work(tmp_path: Path) -> None:
    theme = tmp_path / "theme/assets/javascripts/workers"
    theme.mkdir(parents=True)
    for file in (ROOT / "overrides").rglob("*"):
        if file.is_file():
            (tmp_path / "theme" / file.relative_to(ROOT / "overrides")).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "theme" / file.relative_to(ROOT / "overrides")).write_bytes(file.read_bytes())
    (theme / "search.a7633da7.min.js").write_text("// another worker")
    for name in ("facts", "parity", "docs"):
        (tmp_path / name).symlink_to(TESTS / "smallest" / name)
    settings = (TESTS / "smallest/mkdocs.yml").read_text("utf-8").replace("../../hooks", f"{ROOT}/hooks")
    (tmp_path / "mkdocs.yml").write_text(settings.replace("../../overrides", f"{tmp_path}/theme"), "utf-8")
    built = build(tmp_path / "mkdocs.yml", tmp_path / "site")
    assert built.returncode == 1
    told = [line for line in (built.stdout + built.stderr).splitlines() if "Search would not work" in line]
    assert len(told) == 1
    assert "mkdocs-material 9.8.1" in told[0]
