"""All rules in one list, and the one way to run them."""

from collections.abc import Callable, Iterator

from . import block_rules, facts_rules, link_rules, page_rules, parity_rules, value_rules
from .finding import Finding
from .model import Handbook

Check = Callable[[Handbook], Iterator[Finding]]

FACTS_CHECKS: tuple[Check, ...] = (
    facts_rules.unknown_id,
    facts_rules.duplicate_id,
    facts_rules.one_accountable,
    facts_rules.no_responsible,
    facts_rules.reporting_cycle,
    facts_rules.idle_role,
    facts_rules.incomplete_phrase,
    facts_rules.role_without_page,
    facts_rules.page_without_role,
)
"""These need every fact: they wait until `facts/` can be read whole."""

PAGE_CHECKS: tuple[Check, ...] = (
    page_rules.no_title,
    page_rules.front_matter,
    page_rules.sections,
    page_rules.heading_id,
    page_rules.marker,
    link_rules.dead_link,
    link_rules.dead_anchor,
    parity_rules.missing_page,
    parity_rules.outline,
    parity_rules.links,
    block_rules.blocks,
    block_rules.list_,
    block_rules.table,
    block_rules.code,
    value_rules.numbers,
    value_rules.script,
    value_rules.contacts,
    value_rules.untranslated,
)


def check(handbook: Handbook) -> list[Finding]:
    """Everything amiss in a handbook, sorted by file and line; the id of a rule is its function's name."""
    broken = any(found.place.path.startswith("facts/") for found in handbook.findings)
    checks = PAGE_CHECKS if broken else FACTS_CHECKS + PAGE_CHECKS
    found = {*handbook.findings, *(finding for rule in checks for finding in rule(handbook))}
    return sorted(found, key=lambda one: (one.place, one.rule, one.message))


def errors(findings: list[Finding]) -> list[Finding]:
    """The findings that stop a build."""
    return [finding for finding in findings if finding.severity == "error"]
