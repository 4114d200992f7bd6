"""How well the search box finds on the real text, and what it costs the reader beside the theme's own search.

Measures what share of the forms of one word meet and how many wrong words a query meets; whether browser and build
stem every word of the text alike; how many written questions find their page, with a server and without; how large
the indexes are and how long it takes until a reader who types at once sees a result.
`bench/search.py --record`, once the questions and words have been read again, records the text on which they were.
"""

import statistics
import tempfile
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, combinations
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser

from figures import ROOT, Figure, in_turn, show

import marking
import searching
from browser import chromium, served, window
from handbook.languages import serbian
from handbook.model.handbook import Handbook
from handbook.reading.load import read
from searching import KINDS, LEMMAS, WRONG, gzipped
from sites import build
from trees import CODES, real_tree

MARKED = yaml.safe_load((ROOT / "bench/marked/questions.yml").read_text("utf-8"))
ROUNDS = 7

BEGINNINGS = "beginnings of words"
ELSEWHERE = 3
"""The place of a page that is not among the first three."""

Question = dict[str, Any]
"""A question as it is typed (`ask`), the address of the `page` it is about, and whether it was kept `aside`."""


def figures() -> Iterator[Figure]:
    """Measure what is found and what it costs; prints how the text has changed since it was marked."""
    book = read(ROOT)
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        yield from chain(stems(), words_of_the_text(book, browser), questions_enough())
        yield from built_sites(book, Path(folder), browser)
    for change in marking.compare("questions", state(book)) + marking.compare("words", words_that_meet(book)):
        print(f"  changed since it was marked: {change}")


def stems() -> Iterator[Figure]:
    """The forms of one word, which ought to meet."""
    for kind, lemmas in KINDS.items():
        pairs = [pair for lemma, forms in lemmas.items() for pair in combinations((lemma, *forms), 2)]
        share = sum(serbian.stem(form) == serbian.stem(other) for form, other in pairs) / len(pairs)
        yield Figure(f"stems: share of pairs of {kind} that meet", share, 0.95, least=True, note=f"of {len(pairs)}")


def words_of_the_text(book: Handbook, browser: Browser) -> Iterator[Figure]:
    """The words that ought not to meet, and every word as the browser knows it."""
    text = searching.words_of(book)
    share = sum(word in text for words in WRONG.values() for word in words) / len(LEMMAS)
    yield Figure("stems: wrong words a query", share, 0.1, note=f"for {len(LEMMAS)} words")
    words = [spelling for word in sorted(text) for spelling in searching.spellings("sr", word)]
    both = zip(searching.serbian_in_build(words), searching.serbian_in_browser(browser, words), strict=True)
    apart = sum(ours != theirs for ours, theirs in both)
    yield Figure("stems: words that browser and build stem differently", apart, 0, note=f"of {len(words)}")


def words_that_meet(book: Handbook) -> marking.State:
    """For each lemma the words of the text that meet it and are not among its forms: those that were read."""
    met: dict[str, list[str]] = {}
    for word in sorted(searching.words_of(book)):
        met.setdefault(serbian.stem(word), []).append(word)
    return {
        lemma: " ".join(word for word in met.get(serbian.stem(lemma), ()) if word not in (lemma, *forms))
        for lemma, forms in LEMMAS.items()
    }


def questions_enough() -> Iterator[Figure]:
    """How many questions there are; a third is kept aside."""
    for code, least in (("sr", 60), ("en", 40)):
        number, aside = len(MARKED[code]), sum(is_aside(question) for question in MARKED[code])
        yield Figure(f"questions in {code}", number, least, least=True)
        yield Figure(f"questions in {code} kept aside", aside, (number - 2) / 3, least=True)


def is_aside(question: Question) -> bool:
    return bool(question.get("aside"))


def state(book: Handbook) -> marking.State:
    """The state of the pages that questions are about, and of all names."""
    asked = {(code, path) for code in CODES for path in expected(book, code, MARKED[code]).values()}
    sources = (f"docs/{code}/{pages(book)[path]}" for code, path in asked)
    return marking.pages(ROOT, sources) | marking.names(book, "sr") | marking.names(book, "en")


