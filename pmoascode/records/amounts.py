"""Amounts written with their unit: durations such as `14 days`, shares such as `80 %`."""

import calendar
import datetime as dt
import re
from decimal import Decimal
from functools import total_ordering

from pmoascode.records.days import later

DURATION_PATTERN = r"^[0-9]{1,4} (day|days|week|weeks|month|months|year|years)$"
PERCENT_PATTERN = r"^[0-9]{1,4}(\.[0-9]{1,2})? ?%$"

_DURATION = re.compile(r"([0-9]{1,4}) (day|week|month|year)s?")
_PERCENT = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,2})?) ?%")
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.436875, "year": 365.2425}


@total_ordering
class Duration:
    """A length of time in calendar units; months and years keep the day of the month."""

    __slots__ = ("number", "unit")

    def __init__(self, number: int, unit: str) -> None:
        self.number = number  # 0 or more
        self.unit = unit  # day, week, month or year

    @classmethod
    def parse(cls, text: str) -> "Duration":
        """The duration that the text says, as in `14 days`.

        Raises:
            ValueError: the text is no duration.
        """
        match = _DURATION.fullmatch(text)
        if not match:
            raise ValueError(f"{text!r} is no duration such as 14 days, 2 weeks or 1 month")
        return cls(int(match[1]), match[2])

    @property
    def days(self) -> float:
        """The length in days, a month counted as a twelfth of 365.2425 days."""
        return self.number * _DAYS[self.unit]

    def after(self, day: dt.date) -> dt.date:
        """The date this long after the day; the last of a month that has no such day."""
        return self._from(day, 1)

    def before(self, day: dt.date) -> dt.date:
        """The date that lies this long before the day."""
        return self._from(day, -1)

    def _from(self, day: dt.date, sign: int) -> dt.date:
        if self.unit in ("day", "week"):
            return later(day, sign * int(self.days))
        months = (
            day.year * 12 + day.month - 1 + sign * self.number * (12 if self.unit == "year" else 1)
        )
        year, month = divmod(months, 12)
        if not dt.MINYEAR <= year <= dt.MAXYEAR:
            return dt.date.max if sign > 0 else dt.date.min
        last = calendar.monthrange(year, month + 1)[1]
        return dt.date(year, month + 1, min(day.day, last))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Duration) and self.days == other.days

    def __hash__(self) -> int:
        return hash(self.days)

    def __lt__(self, other: "Duration") -> bool:
        return self.days < other.days

    def __repr__(self) -> str:
        return f"Duration({self.number}, {self.unit!r})"

    def __str__(self) -> str:
        return f"{self.number} {self.unit}{'' if self.number == 1 else 's'}"


@total_ordering
class Percent:
    """A percentage, kept exactly as it was written."""

    __slots__ = ("number",)

    def __init__(self, number: Decimal) -> None:
        self.number = number  # 80 for 80 %

    @classmethod
    def parse(cls, text: str) -> "Percent":
        """The percentage that the text says, as in `80 %`.

        Raises:
            ValueError: the text is no percentage.
        """
        match = _PERCENT.fullmatch(text)
        if not match:
            raise ValueError(f"{text!r} is no percentage such as 80 %")
        return cls(Decimal(match[1]))

    def of(self, amount: Decimal) -> Decimal:
        """This share of the amount."""
        return amount * self.number / 100

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Percent) and self.number == other.number

    def __hash__(self) -> int:
        return hash(self.number)

    def __lt__(self, other: "Percent") -> bool:
        return self.number < other.number

    def __repr__(self) -> str:
        return f"Percent({self.number})"

    def __str__(self) -> str:
        return f"{self.number} %"
