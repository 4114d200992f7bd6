"""When meetings and deadlines come round: in words, in order, and as the rule that calendars read."""

from datetime import date, datetime
from itertools import islice

import pytest
from dateutil.rrule import rrulestr

from handbook.languages.phrase import Phrase
from handbook.model.facts import Meeting
from handbook.model.recurrence import WORKING_WEEK, Recurrence
from handbook.pages.parts.meetings import when

WEEKLY = Recurrence(every="weekly", weekdays=("monday", "thursday"))
DAILY = Recurrence(every="weekly", weekdays=WORKING_WEEK, time="09:30")
SECOND_WEDNESDAY = Recurrence(every="monthly", weekdays=("wednesday",), week=2)
LAST_FRIDAY = Recurrence(every="monthly", weekdays=("friday",), week="last")
MIDDLE = Recurrence(every="monthly", day=15)
SECOND_WORKING_DAY = Recurrence(every="monthly", working_day=2)
LAST_WORKING_DAY = Recurrence(every="quarterly", months=(3,), working_day="last")
SPRING_AND_AUTUMN = Recurrence(every="yearly", months=(3, 9), weekdays=("tuesday",), week=1)


def meeting(rule: Recurrence, deadline: bool = False) -> Meeting:
    return Meeting(id="x", kind="deadline" if deadline else "meeting", name=Phrase(), when=rule, leads="seller")


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        (WEEKLY, ["2027-01-04", "2027-01-07", "2027-01-11"]),
        (DAILY, ["2027-01-01", "2027-01-04", "2027-01-05"]),
        (SECOND_WEDNESDAY, ["2027-01-13", "2027-02-10", "2027-03-10"]),
        (LAST_FRIDAY, ["2027-01-29", "2027-02-26", "2027-03-26"]),
        (MIDDLE, ["2027-01-15", "2027-02-15", "2027-03-15"]),
        (SECOND_WORKING_DAY, ["2027-01-04", "2027-02-02", "2027-03-02"]),
        (LAST_WORKING_DAY, ["2027-03-31", "2027-06-30", "2027-09-30"]),
        (SPRING_AND_AUTUMN, ["2027-03-02", "2027-09-07", "2028-03-07"]),
    ],
    ids=lambda value: value.rrule if isinstance(value, Recurrence) else "",
)
def test_a_calendar_reads_the_rule_as_the_same_days(rule: Recurrence, days: list[str]) -> None:
    found = rrulestr(rule.rrule, dtstart=datetime(2027, 1, 1))
    assert [day.date() for day in islice(found, 3)] == [date.fromisoformat(day) for day in days]


@pytest.mark.parametrize(
    ("rule", "english", "serbian"),
    [
        (WEEKLY, "on Mondays and Thursdays", "понедељком и четвртком"),
        (DAILY, "every working day at 09:30", "сваког радног дана у 09:30"),
        (SECOND_WEDNESDAY, "on the second Wednesday of the month", "друге среде у месецу"),
        (LAST_FRIDAY, "on the last Friday of the month", "последњег петка у месецу"),
        (MIDDLE, "on day 15 of the month", "15. дана у месецу"),
        (
            LAST_WORKING_DAY,
            "on the last working day of the third month of each quarter",
            "последњег радног дана трећег месеца сваког квартала",
        ),
        (SPRING_AND_AUTUMN, "on the first Tuesday of March and September", "првог уторка у марту и септембру"),
    ],
)
def test_a_rule_in_words(rule: Recurrence, english: str, serbian: str) -> None:
    words = when(meeting(rule))
    assert (words.in_language("en"), words.in_language("sr")) == (english, serbian)


def test_a_deadline_in_a_month_is_the_last_day() -> None:
    words = when(meeting(SECOND_WORKING_DAY, deadline=True))
    assert words.in_language("en") == "by the second working day of the month"
    assert words.in_language("sr") == "до другог радног дана у месецу"


def test_rules_are_in_the_order_of_the_calendar() -> None:
    in_order = [
        WEEKLY,
        Recurrence(every="weekly", weekdays=("friday",)),
        SECOND_WORKING_DAY,
        SECOND_WEDNESDAY,
        MIDDLE,
        LAST_FRIDAY,
        LAST_WORKING_DAY,
        SPRING_AND_AUTUMN,
    ]
    shuffled = in_order[3:] + in_order[:3]
    assert sorted(shuffled, key=lambda rule: rule.order) == in_order
