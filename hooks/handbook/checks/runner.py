"""Lists all rules and runs them on a handbook."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain

from ..crosslinks import moves
from ..model.finding import Finding, Place
from ..model.handbook import Handbook
from ..model.lock import Lock
from ..model.section import Section
from ..parity import rules as parity
from ..parity.changes.record import record
from ..parity.rules import LOCK_RULES, Rule
from . import addresses, drafts, facts, files, links, markup, pages, responsibilities, roles, structure, words
from .remaining.explained import without_explained
from .remaining.grouped import grouped
from .remaining.waivers import without_waived
from .shared import decisions, measures, meetings

RuleRunner = Callable[[Rule, Handbook], Iterable[Finding]]
"""Runs a rule on a handbook and returns its findings; a preview passes one that caches them."""

FACTS_RULES: tuple[Rule, ...] = (
    facts.unknown_id,
    facts.duplicate_id,
    roles.with_itself,
    roles.first_contact,
    responsibilities.one_accountable,
    responsibilities.no_responsible,
    responsibilities.no_cadence,
    roles.reporting_cycle,
    responsibilities.idle_role,
    decisions.not_in_charge,
    decisions.decision_cycle,
    decisions.same_decision,
    measures.same_measure,
    meetings.recurrence,
    meetings.same_meeting,
    meetings.leads_and_attends,
    facts.incomplete_phrase,
    words.few_words,
    facts.role_without_page,
    facts.page_without_role,
    moves.moved,
    moves.published,
)
"""Rules about the facts themselves."""

PAGE_RULES: tuple[Rule, ...] = (
    pages.no_title,
    pages.front_matter,
    structure.sections,
    pages.heading_id,
    structure.marker,
    drafts.todo,
    markup.markup,
    addresses.same_address,
    files.unlisted,
    files.missing_file,
    links.dead_link,
    links.dead_anchor,
    links.link_text,
    *parity.PAIR_RULES,
)

PARITY_RULES = (*parity.PAIR_RULES, pages.heading_id, pages.front_matter, *LOCK_RULES)
"""Rules that compare both languages: they are explained in `about/translation.md` and can be waived."""


def rule_id(rule: Rule) -> str:
    """Returns the id of a rule: the name of its function with hyphens."""
    return rule.__name__.strip("_").replace("_", "-")


def check(
    handbook: Handbook,
    today: date,
    publishing: bool = False,
    run: RuleRunner | None = None,
    before: Mapping[str, Lock] | None = None,
    group: bool = True,
) -> list[Finding]:
    """Returns the findings on a handbook on a day that are not waived and do not follow from another one, in order.

    With `group`, many findings on one page that have the same cause are one finding.
    No rule is run while a file of `facts/` has a fault: what pages lack then follows from that.
    With `publishing`, an expired waiver is a warning and still in force: a branch does not fail without a commit.
    With `before`, the locks are compared with these, which are those of the branch that a proposal goes into.
    """
    if facts_findings(handbook):
        return sorted(handbook.findings, key=_order)
    results = (run(rule, handbook) if run else rule(handbook) for rule in FACTS_RULES + PAGE_RULES + LOCK_RULES)
    findings = {*handbook.findings, *_on_read_files(handbook, chain.from_iterable(results))}
    if before is not None:
        findings = _with_records(handbook, findings, [*record(handbook, before)])
    findings.update(facts.reviews_to_come(handbook, today))
    remaining = without_waived(handbook, findings, today, publishing, tuple(map(rule_id, PARITY_RULES)))
    remaining = without_explained(handbook, remaining)
    return sorted(grouped(handbook, remaining) if group else remaining, key=_order)


def _order(finding: Finding) -> tuple[bool, bool, bool, Place, str, str]:
    """Returns the sort key of a finding: conflicts first, errors before warnings, facts before pages, then by place."""
    in_facts = finding.place.path.startswith("facts/")
    conflict = finding.rule == "conflict"
    return not conflict, finding.severity == "warning", not in_facts, finding.place, finding.rule, str(finding.message)


def _with_records(handbook: Handbook, findings: set[Finding], records: list[Finding]) -> set[Finding]:
    """Returns findings with those on the records of sections, which replace the other findings on the same records."""
    lock_rules = {*map(rule_id, LOCK_RULES)}
    sections = {handbook.section_at(finding.related) for finding in records if finding.related}
    others = (f for f in findings if f.rule not in lock_rules or _sections(handbook, f).isdisjoint(sections))
    return {*others, *records}


def _sections(handbook: Handbook, finding: Finding) -> set[Section | None]:
    return {handbook.section_at(place) for place in (finding.place, finding.related) if place} - {None}


def _on_read_files(handbook: Handbook, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yields the findings that are not about a file beyond a limit, of which only that is said."""
    for finding in findings:
        if handbook.unread.isdisjoint(place.path for place in (finding.place, finding.related) if place):
            yield finding


def facts_findings(handbook: Handbook) -> list[Finding]:
    """Returns the faults found while reading `facts/`; pages built from facts with a fault would show wrong data."""
    return [finding for finding in handbook.findings if finding.place.path.startswith("facts/")]


def file_findings(handbook: Handbook, today: date) -> list[Finding]:
    """Returns the findings on the files as they are now, without those of the rules about locks."""
    lock_rules = {*map(rule_id, LOCK_RULES)}
    return [finding for finding in check(handbook, today, group=False) if finding.rule not in lock_rules]


def errors(findings: list[Finding]) -> list[Finding]:
    """Returns the findings that stop a build."""
    return [finding for finding in findings if finding.severity == "error"]
