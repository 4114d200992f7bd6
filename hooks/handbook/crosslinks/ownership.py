"""Who looks after a page and when it is read again: what `facts/guides.yml` says, else what the roles say."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from ..model.facts import Facts, Guide, Responsibility, Role

MONTHS = 6
"""After how many months the page of a role or a responsibility is read again, as `together/calendar.md` promises."""


@dataclass(frozen=True, slots=True)
class PageOwnership:
    """The role (or outside party) that looks after a page, the interval, and when somebody last read it for that."""

    owner: str
    months: int
    reviewed: date | None = None

    def due(self, changed: date | None) -> date | None:
        """When the page is to be read again, from when it was read or else last changed; None if neither is known."""
        since = self.reviewed or changed
        return add_months(since, self.months) if since else None


def page_ownership(facts: Facts, path: str) -> PageOwnership | None:
    """How the page at a path is looked after; a line in `facts/guides.yml` goes before what the roles say.

    A role's page is its manager's, a responsibility's the accountable role's.
    """
    match facts.guides.get(path) or facts.entry(path):
        case Guide(owner=owner, review_months=months, reviewed=reviewed):
            return PageOwnership(owner, months, reviewed)
        case Role(reports_to=owner):
            return PageOwnership(owner, MONTHS)
        case Responsibility(accountables=(owner, *_)):
            return PageOwnership(owner, MONTHS)
    return None


def add_months(day: date, months: int) -> date:
    """The same day some months later; the last of the month where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
