"""How reliably the check finds harmful changes: mutations of every kind, on all pages, in each language.

Prints for each kind how many mutants gave the right finding at the right line, or gave none if they are harmless, and
how many messages a mutant gives on average. A sample of each kind is tried, always the same one, and with
`bench/mutants.py --all` every mutant, which takes more than half an hour.
"""

import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import chain
from statistics import fmean
from types import MappingProxyType

from figures import ROOT, Figure, show

from handbook.model.handbook import Handbook
from handbook.reading.load import read
from mutations import HARMFUL, HARMLESS, Mutation
from one_page import Result, results_of_mutants
from trees import CODES

KINDS = MappingProxyType(
    {"harmful mutants found at their place": HARMFUL, "harmless mutants without a finding": HARMLESS}
)


AT_MOST = None if "--all" in sys.argv else 100
"""How many mutants of each kind are tried in each language."""


def figures() -> Iterator[Figure]:
    """Try mutants of all kinds."""
    tried: dict[str, list[Result]] = {}
    with ProcessPoolExecutor() as processes:
        for name, kinds in KINDS.items():
            tried[name] = [*chain.from_iterable(processes.map(results, kinds))]
    for name, some in tried.items():
        right = sum(result.right for result in some)
        yield Figure(f"{name}, share", right / len(some), 1, least=True, note=f"{right} of {len(some)}")
    said = [result.messages for result in next(iter(tried.values()))]
    yield Figure("messages for a harmful mutant", fmean(said), 1.1)


def results(mutation: Mutation) -> list[Result]:
    """The results of the mutants of one kind; prints them."""
    some = [result for code in CODES for result in results_of_mutants(handbook(), mutation, code, AT_MOST)]
    right, said = sum(result.right for result in some), fmean(result.messages for result in some)
    print(f"  {mutation.__name__}: {right} of {len(some)}, {said:.3f} messages", flush=True)
    return some


@cache
def handbook() -> Handbook:
    """The real handbook, read once in each process."""
    return read(ROOT)


if __name__ == "__main__":
    show(figures())
