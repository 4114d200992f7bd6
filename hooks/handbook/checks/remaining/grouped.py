"""Replaces many findings of one cause by one that counts them: a page in the wrong language, or a list too long."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ...languages.messages import msg
from ...model.finding import Finding
from ...model.handbook import Handbook
from .explained import COMPARISONS, STRUCTURE, VALUES, WORDS

MOST = 200
"""How many findings of one rule on one page are listed one by one."""
FEWEST = 5
"""How many paragraphs, items and headings in the other language show that the page is in that language."""
LETTERS = frozenset({"script", "untranslated"})
"""Rules about the language of single paragraphs, items and headings."""
FOLLOWING = LETTERS | STRUCTURE | COMPARISONS | VALUES | WORDS | {"front-matter"}
"""Rules whose findings follow on such a page; others, such as `markup`, are as true in any language."""
TITLES = frozenset({"role-names"})
"""Rules that compare pages by the titles of others, so a title in the wrong language gives findings elsewhere."""


def grouped(handbook: Handbook, findings: Iterable[Finding]) -> list[Finding]:
    """Returns the findings in order of place, with one in place of many that have the same cause."""
    remaining = sorted(findings, key=lambda finding: (finding.rule, finding.severity, finding.place))
    return [*_counted(_without_replaced(handbook, remaining))]


def _counted(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yields the findings; those of a rule on a page that are more than `MOST` as one, at the first of them."""
    for (rule, _, _), some in groupby(findings, lambda finding: (finding.rule, finding.severity, finding.place.path)):
        first, *others = some
        if len(others) < MOST:
            yield from (first, *others)
        else:
            message = msg(
                "“{rule}” found {number} places in this file. The first: {finding}",
                rule=rule,
                number=len(others) + 1,
                finding=first.message,
            )
            yield replace(first, message=message)


def _without_replaced(handbook: Handbook, findings: Sequence[Finding]) -> list[Finding]:
    """Returns the findings, with one about each page that is in the other language, and none that follow from it."""
    suspected = {(f.place.path, f.place.line): f for f in reversed(findings) if f.rule in LETTERS}
    found = Counter(path for path, _ in suspected)
    texts = _texts(handbook, found)
    pages = {path for path, number in found.items() if number >= FEWEST and number * 3 > texts[path] * 2}
    if not pages:
        return [*findings]
    first = {path: suspected[path, min(line for other, line in suspected if other == path)] for path in pages}
    others = [finding for finding in findings if not _follows(finding, pages)]
    replaced = [_replaced(first[path], found[path], texts[path]) for path in sorted(pages)]
    return sorted((*others, *replaced), key=lambda finding: (finding.rule, finding.severity, finding.place))


def _texts(handbook: Handbook, paths: Collection[str]) -> Counter[str]:
    """Returns how many paragraphs, items, cells and headings each of the pages has."""
    sections = (text for texts in handbook.sections.values() for text in texts.values())
    numbers: Counter[str] = Counter()
    for section in sections:
        if section.path in paths:
            numbers[section.path] += len(section.prose)
    return numbers


def _replaced(first: Finding, number: int, texts: int) -> Finding:
    message = msg(
        "This page seems to be in the other language: {number} of its {texts} paragraphs, items and headings are.",
        number=number,
        texts=texts,
    )
    advice = msg("See whether the text of the other language was saved here by mistake.")
    return Finding(first.place, "untranslated", message, advice)


def _follows(finding: Finding, pages: set[str]) -> bool:
    paths = {place.path for place in (finding.place, finding.related) if place}
    return finding.rule in TITLES or (finding.rule in FOLLOWING and not pages.isdisjoint(paths))
