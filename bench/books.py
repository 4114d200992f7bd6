"""How large the books are: bytes of each, for a handbook of so many pages."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from figures import ROOT, Figure, show

import sites
from handbook.reading.load import read
from trees import EDITIONS

PAGES = 65
"""A book of so many pages of the handbook may take a megabyte; a handbook that grows may take as much more."""


def figures() -> Iterator[Figure]:
    """Build the real handbook with its books and look at their sizes."""
    most = max(1, len(read(ROOT).paths) / PAGES)
    with tempfile.TemporaryDirectory() as folder:
        built = sites.real(Path(folder, "site"))
        if built.returncode:
            sys.exit(built.stdout)
        for edition in EDITIONS:
            yield Figure(f"{edition.file}, megabytes", Path(folder, "site", edition.file).stat().st_size / 10**6, most)


if __name__ == "__main__":
    show(figures())
