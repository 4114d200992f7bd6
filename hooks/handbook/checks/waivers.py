"""Takes out the findings that somebody has put off with a reason, and watches over those waivers."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from ..languages.messages import msg
from ..model.finding import Finding, Place
from ..model.handbook import Handbook
from ..model.waiver import MAX_DAYS, WAIVERS_FILE, Waiver


def without_waived(
    handbook: Handbook, findings: Collection[Finding], today: date, publishing: bool, rules: tuple[str, ...]
) -> list[Finding]:
    """The findings that no waiver covers on a day, and what is wrong with the waivers themselves.

    Only findings of `rules` can be put off. While publishing, a waiver that has run out still covers.
    """
    covered: set[Finding] = set()
    told: list[Finding] = []
    for line, waiver in handbook.waivers:
        mine = {one for one in findings if one.rule in rules and _covers(handbook, waiver, one)}
        over = waiver.until < today
        covered |= mine if publishing or not over else set()
        told += _told(line, waiver, bool(mine), today, publishing, rules)
    return [*(finding for finding in findings if finding not in covered), *told]


def _covers(handbook: Handbook, waiver: Waiver, finding: Finding) -> bool:
    """A finding is about the section it stands in, or about the page of its counterpart's."""
    for place in filter(None, (finding.place, finding.related)):
        section = handbook.section_at(place)
        if section and waiver.covers(section.page, section.id, finding.rule):
            return True
    return False


def _told(
    line: int, waiver: Waiver, used: bool, today: date, publishing: bool, rules: tuple[str, ...]
) -> Iterator[Finding]:
    place = Place(WAIVERS_FILE, line)
    what = msg("“{rule}” on {page}", rule=waiver.rule, page=waiver.page)
    latest = today + timedelta(days=MAX_DAYS)
    if waiver.rule not in rules:
        yield Finding(
            place,
            "waiver",
            msg("“{rule}” is not a rule that can be waived.", rule=waiver.rule),
            msg("Those are: {rules}.", rules=tuple(sorted(rules))),
        )
    elif not waiver.reason.strip():
        yield Finding(
            place, "waiver", msg("The waiver of {what} gives no reason.", what=what), msg("Say why it may wait.")
        )
    elif waiver.until < today:
        yield Finding(
            place,
            "waiver",
            msg("The waiver of {what} ran out on {day}.", what=what, day=waiver.until),
            msg("Mend what it covered and remove it, or agree on a new day."),
            "warning" if publishing else "error",
        )
    elif waiver.until > latest:
        said = msg("The waiver of {what} reaches more than {days} days ahead.", what=what, days=MAX_DAYS)
        yield Finding(place, "waiver", said, msg("Let it end by {day}.", day=latest))
    elif not used:
        yield Finding(
            place, "waiver", msg("The waiver of {what} covers nothing any more.", what=what), msg("Remove it.")
        )
