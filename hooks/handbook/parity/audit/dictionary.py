"""The pages' own dictionary: which words translate each other, as all aligned sentences show.

Two words belong together the more, the more often they are in the same pair of sentences than chance would put them
there (log-likelihood). In each pair the strongest links are kept, one for each word, as in competitive linking.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from itertools import product
from math import log
from typing import NamedTuple

from .words import PAGE

FEWEST = 3
"""In how many sentences two words must be together."""
WEAKEST = 12.0
"""The smallest log-likelihood of a link; 10.8 is what chance gives once in a thousand."""

Links = dict[str, str]
Strengths = Mapping[tuple[str, str], float]


class Pair(NamedTuple):
    """The words of a sentence in two languages, by what is compared of them."""

    here: Set[str]
    there: Set[str]


@dataclass(frozen=True, slots=True)
class Dictionary:
    """The strength of each link, and for each side and word how surely it is linked, and with what most often."""

    strengths: Strengths
    sureness: tuple[Mapping[str, float], ...]
    usual: tuple[Mapping[str, str], ...]


def dictionary(pairs: Iterable[Pair]) -> Dictionary:
    """Returns what pairs of sentences show."""
    pairs = [*pairs]
    strengths = _strengths(pairs)
    linked = Counter(link for pair in pairs for link in links(pair, strengths).items())
    usual: tuple[Links, Links] = {}, {}
    for (here, there), _ in linked.most_common():
        usual[0].setdefault(here, there)
        usual[1].setdefault(there, here)
    return Dictionary(strengths, tuple(_sureness(pairs, linked, side) for side in (0, 1)), usual)


def links(pair: Pair, strengths: Strengths) -> Links:
    """Returns which word of a sentence goes with which of the other: the strongest first, each word once.

    A page that both sentences mention goes with itself.
    """
    found = {key: key for key in pair.here & pair.there if key.startswith(PAGE)}
    taken = set(found.values())
    known = ((strengths.get(link, 0.0), link) for link in product(pair.here, pair.there))
    for _, (here, there) in sorted((one for one in known if one[0]), reverse=True):
        if here not in found and there not in taken:
            found[here] = there
            taken.add(there)
    return found


def _strengths(pairs: list[Pair]) -> Strengths:
    left, right = (Counter(word for pair in pairs for word in pair[side]) for side in (0, 1))
    both = Counter(link for pair in pairs for link in product(*pair))
    strengths = {
        (here, there): _log_likelihood(count, left[here], right[there], len(pairs))
        for (here, there), count in both.items()
        if count >= FEWEST and count * len(pairs) > left[here] * right[there]
    }
    return {link: strength for link, strength in strengths.items() if strength > WEAKEST}


def _log_likelihood(both: int, left: int, right: int, total: int) -> float:
    """Returns Dunning's G² of two words: `both` are the sentences with the two, `left` and `right` with each."""
    cells = (both, left - both, right - both, total - left - right + both)
    margins = (left, total - left, right, total - right)
    return 2 * (sum(map(_entropy, cells)) - sum(map(_entropy, margins)) + _entropy(total))


def _entropy(count: int) -> float:
    return count * log(count) if count else 0.0


def _sureness(pairs: list[Pair], linked: Mapping[tuple[str, str], int], side: int) -> Mapping[str, float]:
    """Returns for each word of a side in which share of its sentences it is linked; a rare word is less sure."""
    number = Counter(word for pair in pairs for word in pair[side])
    times: Counter[str] = Counter()
    for link, count in linked.items():
        times[link[side]] += count
    return {word: times[word] / (count + 1) for word, count in number.items()}
