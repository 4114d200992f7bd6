"""How well mentions are found: recall and precision on pages marked by reading, with every disagreement.

`bench/mentions.py --record`, once the marks have been read again, records the text on which they were.
"""

import sys
from collections import Counter
from collections.abc import Iterator

import yaml

from figures import ROOT, Figure, show

import marking
from handbook.crosslinks.lexicons import Lexicon, lexicon
from handbook.crosslinks.mentions import find
from handbook.model.handbook import Handbook
from handbook.reading.load import read

SAMPLE = ROOT / "bench/marked/mentions.yml"
RECALL, PRECISION = 0.97, 0.99

Marks = dict[str, list[list[str]]]
"""For each page, what ought to be a link: (section, words, target)."""
Marked = tuple[str, str, str, str]
"""(page, section, words, target)."""


def figures() -> Iterator[Figure]:
    """Both measures for all languages together; prints them for each language, with every disagreement."""
    book = read(ROOT)
    sample: dict[str, Marks] = yaml.safe_load(SAMPLE.read_text("utf-8"))
    counts = [measure(book, code, there(book, code, marks)) for code, marks in sample.items()]
    for change in marking.compare("mentions", state(book, sample)):
        print(f"  changed since it was marked: {change}")
    marked, found, both = (sum(column) for column in zip(*counts, strict=True))
    if not both:
        sys.exit(f"mentions: none of what {SAMPLE} marks is found any more; mark the pages there are now.")
    yield Figure("mentions: recall", both / marked, RECALL, least=True, note=f"{both} of {marked} marked")
    yield Figure("mentions: precision", both / found, PRECISION, least=True, note=f"{both} of {found} found")


def state(book: Handbook, sample: dict[str, Marks]) -> marking.State:
    """The state of the marked pages and of the names that are looked for in them."""
    sources = [f"docs/{code}/{path}" for code, marks in sample.items() for path in marks]
    return marking.pages(ROOT, sources) | marking.names(book, "sr") | marking.names(book, "en")


def there(book: Handbook, code: str, marks: Marks) -> Marks:
    """The marks on pages that still exist."""
    return {path: items for path, items in marks.items() if book.page(code, path)}


def measure(book: Handbook, code: str, marks: Marks) -> tuple[int, int, int]:
    """How many mentions of one language are marked, found, and both; prints every disagreement."""
    names = lexicon(book, code)
    marked: Counter[Marked] = Counter(
        (path, section, words, target) for path, items in marks.items() for section, words, target in items
    )
    found: Counter[Marked] = Counter(mention for path in marks for mention in predicted(book, names, path))
    both = (marked & found).total()
    for kind, some in (("not found", marked - found), ("found, not marked", found - marked)):
        for path, section, words, target in sorted(some):
            print(f"  {kind}: {code} {path}#{section} “{words}” → {target}")
    print(f"{code}: {both} of {marked.total()} marked mentions are found, {found.total() - both} others")
    return marked.total(), found.total(), both


def predicted(book: Handbook, names: Lexicon, path: str) -> list[Marked]:
    """What is found on a page."""
    page = book.page(names.language, path)
    assert page
    mentions = []
    for at, mention in find(page.outline.runs, names, page):
        run = page.outline.runs[at]
        mentions.append((path, run.section, run.text[mention.start : mention.end], mention.target))
    return mentions


if __name__ == "__main__":
    show(figures())
