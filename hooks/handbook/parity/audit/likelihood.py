"""How likely a pair of sentences differs in meaning, as a share from 0 to 1; measured by `bench/audit.py`."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import prod
from types import MappingProxyType

from .differences import LEAST_SURE, ROLE, SENTENCE, WORD, Difference

OFTEN_OTHERWISE = ("others", "any", "both", "alone", "possible", "first", "more", "some", "may", "sure")
"""Kinds of words that a good translation often puts otherwise."""
OF_KINDS: Mapping[str, float] = MappingProxyType(
    {
        **dict.fromkeys(OFTEN_OTHERWISE, 0.25),
        **{SENTENCE: 0.9, ROLE: 0.6, "never": 0.6, "no": 0.6, "only": 0.7, "must": 0.5},
    }
)
"""How likely a difference of a kind is one of meaning; what is not listed: `OTHER_KINDS`."""
OTHER_KINDS = 0.4
ANSWERED = 0.3
"""By how much less likely it is where another word may stand for the missing one."""
NEW = 0.9
"""How likely it is where both languages agreed before."""
MOST_MISSED = 0.35
"""How likely it is of a word that has a counterpart everywhere else."""
SCALES = (
    ("should", "must", "may"),
    ("always", "usually", "often", "sometimes", "rarely", "never", "likely"),
    ("all", "many", "some"),
    ("before", "after"),
    ("least", "most"),
    ("more", "less"),
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    ("day", "week", "month", "quarter", "year"),
)
"""Kinds of which a sentence says one or another: where each language has another one, they contradict each other.

Neighbours may stand for each other where both are answered: “must not” is „не сме“, „најчешће“ may be “mostly”.
"""
REPHRASED = (
    frozenset(("no", "only")),
    frozenset(("no", "or")),
    frozenset(("no", "sure")),
    frozenset(("never", "more")),
    frozenset(("only", "already")),
    frozenset(("only", "after")),
    frozenset(("if", "least")),
    frozenset(("if", "before")),
    frozenset(("first", "before")),
    frozenset(("first", "after")),
    frozenset(("always", "only")),
)
"""Kinds of which each language may have another one for the same meaning: „нема док не“ and “only once”, „више не“ and
“never again”, „већ после“ and “after only”, „макар“ and “even if”, „шта је пре, а шта после“ and “what comes first”,
„увек“ and “only ever”.
"""
OTHER_STEP = 0.85
"""How likely it is where the two languages are on different steps of a scale."""


def likelihood(found: Sequence[Difference]) -> float:
    """Returns how likely at least one of the differences found in a pair of sentences is one of meaning."""
    steps = OTHER_STEP if any(_is_other_step(found, scale) for scale in SCALES) else 0.0
    return 1 - (1 - steps) * prod(1 - _likely(one) * (ANSWERED if _is_rephrased(one, found) else 1) for one in found)


def _likely(one: Difference) -> float:
    if one.new:
        return NEW
    if one.kind == SENTENCE:
        return OF_KINDS[SENTENCE] * one.sure
    if one.kind == WORD:
        return MOST_MISSED * (one.sure - LEAST_SURE) / (1 - LEAST_SURE)
    return OF_KINDS.get(one.kind, OTHER_KINDS) * (ANSWERED if one.answered else 1)


def _is_rephrased(one: Difference, found: Sequence[Difference]) -> bool:
    """Return whether the other language has another kind of word that may say the same."""
    return not one.new and any(
        other.language != one.language and {one.kind, other.kind} in REPHRASED for other in found
    )


def _is_other_step(found: Sequence[Difference], scale: tuple[str, ...]) -> bool:
    steps = [one for one in found if one.kind in scale]
    distances = (
        (abs(scale.index(one.kind) - scale.index(other.kind)), one.answered and other.answered)
        for one, other in combinations(steps, 2)
        if one.language != other.language
    )
    return any(distance > 1 or not answered for distance, answered in distances)
