"""Rules about meetings and deadlines: the day is exact, a name stands for one, and nobody is named twice."""

from collections.abc import Iterator
from types import MappingProxyType

from ...languages.messages import Message, msg
from ...model.finding import Finding
from ...model.handbook import Handbook
from ...model.recurrence import MONTHS_OF_QUARTER, Every, Recurrence
from .alike import alike

KEYS = ("weekdays", "week", "day", "working_day", "months")
MONTHLY = (("weekdays", "week"), ("day",), ("working_day",))
WITH_MONTHS = tuple((*keys, "months") for keys in MONTHLY)
FORMS: MappingProxyType[Every, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {"weekly": (("weekdays",),), "monthly": MONTHLY, "quarterly": WITH_MONTHS, "yearly": WITH_MONTHS}
)
"""The keys that together name a day, for each frequency."""


def recurrence(handbook: Handbook) -> Iterator[Finding]:
    """The keys of `when` name exactly one day of each week, month, quarter or year.

    Bad: `{every: monthly, weekdays: [friday]}`. Good: `{every: monthly, weekdays: [friday], week: last}`.
    """
    for meeting in handbook.facts.meetings.values():
        if fault := _fault(meeting.when):
            key, message, advice = fault
            place = handbook.facts.place("meetings", meeting.id, "when", key)
            draft = handbook.facts.is_draft_entry("meetings", meeting.id)
            yield Finding(place, "recurrence", message, advice).as_todo_if(draft)


def _fault(when: Recurrence) -> tuple[str, Message, Message] | None:
    """Returns the key that does not fit, what is wrong with it, and the advice; None if all keys fit."""
    used = tuple(key for key in KEYS if getattr(when, key))
    if used not in FORMS[when.every]:
        message = msg("This does not name a day: {keys}.", keys=(f"every: {when.every}", *used))
        forms = tuple(" + ".join(keys) for keys in FORMS[when.every])
        return "every", message, msg("Beside “every”, use {forms:or}.", forms=forms)
    if when.every == "quarterly" and (len(when.months) > 1 or when.months[0] > MONTHS_OF_QUARTER):
        message = msg("With “quarterly”, “months” is the month of the quarter.")
        return "months", message, msg("Write one number from 1 to 3.")
    return None


def same_meeting(handbook: Handbook) -> Iterator[Finding]:
    """A name stands for one meeting: two entries with the same name could be on different days.

    Bad: `en: Weekly meeting` under two ids. Good: one entry, or names that say which is which.
    """
    advice = msg("Keep one of the two, or say in the names how they differ.")
    for id_, first, place, related in alike(handbook, "meetings", "name"):
        message = msg("“{id}” has the same name as “{first}”.", id=id_, first=first)
        yield Finding(place, "same-meeting", message, advice, related=related)


def leads_and_attends(handbook: Handbook) -> Iterator[Finding]:
    """The role that leads a meeting is not listed again as one that attends it.

    Bad: `leads: seller` with `attends: [seller, buyer]`. Good: `leads: seller` with `attends: [buyer]`.
    """
    for meeting in handbook.facts.meetings.values():
        if meeting.leads in meeting.attends:
            message = msg("“{role}” leads “{id}” and is also under “attends”.", role=meeting.leads, id=meeting.id)
            place = handbook.facts.place("meetings", meeting.id, "attends", meeting.attends.index(meeting.leads))
            yield Finding(place, "leads-and-attends", message, msg("Remove it from “attends”."))
