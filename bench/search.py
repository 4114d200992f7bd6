"""How well the search box finds on the real text, and what it costs the reader beside the theme's own search.

Prints what share of the forms of one word meet and how many wrong words a query meets; whether browser and build
stem every word of the text alike; how many written questions find their page, with a server and without; how large
the indexes are and how long a page takes until its search answers. Ends with 1 if a limit is not kept.
`bench/search.py --record`, once the questions and words have been read again, records the text on which they were.
"""

import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import chain, combinations
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser

from handbook.languages import serbian
from handbook.model.handbook import Handbook
from handbook.reading.load import read
from trees import CODES

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

import marking  # noqa: E402  # the path to these is set just above
import searching  # noqa: E402
from browser import chromium, served, window  # noqa: E402
from searching import KINDS, LEMMAS, WRONG, gzipped  # noqa: E402
from sites import build  # noqa: E402
from trees import real_tree  # noqa: E402

MARKED = yaml.safe_load((ROOT / "bench/marked/questions.yml").read_text("utf-8"))
ROUNDS = 7

BEGINNINGS = "beginnings of words"
ELSEWHERE = 3
"""The place of a page that is not among the first three."""

Question = dict[str, Any]
"""A question as it is typed (`ask`), the address of the `page` it is about, and whether it was kept `aside`."""


def main() -> None:
    """Measure and print; nothing is left behind."""
    book = read(ROOT)
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        site = built_sites(book, Path(folder), browser)
        figures = (stems(), words_of_the_text(book, browser), questions_enough(), site)
        kept = [kept for some in figures for kept in some]
    for change in marking.compare("questions", state(book)) + marking.compare("words", words_that_meet(book)):
        print(f"  changed since it was marked: {change}")
    sys.exit(not all(kept))


def within(kept: bool, figure: str) -> bool:
    """Print a figure, and whether it keeps its limit."""
    print(figure if kept else f"{figure}: OUTSIDE THE LIMIT")
    return kept


def stems() -> Iterator[bool]:
    """The forms of one word, which ought to meet."""
    for kind, lemmas in KINDS.items():
        pairs = [pair for lemma, forms in lemmas.items() for pair in combinations((lemma, *forms), 2)]
        share = sum(serbian.stem(form) == serbian.stem(other) for form, other in pairs) / len(pairs)
        yield within(share >= 0.95, f"stems: {share:.1%} of {len(pairs)} pairs of {kind} meet (at least 95%)")


def words_of_the_text(book: Handbook, browser: Browser) -> Iterator[bool]:
    """The words that ought not to meet, and every word as the browser knows it."""
    text = searching.words_of(book)
    share = sum(word in text for words in WRONG.values() for word in words) / len(LEMMAS)
    yield within(share <= 0.1, f"stems: {share:.2f} wrong words a query, for {len(LEMMAS)} words (at most 0.10)")
    words = [spelling for word in sorted(text) for spelling in searching.spellings("sr", word)]
    both = zip(searching.serbian_in_build(words), searching.serbian_in_browser(browser, words), strict=True)
    apart = sum(ours != theirs for ours, theirs in both)
    yield within(apart == 0, f"stems: browser and build differ on {apart} of {len(words)} words (at most 0)")


def words_that_meet(book: Handbook) -> marking.State:
    """For each lemma the words of the text that meet it and are not among its forms: those that were read."""
    met: dict[str, list[str]] = {}
    for word in sorted(searching.words_of(book)):
        met.setdefault(serbian.stem(word), []).append(word)
    return {
        lemma: " ".join(word for word in met.get(serbian.stem(lemma), ()) if word not in (lemma, *forms))
        for lemma, forms in LEMMAS.items()
    }


def questions_enough() -> Iterator[bool]:
    """How many questions there are; a third is kept aside."""
    for code, least in (("sr", 60), ("en", 40)):
        number, aside = len(MARKED[code]), sum(is_aside(question) for question in MARKED[code])
        figure = f"questions: {number} in {code} (at least {least}), {aside} of them kept aside (at least a third)"
        yield within(number >= least and 3 * aside >= number - 2, figure)


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


def built_sites(book: Handbook, folder: Path, browser: Browser) -> Iterator[bool]:
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
        times = [(searching.ready_after(browser, online), searching.ready_after(browser, stock)) for _ in range(ROUNDS)]
    ours, theirs = (min(some) for some in zip(*times, strict=True))
    figure = f"search: ready after {ours:.0f} ms, the theme's own after {theirs:.0f} ms, ratio {ours / theirs:.2f}"
    yield within(ours / theirs <= 1.3, f"{figure} (at most 1.3)")


def found(book: Handbook, browser: Browser, address: str, where: str) -> Iterator[bool]:
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
        least = 0 if name == BEGINNINGS else 0.9
        figure = f"search {where}: of {len(some)} {name} {first} find their page first (at least {least:.0%})"
        kept = bool(some) and first >= least * len(some) and three == len(some)
        yield within(kept, f"{figure}, {three} in the first three (all)")
    yield within(not noise, f"search {where}: {len(noise)} words that are nowhere find something (at most 0)")


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


def sizes(folder: Path) -> Iterator[bool]:
    """The indexes as a server sends them, beside the theme's own index of both languages."""
    whole = gzipped(folder / "stock/search/search_index.json")
    for path in ("search/search_index.json", "en/search/search_index.json"):
        share = gzipped(folder / "online" / path) / whole
        yield within(share <= 0.5, f"search: {path} / the theme's own index = {share:.2f} (at most 0.50)")


if __name__ == "__main__":
    main()
