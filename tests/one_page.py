"""One page in both languages, to change and to check alone: a check of it takes milliseconds."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from random import Random
from typing import NamedTuple

from handbook.checks import links, markup
from handbook.checks.remaining.explained import without_explained
from handbook.checks.runner import PAGE_RULES
from handbook.model.document import Outline
from handbook.model.fact_tables import Facts
from handbook.model.finding import Finding
from handbook.model.handbook import Handbook
from handbook.model.lock import lock_path
from handbook.model.page import Page
from handbook.model.section import Key, Section
from handbook.model.sections import sections
from handbook.parity import pages, script
from handbook.parity.rules import LOCK_RULES
from handbook.parity.sentences import rules
from handbook.parity.words import wording
from handbook.reading.pages import build_page
from mutations import Expected, Mutant, Mutation, Subject
from trees import CODES

NEAR = 1
"""Lines by which the place of a finding may differ from that of the change."""

LOOKING_AT_OTHERS = (
    links.dead_link,
    links.dead_anchor,
    links.link_text,
    pages.links,
    script.script,
    wording.terms,
    rules.role_names,
)
"""The rules that need the other pages to check one: where they are, which headings and titles they have."""


class Result(NamedTuple):
    """Whether a mutant gives what it must, and how many messages people would read."""

    right: bool
    messages: int


Sections = Mapping[Key, Mapping[str, Section]]


def findings_of_mutants(
    book: Handbook, mutation: Mutation, language: str, at_most: int | None = None
) -> Iterator[tuple[Expected | None, list[Finding]]]:
    """For each mutant of one kind, over all pages: the finding it must give, and those it gives."""
    return ((expected, findings(mutant)) for expected, mutant in mutants(book, mutation, language, at_most))


def messages_of_mutants(book: Handbook, mutation: Mutation, language: str, at_most: int | None = None) -> list[int]:
    """For each mutant of one kind, over all pages: how many findings are said, without those that others explain."""
    return [result.messages for result in results_of_mutants(book, mutation, language, at_most)]


def results_of_mutants(
    book: Handbook, mutation: Mutation, language: str, at_most: int | None = None
) -> Iterator[Result]:
    """For each mutant of one kind, over all pages: whether the check is right, and how many findings are said."""
    for expected, mutant in mutants(book, mutation, language, at_most):
        given = findings(mutant)
        yield Result(is_right(expected, given), len(without_explained(mutant, given)))


def mutants(
    book: Handbook, mutation: Mutation, language: str, at_most: int | None = None
) -> Iterator[tuple[Expected | None, Handbook]]:
    """Each mutant of one kind, over all pages, with the finding it must give.

    `at_most` takes a sample of so many mutants, always the same one.
    """
    texts = [(path, *mutant) for path in book.paths for mutant in mutation(subject(book, language, path))]
    for path, some in groupby(sample(texts, at_most), key=lambda mutant: mutant[0]):
        untouched = pair(book, path)
        for _, lines, expected in some:
            yield expected, changed(untouched, language, path, lines)


def sample(texts: list[tuple[str, *Mutant]], at_most: int | None) -> list[tuple[str, *Mutant]]:
    if at_most is None or len(texts) <= at_most:
        return texts
    numbers = Random(len(texts)).sample(range(len(texts)), at_most)
    return [texts[number] for number in sorted(numbers)]


def is_right(expected: Expected | None, given: list[Finding]) -> bool:
    """Whether the findings are as they must be: the expected one is among them, or there are none."""
    return not given if expected is None else any(meets(finding, expected) for finding in given)


def meets(finding: Finding, expected: Expected) -> bool:
    rule, path, line = expected
    places = [place for place in (finding.place, finding.related) if place]
    return finding.rule == rule and any(p.path == path and abs(p.line - line) <= NEAR for p in places)


def pair(book: Handbook, path: str) -> Handbook:
    """The handbook with one page in both languages and what is shown on it, and the headings of the other pages."""
    pages = {key: page if key[1] == path else headings_of(page) for key, page in book.pages.items()}
    name = path.removesuffix(".md")
    id_ = name.rpartition("/")[2]
    measures = {m.id: m for m in book.facts.measures.values() if id_ in (*m.roles, *m.responsibilities)}
    meetings = {m.id: m for m in book.facts.meetings.values() if id_ in m.roles}
    others = replace(book.facts, questions={}, guides={}, exchanges={}, decisions={})
    facts = replace(others, measures=measures, meetings=meetings)
    small = replace(book, pages=pages, nav=(), titles=(), facts=facts, locks={name: book.locks[name]})
    return replace(small, sections=of_page_only(small, path))


def headings_of(page: Page) -> Page:
    return replace(page, outline=Outline(headings=page.outline.headings), words=())


def of_page_only(book: Handbook, path: str) -> Sections:
    pages = {key: page for key, page in book.pages.items() if key[1] == path}
    some = sections(replace(book, pages=pages))
    return {key: both for key, both in some.items() if not key[0].startswith("facts/")}


def changed(book: Handbook, language: str, path: str, lines: list[str]) -> Handbook:
    """The handbook with another text on one page, and the findings from reading that text."""
    page, found = build_page("\n".join(lines), language, path)
    new = replace(book, pages={**book.pages, (language, path): page}, findings=tuple(found))
    return replace(new, sections=of_page_only(new, path))


def findings(book: Handbook) -> list[Finding]:
    """The findings on the one page and on its lock.

    The other pages are shown only to the rules that look at them: the rest would find in them what it found before.
    """
    (name,) = book.locks
    alone = replace(book, pages={key: page for key, page in book.pages.items() if key[1] == f"{name}.md"})
    without_facts = replace(alone, facts=Facts(), titles=())
    found = [*book.findings, *markup.markup(without_facts)]
    for rule in (*PAGE_RULES, *LOCK_RULES):
        if rule is not markup.markup:
            found += rule(book if rule in LOOKING_AT_OTHERS else alone)
    mine = {f"docs/{code}/{name}.md" for code in CODES} | {lock_path(name)}
    return [finding for finding in found if finding.place.path in mine]


def subject(book: Handbook, language: str, path: str) -> Subject:
    other = next(code for code in CODES if code != language)
    here, there = ((book.root / f"docs/{code}/{path}").read_text("utf-8").split("\n") for code in (language, other))
    return Subject(book, book.pages[language, path], here, book.pages[other, path], there)
