"""Removes the findings that are waived, and checks the waivers."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from ...languages.messages import msg
from ...model.finding import Finding, Place
from ...model.handbook import Handbook
from ...model.lock import MAX_DAYS, WAIVERS_FILE, Waiver


def without_waived(
    handbook: Handbook, findings: Collection[Finding], today: date, publishing: bool, rules: tuple[str, ...]
) -> list[Finding]:
    """Returns the findings that no waiver covers on a day, and findings on the waivers themselves.

    Only findings of `rules` can be waived. With `publishing`, an expired waiver is still in force.
    """
    waived: set[Finding] = set()
    faults: list[Finding] = []
    waivable = _by_section(handbook, (finding for finding in findings if finding.rule in rules))
    for line, waiver in handbook.waivers:
        covered = waivable[waiver.rule, waiver.page, waiver.section]
        if publishing or waiver.until >= today:
            waived |= covered
        faults += _waiver_faults(line, waiver, bool(covered), today, publishing, rules)
    return [*(finding for finding in findings if finding not in waived), *faults]


def _by_section(
    handbook: Handbook, findings: Iterable[Finding]
) -> defaultdict[tuple[str, str, str | None], set[Finding]]:
    """Returns findings by their rule, page and section (None: any), at their own place and at their counterpart."""
    by_section: defaultdict[tuple[str, str, str | None], set[Finding]] = defaultdict(set)
    for finding in findings if handbook.waivers else ():
        for place in filter(None, (finding.place, finding.related)):
            if section := handbook.section_at(place):
                by_section[finding.rule, section.page, section.id].add(finding)
                by_section[finding.rule, section.page, None].add(finding)
    return by_section


def _waiver_faults(
    line: int, waiver: Waiver, used: bool, today: date, publishing: bool, rules: tuple[str, ...]
) -> Iterator[Finding]:
    """Yields at most one finding on a waiver; `used` says whether it covers any finding."""
    place = Place(WAIVERS_FILE, line)
    what = msg("“{rule}” on {page}", rule=waiver.rule, page=waiver.page)
    latest = today + timedelta(days=MAX_DAYS)
    if waiver.rule not in rules:
        message = msg("“{rule}” is not a rule that can be waived.", rule=waiver.rule)
        yield Finding(place, "waiver", message, msg("These can be: {rules}.", rules=tuple(sorted(rules))))
    elif not waiver.reason.strip():
        message = msg("The waiver of {what} gives no reason.", what=what)
        yield Finding(place, "waiver", message, msg("Give a reason."))
    elif waiver.until < today:
        message = msg("The waiver of {what} expired on {day}.", what=what, day=waiver.until)
        advice = msg("Fix what it covered and remove it, or set a new date.")
        yield Finding(place, "waiver", message, advice, "warning" if publishing else "error")
    elif waiver.until > latest:
        message = msg("The waiver of {what} is valid for more than {days} days.", what=what, days=MAX_DAYS)
        yield Finding(place, "waiver", message, msg("Set a date up to {day}.", day=latest))
    elif not used:
        message = msg("The waiver of {what} covers nothing any more.", what=what)
        yield Finding(place, "waiver", message, msg("Remove it."))
