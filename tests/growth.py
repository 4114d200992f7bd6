"""Measures how the cost of a function grows with its input, so that a busy machine does not change the result."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import takewhile
from typing import TypeVar

T = TypeVar("T")

EXPONENT = 1.3
"""What takes time in proportion to its input has 1, what compares each part with each other part has 2."""
FACTOR = 4
"""How many times as long the longer input is."""
ROUNDS = 6
"""How often a result that looks bad is measured again."""
HOPELESS = 20
"""A result so many times as bad as it may be is not measured again."""
NOTHING = 0.004
"""Seconds that are not worth a comparison: what takes less on the longer input is quick enough."""


def grows_too_fast(function: Callable[[T], object], short: T, long: T) -> str:
    """Return both times if the cost of `long`, which is `FACTOR` times as long as `short`, is out of proportion.

    Only processor time of this thread counts, the best of several rounds; a round is repeated only while the result
    is bad.
    """
    least, most = float("inf"), float("inf")
    for _ in range(ROUNDS):
        least, most = min(least, seconds(function, short)), min(most, seconds(function, long))
        if most <= max(NOTHING, least * FACTOR**EXPONENT):
            return ""
    return f"{least:.4f} s, then {most:.4f} s"


def seconds(function: Callable[[T], object], value: T) -> float:
    """Return the processor time of one call."""
    with no_garbage_collection():
        begin = time.thread_time()
        function(value)
        return time.thread_time() - begin


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """The collector visits all objects that there are, so its cost depends on the tests that ran before."""
    gc.disable()  # in this measurement only; it is enabled again below
    try:
        yield
    finally:
        gc.enable()


def is_quick(function: Callable[[T], object], value: T, limit: float) -> bool:
    """Return whether a call takes less than `limit` seconds of processor time, at least once in a few."""
    times = (seconds(function, value) for _ in range(ROUNDS))
    return any(took < limit for took in takewhile(lambda took: took < HOPELESS * limit, times))
