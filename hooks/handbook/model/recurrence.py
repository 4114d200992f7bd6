"""When a meeting or a deadline comes round: precise enough for a calendar, which reads it as an RFC 5545 rule."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from annotated_types import Ge, Le

from ..languages.phrase import STRICT

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

Every = Literal["weekly", "monthly", "quarterly", "yearly"]
EVERY: tuple[Every, ...] = ("weekly", "monthly", "quarterly", "yearly")
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[Weekday, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WORKING_WEEK = WEEKDAYS[:5]
Week = Literal[1, 2, 3, 4, "last"]
WorkingDay = Literal[1, 2, 3, 4, 5, "last"]
MONTHS_OF_QUARTER = 3


class Clock:
    """A time of day as `09:30`, in the time zone of the firm."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import core_schema

        return core_schema.str_schema(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """How often, and on which day.

    Weekly on `weekdays`; otherwise in one of three forms: on `weekdays` of a `week` (the second Wednesday of the
    month is `week: 2`), on a `day` of the month, or on its first to fifth or last `working_day`. `months` are those of
    the year, or with quarterly the one of the quarter (1 to 3).
    """

    __pydantic_config__: ClassVar[Any] = STRICT
    every: Every
    weekdays: tuple[Weekday, ...] = ()
    week: Week | None = None
    day: Annotated[int, Ge(1), Le(28)] | None = None
    working_day: WorkingDay | None = None
    months: tuple[Annotated[int, Ge(1), Le(12)], ...] = ()
    time: Annotated[str, Clock] | None = None

    @property
    def order(self) -> tuple[int, ...]:
        """Return the sort key: weekly first, then by the month and the day."""
        weekday = min(map(WEEKDAYS.index, self.weekdays), default=0)
        week = _number(self.week or 1, last=5) - 1
        day = self.day or _number(self.working_day or 0, last=31) or week * 7 + weekday + 1
        return EVERY.index(self.every), min(self.months, default=0), day

    @property
    def rrule(self) -> str:
        """Return the rule as RFC 5545 writes it, such as `FREQ=MONTHLY;BYDAY=2WE`."""
        return ";".join(f"{key}={value}" for key, value in self._rule_parts())

    def _rule_parts(self) -> Iterator[tuple[str, str]]:
        yield "FREQ", "WEEKLY" if self.every == "weekly" else "MONTHLY"  # with BYMONTH, so that BYSETPOS counts days
        if self.every == "quarterly":
            yield "BYMONTH", ",".join(str(month + 3 * quarter) for quarter in range(4) for month in self.months)
        elif self.months:
            yield "BYMONTH", ",".join(map(str, self.months))
        if self.day:
            yield "BYMONTHDAY", str(self.day)
            return
        number = str(_number(self.week, last=-1)) if self.week else ""
        days = WORKING_WEEK if self.working_day else self.weekdays
        yield "BYDAY", ",".join(f"{number}{day[:2].upper()}" for day in days)
        if self.working_day:
            yield "BYSETPOS", str(_number(self.working_day, last=-1))


def _number(value: int | str, last: int) -> int:
    return last if isinstance(value, str) else value
