"""Work shared between two processes gives what one gives, whatever happens to the helper."""

import os
import threading
import time
from pathlib import Path

import pytest

from handbook.reading import hands
from handbook.reading.hands import begun, in_two


@pytest.fixture(params=["two hands", "one hand"])
def items(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    monkeypatch.setattr(hands, "_can_fork", lambda: request.param == "two hands")
    return list(range(200))


def test_every_item_is_answered_once_in_one_order(items: list[int]) -> None:
    once = in_two(lambda item: item * item, items)
    assert sorted(once) == [item * item for item in items]
    assert once == in_two(lambda item: item * item, items)
    assert in_two(str, []) == []


def test_both_hands_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands, "_can_fork", lambda: True)

    def busy(_: int) -> int:
        time.sleep(0.001)
        return os.getpid()

    assert len(set(in_two(busy, range(100)))) == 2


def test_the_other_hand_begins_before_it_is_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(hands, "_can_fork", lambda: True)
    answers = begun(lambda item: (tmp_path / str(item)).touch(), range(200))
    for _ in range(600):
        if any(tmp_path.iterdir()):
            break
        time.sleep(0.05)
    assert any(tmp_path.iterdir())
    assert answers() == [None] * 200


def test_what_the_work_raises_is_raised(items: list[int]) -> None:
    with pytest.raises(ZeroDivisionError):
        in_two(lambda item: 1 // (item - 150), items)


def test_a_helper_that_dies_leaves_nothing_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands, "_can_fork", lambda: True)
    here = os.getpid()

    def deadly(item: int) -> int:
        if os.getpid() != here:
            os._exit(1)
        return item

    assert sorted(in_two(deadly, range(200))) == list(range(200))


def test_threads_of_others_are_never_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert set(in_two(lambda _: os.getpid(), range(100))) == {os.getpid()}
