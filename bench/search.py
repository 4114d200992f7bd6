"""How well the search box finds: words that ought to meet, words that ought not, and the written questions.

Prints for Serbian what share of the pairs of forms of one word meet and how many wrong words a query meets,
then for the known questions and for those kept aside how many find their page first and in the first three.
"""

import sys
import tempfile
from pathlib import Path

from handbook.languages import serbian

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from browser import chromium, served  # noqa: E402  # the path to them is set just above
from conftest import build  # noqa: E402  # so is the path to this
from test_search import LEMMAS, WRONG, measure, pairs  # noqa: E402  # and to this


def main() -> None:
    """Measure and print."""
    for kind in LEMMAS:
        met = sum(serbian.stem(one) == serbian.stem(other) for one, other in pairs(kind))
        print(f"stems: {met / len(pairs(kind)):.1%} of {len(pairs(kind))} pairs of {kind} meet (at least 95%)")
    lemmas = [lemma for kind in LEMMAS.values() for lemma in kind]
    wrong = sum(map(len, WRONG.values()))
    print(f"stems: {wrong / len(lemmas):.2f} wrong words a query, for {len(lemmas)} words (at most 0.10)")
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        build(ROOT / "mkdocs.yml", Path(folder))
        with served(Path(folder)) as address:
            for aside in (False, True):
                asked, first, three, _ = measure(browser.new_page(), address, aside)
                name = "questions kept aside" if aside else "known questions"
                print(f"search: of {asked} {name} {first} find their page first, {three} in the first three")


if __name__ == "__main__":
    main()
