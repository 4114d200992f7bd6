"""How well mentions are found: recall and precision on pages marked by reading, with every disagreement."""

import sys
from collections import Counter
from pathlib import Path

import yaml

from handbook.crosslinks.mentions import Lexicon, find, lexicon
from handbook.model.handbook import Handbook
from handbook.reading.load import read

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "tests/mentions/sample.yml"

Marked = tuple[str, str, str, str]
"""(page, section, words, target)."""


def main() -> None:
    """Print both measures for each language and together; exit 1 if they are below what is promised."""
    book = read(ROOT)
    sample = yaml.safe_load(SAMPLE.read_text("utf-8"))
    counts = [measure(book, language, pages) for language, pages in sample.items()]
    marked, found, both = (sum(column) for column in zip(*counts, strict=True))
    print(f"together: recall {both / marked:.1%}, precision {both / found:.1%} on {marked} marked mentions")
    sys.exit(both / marked < 0.97 or both / found < 0.99)


def measure(book: Handbook, language: str, pages: dict[str, list[list[str]]]) -> tuple[int, int, int]:
    names = lexicon(book, language)
    marked: Counter[Marked] = Counter(
        (path, section, words, target) for path, items in pages.items() for section, words, target in items
    )
    found: Counter[Marked] = Counter(one for path in pages for one in predicted(book, names, path))
    both = sum((marked & found).values())
    for kind, some in (("not found", marked - found), ("found, not marked", found - marked)):
        for path, section, words, target in sorted(some):
            print(f"  {kind}: {language} {path}#{section} “{words}” → {target}")
    total, seen = sum(marked.values()), sum(found.values())
    print(f"{language}: recall {both / total:.1%}, precision {both / seen:.1%} on {total} marked mentions")
    return total, seen, both


def predicted(book: Handbook, names: Lexicon, path: str) -> list[Marked]:
    page = book.page(names.language, path)
    if page is None:
        raise SystemExit(f"{SAMPLE}: there is no page {path}")
    runs = page.outline.runs
    return [(path, runs[index].section, runs[index].text[one.start : one.end], one.target)
            for index, one in find(runs, names, page)]  # fmt: skip


if __name__ == "__main__":
    main()
