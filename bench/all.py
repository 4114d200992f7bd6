"""All figures in one table: `make bench`. Each bench can be run alone as well."""

from itertools import chain

from figures import show

import answers
import audit
import books
import building
import meaning
import mentions
import mutants
import saving
import search
import weaving

BENCHES = (mentions, mutants, meaning, audit, search, answers, building, weaving, saving, books)

if __name__ == "__main__":
    show(chain.from_iterable(bench.figures() for bench in BENCHES))
