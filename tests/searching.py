"""What the tests of the search box share with its bench: many questions at once, every spelling, the theme's own search."""

import gzip
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml
from playwright.sync_api import Browser, Page

from browser import BOX, ITEM, window
from handbook.languages import serbian
from handbook.languages.patterns import WORD
from handbook.model.handbook import Handbook
from handbook.publishing.search import search_engine
from trees import TESTS, settings

KINDS: dict[str, dict[str, list[str]]] = yaml.safe_load((TESTS / "search/lemmas.yml").read_text("utf-8"))
"""Kinds of words, each with lemmas and forms of them."""
WRONG: dict[str, list[str]] = KINDS.pop("wrong")
"""Words that meet a lemma and have nothing to do with it."""
LEMMAS = {lemma: forms for kind in KINDS.values() for lemma, forms in kind.items()}

ASK_ALL = """async queries => {
  const {engine} = await handbookSearchReady();
  return queries.map(query => engine.find(query).results.map(({doc}) => doc.location.split("#")[0]));
}"""
"""Asks the search engine of a page one query after another."""
SHOW_EVERYTHING = "def on_page_content(html, **_):\n    return html.replace('data-search-exclude', 'data-shown')\n"


@dataclass(frozen=True)
class Question:
    """A question as somebody types it, and the pages that answer it: none if the handbook does not hold the answer."""

    kind: str
    who: str
    ask: str
    pages: tuple[str, ...]

    @property
    def language(self) -> str:
        """The language in which it is asked."""
        return "en" if self.who == "English colleague" else "sr"


def questions(half: str) -> list[Question]:
    """The questions of a half, `open` or `held-out`, by kind."""
    kinds = yaml.safe_load((TESTS / f"search/{half}.yml").read_text("utf-8"))
    return [Question(kind, one["who"], one["ask"], tuple(one["pages"])) for kind, some in kinds.items() for one in some]


def spellings(code: str, query: str) -> list[str]:
    """A question as it is typed: Serbian in Cyrillic, in Latin, and in Latin without diacritics."""
    return [query] if code == "en" else [query, serbian.latin(query), serbian.plain_latin(query)]


def front_page(address: str, code: str) -> str:
    """The folder of a language's front page in a site."""
    return f"{address}/" if code == "sr" else f"{address}/{code}/"


def plain_path(path: str) -> str:
    """A page's path, however pages are published: `sales/index.html` and `sales/` both give `sales`."""
    return path.removesuffix("index.html").removesuffix(".html").strip("/")


def open_for_questions(page: Page, address: str, code: str) -> None:
    """Open the front page of a language, ready for `ask_all`."""
    page.goto(f"{front_page(address, code)}index.html")


def ask_all(page: Page, queries: Iterable[str]) -> dict[str, list[str]]:
    """Ask the search engine every question; the pages found for each, in order."""
    asked = list(queries)
    answers: list[list[str]] = page.evaluate(ASK_ALL, asked)
    return {query: [plain_path(path) for path in paths] for query, paths in zip(asked, answers, strict=True)}


def first_result_after(browser: Browser, address: str) -> float:
    """Milliseconds from opening a page and typing at once until the search box shows a result."""
    with window(browser) as context:
        page = context.new_page()
        page.goto(address)
        page.locator(BOX).fill("CRM", force=True)
        page.locator(BOX).press("End")  # the theme's own box waits for a key
        page.locator(ITEM).first.wait_for(state="attached")
        return float(page.evaluate("performance.now()"))


def serbian_in_browser(browser: Browser, words: list[str]) -> list[tuple[str, str]]:
    """Each word folded and stemmed by the search engine."""
    with window(browser) as context:
        page = context.new_page()
        page.evaluate(search_engine("sr"))
        script = "words => words.map(word => { const h = handbookSearch, f = h.fold(word); return [f, h.stem(f)] })"
        return [(folded, stem) for folded, stem in page.evaluate(script, words)]


def serbian_in_build(words: list[str]) -> list[tuple[str, str]]:
    """Each word folded and stemmed by the core."""
    return [(serbian.fold(word), serbian.stem(word)) for word in words]


def words_of(handbook: Handbook) -> set[str]:
    """Every Serbian word of a handbook's pages, in small letters."""
    return {
        word[0].lower()
        for page in handbook.in_language("sr")
        for prose in page.words
        for word in WORD.finditer(prose.text)
    }


def with_stock_search(home: Path) -> Path:
    """Give a copy the theme's own pages and search: one index for both languages, of everything that pages show."""
    (home / "show_everything.py").write_text(SHOW_EVERYTHING, "utf-8")
    with settings(home) as changed:
        del changed["theme"]["custom_dir"]
        for name in ("write_search_indexes", "write_styles", "offer_other_script"):
            changed["hooks"].remove(f"hooks/{name}.py")
        changed["hooks"].insert(0, "show_everything.py")
    return home


def gzipped(file: Path) -> int:
    """The size of a file as a server sends it."""
    return len(gzip.compress(file.read_bytes(), 9))
