"""How well the search box answers questions as people type them: whole questions, verbs, jargon, typos, pasted text.

For each kind of question in `tests/search/open.yml` and `held-out.yml`: the share of those whose page is found first,
among the first three, and that find nothing. `bench/answers.py open` measures one half.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from figures import ROOT, Figure, show

import searching
from browser import chromium, served, window
from searching import Question
from sites import build
from trees import CODES

HALVES = ("open", "held-out")
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


def gone(site: Path, questions: list[Question]) -> set[str]:
    """The pages that answer a question and are not on the site; prints them."""
    missing = {page for one in questions for page in one.pages if not (site / page / "index.html").exists()}
    for page in sorted(missing):
        print(f"  no longer on the site: {page}")
    return missing


def answered(site: Path, questions: list[Question]) -> list[tuple[Question, list[str]]]:
    """Each question with the pages that are found for it, in order."""
    with served(site) as address, chromium() as browser, window(browser) as context:
        found: dict[str, list[str]] = {}
        for code in CODES:
            page = context.new_page()
            searching.open_for_questions(page, address, code)
            found |= searching.ask_all(page, [one.ask for one in questions if one.language == code])
    return [(one, found[one.ask]) for one in questions]


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
