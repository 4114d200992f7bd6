"""How surely the check finds what harms: every mutation, on every page, in each language.

Prints for each kind how many mutants were told at the right line by the right rule, and how many harmless
ones were told at all.
"""

import sys
from pathlib import Path

from handbook.languages.registry import CODES
from handbook.reading.load import read

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from mutations import HARMFUL, HARMLESS  # noqa: E402  # the path to them is set just above
from one_page import harmful, harmless, meets  # noqa: E402  # so is the path to this


def main() -> None:
    """Try all and print."""
    book = read(ROOT)
    tried = found = 0
    for name in (one.__name__ for one in HARMFUL):
        mutants = [mutant for code in CODES for mutant in harmful(book, name, code)]
        met = sum(any(meets(one, expected) for one in told) for expected, told in mutants)
        tried, found = tried + len(mutants), found + met
        print(f"  {name}: {met} of {len(mutants)}")
    quiet = [told for one in HARMLESS for code in CODES for told in harmless(book, one.__name__, code)]
    print(f"mutations: {found} of {tried} harmful ones told at their place")
    print(f"mutations: {sum(map(bool, quiet))} of {len(quiet)} harmless ones told (expected: 0)")


if __name__ == "__main__":
    main()
