"""Reporting periods, named as their files are: `2026-10`, `2026-w45`, `2026-q3`, `2026`."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from pmoascode.records.days import day_after, later

PERIOD_PATTERN = r"^[12][0-9]{3}(-(0[1-9]|1[0-2])|-w(0[1-9]|[1-4][0-9]|5[0-3])|-q[1-4])?$"

Form = Literal["week", "month", "quarter", "year"]

_PERIOD = re.compile(r"([12][0-9]{3})(?:-([0-9]{2})|-w([0-9]{2})|-q([1-4]))?")


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """A stretch of days with a name; it sorts by its first day."""

    first: dt.date  # first day, inclusive
    last: dt.date  # last day, inclusive
    id: str

    @classmethod
    def parse(cls, id_: str) -> "Period":
        """The month, the ISO week (ISO 8601), the quarter or the calendar year that the id names.

        Raises:
            ValueError: the id names no period, or the year has no such month or week.
        """
        match = _PERIOD.fullmatch(id_)
        if not match:
            raise ValueError(f"{id_!r} is no period such as 2026-10, 2026-w45, 2026-q3 or 2026")
        year = int(match[1])
        if match[2]:
            return cls._of_months(id_, year, int(match[2]), int(match[2]))
        if match[3]:
            return cls._of_week(id_, year, int(match[3]))
        if match[4]:
            return cls._of_months(id_, year, int(match[4]) * 3 - 2, int(match[4]) * 3)
        return cls._of_months(id_, year, 1, 12)

    @classmethod
    def _of_week(cls, id_: str, year: int, week: int) -> "Period":
        try:
            monday = dt.date.fromisocalendar(year, week, 1)
        except ValueError:
            raise ValueError(f"{id_!r} is no period: {year} has no ISO week {week}") from None
        return cls(monday, later(monday, 6), id_)

    @classmethod
    def _of_months(cls, id_: str, year: int, first: int, last: int) -> "Period":
        if not 1 <= first <= last <= 12:
            raise ValueError(f"{id_!r} is no period: a year has no month {first}")
        days = calendar.monthrange(year, last)[1]
        return cls(dt.date(year, first, 1), dt.date(year, last, days), id_)

    @classmethod
    def holding(cls, day: dt.date, form: Form) -> "Period":
        """The week, month, quarter or year that the day belongs to."""
        year, week, _ = day.isocalendar()
        match form:
            case "week":
                return cls.parse(f"{year}-w{week:02}")
            case "month":
                return cls.parse(f"{day.year}-{day.month:02}")
            case "quarter":
                return cls.parse(f"{day.year}-q{(day.month + 2) // 3}")
            case "year":
                return cls.parse(f"{day.year}")

    @property
    def form(self) -> Form:
        """What sort of period it is."""
        if len(self.id) == 4:
            return "year"
        return "week" if "w" in self.id else "quarter" if "q" in self.id else "month"

    @property
    def days(self) -> int:
        """The number of days, the first and the last included."""
        return (self.last - self.first).days + 1

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last

    def overlaps(self, other: "Period") -> bool:
        """Whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last

    def follows(self, other: "Period") -> bool:
        """Whether it starts on the day after the other ends."""
        return self.first == day_after(other.last)
