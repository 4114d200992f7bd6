"""One real page in both languages, to change and to check alone: a check of it takes milliseconds."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from conftest import ROOT
from handbook.checks.runner import PAGE_RULES
from handbook.languages.registry import CODES
from handbook.model.document import Outline
from handbook.model.finding import Finding
from handbook.model.handbook import Handbook, Key, Section
from handbook.model.lock import lock_path
from handbook.model.page import Page
from handbook.model.sections import sections
from handbook.parity.rules import LOCK_RULES
from handbook.reading.pages import build_page
from mutations import HARMFUL, HARMLESS, Expected, Subject

NEAR = 1
"""Lines by which the place of a finding may differ from that of the change."""
Sections = Mapping[Key, Mapping[str, Section]]


def harmful(book: Handbook, name: str, language: str) -> Iterator[tuple[Expected, list[Finding]]]:
    """What each mutant of one kind should be told, and what it is told, over all pages."""
    mutation = next(one for one in HARMFUL if one.__name__ == name)
    for path in book.paths:
        small = pair(book, path)
        for lines, expected in mutation(subject(book, language, path)):
            yield expected, told(changed(small, language, path, lines))


def harmless(book: Handbook, name: str, language: str) -> Iterator[list[Finding]]:
    """What each harmless mutant of one kind is told, over all pages: nothing."""
    mutation = next(one for one in HARMLESS if one.__name__ == name)
    for path in book.paths:
        small = pair(book, path)
        for lines in mutation(subject(book, language, path)):
            yield told(changed(small, language, path, lines))


def pair(book: Handbook, path: str) -> Handbook:
    """The handbook with one page in both languages and the headings of the others, and the lock of that page."""
    pages = {key: page if key[1] == path else headings_of(page) for key, page in book.pages.items()}
    name = path.removesuffix(".md")
    facts = replace(book.facts, questions={}, guides={}, exchanges={})
    small = replace(book, pages=pages, nav=(), titles=(), facts=facts, locks={name: book.locks[name]})
    return replace(small, sections=of_page_only(small, path))


def headings_of(page: Page) -> Page:
    return replace(page, outline=Outline(headings=page.outline.headings), words=())


def of_page_only(book: Handbook, path: str) -> Sections:
    pages = {key: page for key, page in book.pages.items() if key[1] == path}
    some = sections(replace(book, pages=pages))
    return {key: both for key, both in some.items() if not key[0].startswith("facts/")}


def changed(book: Handbook, language: str, path: str, lines: list[str]) -> Handbook:
    """The handbook with another text on one page, and what reading that text has to say."""
    page, findings = build_page("\n".join(lines), language, path)
    new = replace(book, pages={**book.pages, (language, path): page}, findings=tuple(findings))
    return replace(new, sections=of_page_only(new, path))


def told(book: Handbook) -> list[Finding]:
    """What is said of the one page and of its lock."""
    (name,) = book.locks
    found = [*book.findings, *(one for rule in PAGE_RULES + LOCK_RULES for one in rule(book))]
    mine = {f"docs/{code}/{name}.md" for code in CODES} | {lock_path(name)}
    return [one for one in found if one.place.path in mine]


def subject(book: Handbook, language: str, path: str) -> Subject:
    other = next(code for code in CODES if code != language)
    texts = [(ROOT / f"docs/{code}/{path}").read_text("utf-8").split("\n") for code in (language, other)]
    return Subject(book.pages[language, path], texts[0], book.pages[other, path], texts[1])


def meets(finding: Finding, expected: Expected) -> bool:
    rule, path, line = expected
    places = [place for place in (finding.place, finding.related) if place]
    return finding.rule == rule and any(p.path == path and abs(p.line - line) <= NEAR for p in places)
