"""All rules in one list, and the one way to run them."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain

from . import (
    block_rules,
    draft_rules,
    facts_rules,
    form_rules,
    link_rules,
    lock_rules,
    page_rules,
    parity_rules,
    table_rules,
    value_rules,
    word_rules,
)
from .crosslinks import moves
from .model.finding import Finding
from .model.handbook import Handbook
from .reading.hands import in_two
from .waiving import waived

Check = Callable[[Handbook], Iterator[Finding]]
Run = Callable[[Check, Handbook], Iterable[Finding]]
"""How a rule is run on a handbook: it gives what the rule finds there."""

FACTS_CHECKS: tuple[Check, ...] = (
    facts_rules.unknown_id,
    facts_rules.duplicate_id,
    facts_rules.one_accountable,
    facts_rules.no_responsible,
    facts_rules.no_cadence,
    facts_rules.reporting_cycle,
    facts_rules.idle_role,
    facts_rules.incomplete_phrase,
    facts_rules.role_without_page,
    facts_rules.page_without_role,
    moves.moved,
)
"""These need every fact: they wait until `facts/` can be read whole."""

SECTION_CHECKS: tuple[Check, ...] = (
    value_rules.numbers,
    value_rules.contacts,
    word_rules.script,
    word_rules.untranslated,
    word_rules.terms,
    word_rules.length,
    word_rules.paragraphs,
)
"""These look at the sections of one page at a time, and besides only at the facts and at what pages are called."""

PAGE_CHECKS: tuple[Check, ...] = (
    page_rules.no_title,
    page_rules.front_matter,
    form_rules.sections,
    page_rules.heading_id,
    form_rules.marker,
    draft_rules.todo,
    link_rules.dead_link,
    link_rules.dead_anchor,
    parity_rules.missing_page,
    parity_rules.outline,
    parity_rules.links,
    block_rules.blocks,
    block_rules.list_,
    table_rules.table,
    block_rules.code,
    block_rules.images,
    block_rules.inline_code,
    *SECTION_CHECKS,
)


LOCK_CHECKS: tuple[Check, ...] = (
    lock_rules.behind,
    lock_rules.to_confirm,
    lock_rules.too_many_keeps,
    lock_rules.lock_syntax,
)
"""These compare with what both languages last agreed on."""

PARITY = (
    *PAGE_CHECKS[PAGE_CHECKS.index(parity_rules.missing_page) :],
    page_rules.heading_id,
    page_rules.front_matter,
    *LOCK_CHECKS,
)
"""What both languages have to do with one another: told of in `about/translation.md`, and may be waived."""


LONG = (word_rules.terms, word_rules.untranslated, value_rules.numbers)
"""What takes longest, so that it is begun first."""


def name(rule: Check) -> str:
    """The id of a rule: its function's name with hyphens."""
    return rule.__name__.strip("_").replace("_", "-")


def check(handbook: Handbook, today: date, publishing: bool = False, run: Run | None = None) -> list[Finding]:
    """Everything amiss in a handbook and not waived on a day, sorted by file and line.

    While publishing, a waiver that has run out is a warning and still covers: main never turns red by itself.
    """
    broken = any(found.place.path.startswith("facts/") for found in handbook.findings)
    checks = (() if broken else FACTS_CHECKS) + PAGE_CHECKS + LOCK_CHECKS
    if run:
        told = [run(rule, handbook) for rule in checks]
    else:
        told = in_two(lambda rule: tuple(rule(handbook)), sorted(checks, key=lambda rule: rule not in LONG))
    found = {*handbook.findings, *chain.from_iterable(told)}
    left = waived(handbook, found, today, publishing, tuple(map(name, PARITY)))
    return sorted(left, key=lambda one: (one.place, one.rule, str(one.message)))


def of_the_files(handbook: Handbook, today: date) -> list[Finding]:
    """What is amiss in the files as they are now, whatever was agreed on before."""
    later = {*map(name, LOCK_CHECKS)}
    return [finding for finding in check(handbook, today) if finding.rule not in later]


def errors(findings: list[Finding]) -> list[Finding]:
    """The findings that stop a build."""
    return [finding for finding in findings if finding.severity == "error"]
