"""The questions on which search is measured are about pages that there are."""

from handbook.model.handbook import Handbook
from searching import questions

HALVES = ("open", "held-out")


def test_every_question_is_answered_by_pages_that_there_are(content: Handbook) -> None:
    paths = {path.removesuffix("index.md").removesuffix(".md").strip("/") for path in content.paths}
    missing = [(one.ask, set(one.pages) - paths) for half in HALVES for one in questions(half)]
    assert [pair for pair in missing if pair[1]] == []


def test_the_halves_are_of_one_size_and_share_no_question() -> None:
    known, aside = ({one.ask for one in questions(half)} for half in HALVES)
    assert not known & aside
    assert len(known | aside) >= 150
    assert abs(len(known) - len(aside)) <= 0.1 * len(known)
