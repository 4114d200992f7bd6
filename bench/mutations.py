"""How reliably the check finds harmful changes: every mutation, on every page, in each language.

Prints for each kind how many mutants gave the right finding at the right line, and how many harmless mutants gave
any finding.
"""

import sys
from pathlib import Path

from handbook.reading.load import read
from trees import CODES

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from mutations import HARMFUL, HARMLESS  # noqa: E402  # the path to them is set just above
from one_page import findings_of_mutants, is_right  # noqa: E402  # so is the path to this


def main() -> None:
    """Try all and print."""
    book = read(ROOT)
    totals = []
    for kinds in (HARMFUL, HARMLESS):
        tried = right = 0
        for mutation in kinds:
            results = [is_right(*result) for code in CODES for result in findings_of_mutants(book, mutation, code)]
            tried, right = tried + len(results), right + sum(results)
            print(f"  {mutation.__name__}: {sum(results)} of {len(results)}")
        totals.append((tried, right))
    (harmful, found), (harmless, quiet) = totals
    print(f"mutations: {found} of {harmful} harmful ones are found at their place")
    print(f"mutations: {harmless - quiet} of {harmless} harmless ones give a finding (expected: 0)")


if __name__ == "__main__":
    main()
