"""Two hands: work shared between two processes where the machine can, with the same answer where it cannot."""

import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import TypeVar

Item = TypeVar("Item")
Answer = TypeVar("Answer")

PORTIONS = 64
"""How many portions the work is cut into at most: each has a byte as its ticket, and both hands end together."""


def in_two(work: Callable[[Item], Answer], items: Sequence[Item]) -> list[Answer]:
    """What `work` answers to each item; raises what `work` raises.

    The answers come in an order that depends on nothing but the number of items. `work` has no side effects, and
    its answers can be pickled. The longest work should come first.
    """
    return begun(work, items)()


def begun(work: Callable[[Item], Answer], items: Sequence[Item]) -> Callable[[], list[Answer]]:
    """Let the other hand begin alone; what comes back joins in and gives what `in_two` gives. Call it once."""
    portions = [items[first::PORTIONS] for first in range(min(PORTIONS, len(items)))]
    join = _helped(work, portions) if len(portions) > 1 and _can_fork() else dict

    def answers() -> list[Answer]:
        done = join()
        missing = (n for n in range(len(portions)) if n not in done)
        done |= {n: [work(item) for item in portions[n]] for n in missing}
        return list(chain.from_iterable(done[n] for n in range(len(portions))))

    return answers


def _can_fork() -> bool:
    return sys.platform == "linux" and (os.cpu_count() or 1) > 1 and threading.active_count() == 1


def _helped(work: Callable[[Item], Answer], portions: list[Sequence[Item]]) -> Callable[[], dict[int, list[Answer]]]:
    """Both hands take tickets from one pipe until none is left; what the helper could not do is missing."""
    tickets, box = os.pipe()
    os.write(box, bytes(range(len(portions))))
    os.close(box)
    ours, theirs = os.pipe()
    helper = os.fork()
    if not helper:
        os.close(ours)
        _help(work, portions, tickets, theirs)
    os.close(theirs)

    def join() -> dict[int, list[Answer]]:
        with os.fdopen(ours, "rb") as answers:
            done = dict(_taken(work, portions, tickets))
            os.close(tickets)
            told = answers.read()
        os.waitpid(helper, 0)
        return done | (pickle.loads(told) if told else {})

    return join


def _help(work: Callable[[Item], Answer], portions: list[Sequence[Item]], tickets: int, answers: int) -> None:
    """The helper's whole life; if its work raises, it says nothing, and the other hand will meet the same."""
    try:
        told = pickle.dumps(dict(_taken(work, portions, tickets)))
        with os.fdopen(answers, "wb") as pipe:
            pipe.write(told)
    finally:
        os._exit(0)


def _taken(
    work: Callable[[Item], Answer], portions: list[Sequence[Item]], tickets: int
) -> Iterator[tuple[int, list[Answer]]]:
    while ticket := os.read(tickets, 1):
        yield ticket[0], [work(item) for item in portions[ticket[0]]]
