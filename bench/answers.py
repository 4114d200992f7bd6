"""How well the search box answers questions as people type them: whole questions, verbs, jargon, typos, pasted text.

For each kind of question in `tests/search/open.yml` and `held-out.yml`: the share of those whose page is found first,
among the first three, and that find nothing, and how often the results vanish while a question is being typed.
`bench/answers.py open` measures one half. Then: how many tasks of `tests/search/ask.yml` the filter of the questions
solves, and how long the slowest query takes with ten times the pages.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml
from playwright.sync_api import Page

from figures import ROOT, Figure, show

import searching
from browser import chromium, served, window
from handbook.reading.load import read
from searching import Question
from sites import build
from trees import CODES, TESTS

HALVES = ("open", "held-out")
TEN_TIMES = """async queries => {
  const {docs} = await handbookSearchReady()
  const copy = n => docs.map(doc => ({...doc, location: `${n}/${doc.location}`, title: `${doc.title} ${n}`,
    text: doc.text.replace(/\\p{L}{7,}/gu, word => word + n)}))
  const engine = handbookSearch.engine([...Array(10).keys()].flatMap(copy))
  const once = query => { const begin = performance.now(); engine.find(query); return performance.now() - begin }
  return Math.max(...queries.map(query => Math.min(once(query), once(query), once(query))))
}"""
"""The time of the slowest query, the best of three; words of seven letters or more differ between the copies."""
VANISH = """async queries => {
  const {engine} = await handbookSearchReady()
  let vanished = 0
  for (const query of queries)
    for (let n = 1, seen = false; n <= query.length; n++) {
      const found = engine.find(query.slice(0, n)).results.length > 0
      vanished += seen && !found
      seen ||= found
    }
  return vanished / queries.join("").length
}"""
GOALS = {"first": 0.8, "in the first three": 0.92, "nothing found": 0.02}


def figures(halves: tuple[str, ...] = HALVES) -> Iterator[Figure]:
    """Build the site and ask it every question of the halves; prints the questions whose page is not first."""
    with tempfile.TemporaryDirectory() as folder:
        done = build(ROOT, Path(folder))
        assert done.returncode == 0, done
        for half in halves:
            questions = searching.questions(half)
            yield Figure(f"{half}: pages that no longer exist", len(gone(Path(folder), questions)), 0)
            yield from shares(half, answered(Path(folder), questions))
            yield Figure(f"{half}: results vanish while typing", vanished(Path(folder), questions), note="of letters")
        yield from tasks(Path(folder))
        yield Figure("slowest query with ten times the pages, ms", slowest(Path(folder)), 100)


def gone(site: Path, questions: list[Question]) -> set[str]:
    """The pages that answer a question and are not on the site; prints them."""
    missing = {page for one in questions for page in one.pages if not (site / page / "index.html").exists()}
    for page in sorted(missing):
        print(f"  no longer on the site: {page}")
    return missing


@contextmanager
def opened(site: Path, code: str) -> Iterator[Page]:
    """A page of a language whose search box is ready."""
    with served(site) as address, chromium() as browser, window(browser) as context:
        page = context.new_page()
        searching.open_for_questions(page, address, code)
        yield page


def asked_in(code: str, questions: list[Question]) -> list[str]:
    """What is typed in a language."""
    return [one.ask for one in questions if one.language == code]


def answered(site: Path, questions: list[Question]) -> list[tuple[Question, list[str]]]:
    """Each question with the pages that are found for it, in order."""
    found: dict[str, list[str]] = {}
    for code in CODES:
        with opened(site, code) as page:
            found |= searching.ask_all(page, asked_in(code, questions))
    return [(one, found[one.ask]) for one in questions]


def vanished(site: Path, questions: list[Question]) -> float:
    """The share of typed Serbian letters after which nothing is found although something was found before."""
    with opened(site, "sr") as page:
        return float(page.evaluate(VANISH, asked_in("sr", questions)))


def tasks(site: Path) -> Iterator[Figure]:
    """How many questions the filter of the page "Who do I ask?" puts first, of those that tasks ask for."""
    asked = yaml.safe_load((TESTS / "search/ask.yml").read_text("utf-8"))
    questions = read(ROOT).facts.questions
    solved = {}
    with served(site) as address, chromium() as browser, window(browser) as context:
        page = context.new_page()
        for code, some in asked.items():
            page.goto(f"{searching.front_page(address, code)}ask/")
            for one in some:
                solved[one["ask"]] = first_row(page, one["ask"]) == questions[one["question"]].ask[code]
    for ask in (ask for ask, right in solved.items() if not right):
        print(f"  filter of the questions: {ask}")
    yield Figure("tasks at the filter of the questions", sum(solved.values()), 18, least=True, note=f"of {len(solved)}")


def first_row(page: Page, query: str) -> str:
    """The question that stands first after a query was typed."""
    page.locator(".handbook-ask input").fill(query)
    page.wait_for_function("() => document.querySelector('.handbook-filter output').textContent !== ''")
    found = page.locator(".handbook-ask tbody tr:visible strong").first.inner_text()
    page.locator(".handbook-ask input").fill("")
    page.wait_for_function("() => document.querySelector('.handbook-filter output').textContent === ''")
    return found


def slowest(site: Path) -> float:
    """Milliseconds that the slowest Serbian question takes in an engine with the documents of ten such handbooks."""
    with opened(site, "sr") as page:
        return float(page.evaluate(TEN_TIMES, asked_in("sr", searching.questions("open"))))


def shares(half: str, answers: list[tuple[Question, list[str]]]) -> Iterator[Figure]:
    """The shares of each kind, and of all questions that the handbook answers."""
    names = dict.fromkeys(question.kind for question, _ in answers)
    kinds = {kind: [one for one in answers if one[0].kind == kind] for kind in names}
    beyond = kinds.pop("outside")
    for kind, some in {**kinds, "all": [one for one in answers if one not in beyond]}.items():
        for name, share in counted(some, shown=kind == "all").items():
            limit = GOALS[name] if kind == "all" else None
            note = f"of {len(some)}"
            yield Figure(f"{half}, {kind}: {name}", share, limit, least=name != "nothing found", note=note)


def counted(some: list[tuple[Question, list[str]]], shown: bool) -> dict[str, float]:
    """How large a share finds its page first, in the first three, and nothing."""
    places = [next((n for n, path in enumerate(paths) if path in one.pages), len(paths)) for one, paths in some]
    for place, (one, paths) in zip(places, some, strict=True):
        if shown and place:
            print(f"  {one.kind}: {one.ask} → {one.pages[0]}, but {paths[:3]}")
    first = sum(place == 0 and bool(paths) for place, (_, paths) in zip(places, some, strict=True))
    three = sum(place < min(3, len(paths)) for place, (_, paths) in zip(places, some, strict=True))
    nothing = sum(not paths for _, paths in some)
    return dict(zip(GOALS, (count / len(some) for count in (first, three, nothing)), strict=True))


if __name__ == "__main__":
    show(figures(tuple(sys.argv[1:]) or HALVES))