def expected(book: Handbook, code: str, questions: Iterable[Question]) -> dict[str, str]:
    """The page that each question ought to find, in every spelling; without the pages that no longer exist."""
    answers = {question["ask"]: question["page"].strip("/") for question in questions}
    return {
        spelling: path
        for query, path in answers.items()
        if path in pages(book)
        for spelling in searching.spellings(code, query)
    }


def pages(book: Handbook) -> dict[str, str]:
    """The pages that there are, by their addresses."""
    return {path.removesuffix("index.md").removesuffix(".md").strip("/"): path for path in book.paths}


def built_sites(book: Handbook, folder: Path, browser: Browser) -> Iterator[Figure]:
    """What is found with a server and without, and what it costs beside the theme's own search."""
    stock_tree = searching.with_stock_search(real_tree(folder / "tree"))
    for done in (
        build(ROOT, folder / "online"),
        build(ROOT, folder / "offline", HANDBOOK_OFFLINE="1"),
        build(stock_tree, folder / "stock"),
    ):
        assert done.returncode == 0, done
    with served(folder / "online") as online, served(folder / "stock") as stock:
        yield from found(book, browser, online, "online")
        yield from found(book, browser, (folder / "offline").as_uri(), "from a folder")
        yield from sizes(folder)
        addresses = {"ours": online, "theirs": stock}
        times = in_turn(
            {name: partial(searching.first_result_after, browser, address) for name, address in addresses.items()},
            ROUNDS,
        )
    ours, theirs = (statistics.median(times[name]) for name in addresses)
    note = f"{ours:.0f} ms / {theirs:.0f} ms"
    yield Figure("search: first result after, ours / the theme's own", ours / theirs, 1.3, note=note)


def found(book: Handbook, browser: Browser, address: str, where: str) -> Iterator[Figure]:
    """How many questions find their page first and in the first three, beginnings of words too, nonsense nothing."""
    places: dict[str, list[int]] = {}
    noise: list[str] = []
    for code in CODES:
        nonsense = [spelling for word in MARKED["nothing"][code] for spelling in searching.spellings(code, word)]
        wanted = {name: expected(book, code, questions) for name, questions in groups(code).items()}
        with window(browser) as context:
            page = context.new_page()
            searching.open_for_questions(page, address, code)
            answers = searching.ask_all(page, chain(nonsense, *wanted.values()))
        noise += [word for word in nonsense if answers[word]]
        for name, paths in wanted.items():
            places.setdefault(name, []).extend(place(answers[query], path, query) for query, path in paths.items())
    for name, some in places.items():
        first, three = some.count(0), len(some) - some.count(ELSEWHERE)
        of_all = f"of {len(some)}"
        least = 0 if name == BEGINNINGS else 0.9
        yield Figure(f"search {where}: {name}, page found first", first, least * len(some), least=True, note=of_all)
        yield Figure(f"search {where}: {name}, among the first three", three, len(some) or 1, least=True, note=of_all)
    yield Figure(f"search {where}: words that are nowhere and find something", len(noise), 0)


def groups(code: str) -> dict[str, list[Question]]:
    """The written questions of a language by what they are for."""
    known = [question for question in MARKED[code] if not is_aside(question)]
    aside = [question for question in MARKED[code] if is_aside(question)]
    return {"known questions": known, "questions kept aside": aside, BEGINNINGS: MARKED["prefixes"][code]}


def place(found: list[str], path: str, query: str) -> int:
    """The place of a page among the first three found, from 0; prints what is not among them."""
    if path in found[:ELSEWHERE]:
        return found.index(path)
    print(f"  not in the first three: {query} → {path}, but {found[:3]}")
    return ELSEWHERE


def sizes(folder: Path) -> Iterator[Figure]:
    """The indexes as a server sends them, beside the theme's own index of both languages."""
    whole = gzipped(folder / "stock/search/search_index.json")
    for path in ("search/search_index.json", "en/search/search_index.json"):
        share = gzipped(folder / "online" / path) / whole
        yield Figure(f"search: {path} / the theme's own index, bytes", share, 0.5)


if __name__ == "__main__":
    show(figures())
