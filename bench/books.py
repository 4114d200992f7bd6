"""How large the books are: bytes of each, for a handbook of so many pages."""

import sys
import tempfile
from pathlib import Path

from handbook.reading.load import read
from trees import EDITIONS

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

import sites  # noqa: E402  # the path to it is set just above

MEGABYTE, PAGES = 1_000_000, 65
"""Bytes that a book of so many pages of the handbook may take; a handbook that grows may take as much more."""


def main() -> None:
    """Build, measure and print; ends with 1 if a book is too large."""
    pages = len(read(ROOT).paths)
    most = MEGABYTE * max(1, pages / PAGES)
    with tempfile.TemporaryDirectory() as folder:
        built = sites.real(Path(folder, "site"))
        if built.returncode:
            sys.exit(built.stdout)
        sizes = {edition.file: Path(folder, "site", edition.file).stat().st_size for edition in EDITIONS}
    for file, size in sizes.items():
        print(f"books: {file} takes {size / 1000:.0f} kB for {pages} pages (at most {most / 1000:.0f} kB)")
    sys.exit(max(sizes.values()) > most)


if __name__ == "__main__":
    main()
