"""How reliably the check finds harmful changes: every mutation, on every page, in each language.

Prints for each kind how many mutants gave the right finding at the right line and how many harmless mutants gave
any finding; last how many messages a harmful change gives on average.
"""

from collections.abc import Iterator
from statistics import fmean
from types import MappingProxyType

from figures import ROOT, Figure, show

from handbook.model.handbook import Handbook
from handbook.reading.load import read
from mutations import HARMFUL, HARMLESS, Mutation
from one_page import findings_of_mutants, is_right, messages_of_mutants
from trees import CODES

KINDS = MappingProxyType(
    {"harmful mutants found at their place": HARMFUL, "harmless mutants without a finding": HARMLESS}
)


def figures() -> Iterator[Figure]:
    """Try all mutants of all kinds."""
    book = read(ROOT)
    for name, kinds in KINDS.items():
        counts = [tried(book, mutation) for mutation in kinds]
        right, all_mutants = (sum(column) for column in zip(*counts, strict=True))
        yield Figure(f"{name}, share", right / all_mutants, 1, least=True, note=f"{right} of {all_mutants}")
    said = [count for kind in HARMFUL for code in CODES for count in messages_of_mutants(book, kind, code)]
    yield Figure("messages for a harmful mutant", fmean(said), 1.1)


def tried(book: Handbook, mutation: Mutation) -> tuple[int, int]:
    """How many mutants of one kind are right, of how many; prints both."""
    results = [is_right(*result) for code in CODES for result in findings_of_mutants(book, mutation, code)]
    print(f"  {mutation.__name__}: {sum(results)} of {len(results)}")
    return sum(results), len(results)


if __name__ == "__main__":
    show(figures())
