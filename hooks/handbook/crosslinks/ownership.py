"""The owner of a page and the day of its next review, from `facts/guides.yml` or from the roles."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from ..model.fact_tables import Facts
from ..model.facts import Guide, Responsibility, Role

REVIEW_MONTHS = 6
"""The review interval of pages of roles and responsibilities, as `together/calendar.md` says."""


@dataclass(frozen=True, slots=True)
class PageOwnership:
    """The owner of a page (a role or an outside party), its review interval in months, and the last review."""

    owner: str
    months: int
    reviewed: date | None = None

    def due(self, changed: date | None) -> date | None:
        """Return the day of the next review, from the last review or else the last change; None if neither is known."""
        start = self.reviewed or changed
        return add_months(start, self.months) if start else None


def page_ownership(facts: Facts, path: str) -> PageOwnership | None:
    """Return the ownership of a page, None for a page without an owner; `facts/guides.yml` comes first.

    Otherwise the page of a role belongs to its manager, that of a responsibility to the accountable role.
    """
    match facts.guides.get(path) or facts.entry(path):
        case Guide(owner=owner, review_months=months, reviewed=reviewed):
            return PageOwnership(owner, months, reviewed)
        case Role(reports_to=owner):
            return PageOwnership(owner, REVIEW_MONTHS)
        case Responsibility(accountables=(owner, *_)):
            return PageOwnership(owner, REVIEW_MONTHS)
    return None


def add_months(day: date, months: int) -> date:
    """Return the same day some months later, or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
