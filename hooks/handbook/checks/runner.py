"""All rules in one list, and the one way to run them."""

from collections.abc import Callable, Iterable
from datetime import date
from itertools import chain

from ..crosslinks import moves
from ..model.finding import Finding
from ..model.handbook import Handbook
from ..parity import rules as parity
from ..parity.rules import LOCK_RULES, Rule
from . import drafts, facts, links, pages, structure
from .waivers import without_waived

Run = Callable[[Rule, Handbook], Iterable[Finding]]
"""How a rule is run on a handbook: it gives what the rule finds there."""

FACTS_RULES: tuple[Rule, ...] = (
    facts.unknown_id,
    facts.duplicate_id,
    facts.one_accountable,
    facts.no_responsible,
    facts.no_cadence,
    facts.reporting_cycle,
    facts.idle_role,
    facts.incomplete_phrase,
    facts.role_without_page,
    facts.page_without_role,
    moves.moved,
)
"""These need every fact: they wait until `facts/` can be read whole."""

PAGE_RULES: tuple[Rule, ...] = (
    pages.no_title,
    pages.front_matter,
    structure.sections,
    pages.heading_id,
    structure.marker,
    drafts.todo,
    links.dead_link,
    links.dead_anchor,
    *parity.PAGE_RULES,
)

PARITY = (*parity.PAGE_RULES, pages.heading_id, pages.front_matter, *LOCK_RULES)
"""What both languages have to do with one another: told of in `about/translation.md`, and may be waived."""


def name(rule: Rule) -> str:
    """The id of a rule: its function's name with hyphens."""
    return rule.__name__.strip("_").replace("_", "-")


def check(handbook: Handbook, today: date, publishing: bool = False, run: Run | None = None) -> list[Finding]:
    """Everything amiss in a handbook and not waived on a day, sorted by file and line.

    While publishing, a waiver that has run out is a warning and still covers: main never turns red by itself.
    """
    broken = any(found.place.path.startswith("facts/") for found in handbook.findings)
    checks = (() if broken else FACTS_RULES) + PAGE_RULES + LOCK_RULES
    results = (run(rule, handbook) if run else rule(handbook) for rule in checks)
    found = {*handbook.findings, *chain.from_iterable(results)}
    left = without_waived(handbook, found, today, publishing, tuple(map(name, PARITY)))
    return sorted(left, key=lambda one: (one.place, one.rule, str(one.message)))


def file_findings(handbook: Handbook, today: date) -> list[Finding]:
    """What is amiss in the files as they are now, whatever was agreed on before."""
    add_months = {*map(name, LOCK_RULES)}
    return [finding for finding in check(handbook, today) if finding.rule not in add_months]


def errors(findings: list[Finding]) -> list[Finding]:
    """The findings that stop a build."""
    return [finding for finding in findings if finding.severity == "error"]
