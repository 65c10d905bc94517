"""The governance calendar: months with their days, and what happens on each."""

import calendar as calendars
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pmoascode.views.calendar import Event

BEFORE, AFTER = 1, 6  # months before and after the present one


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a month's sheet."""

    date: dt.date
    events: tuple[Event, ...]
    is_today: bool


@dataclass(frozen=True, slots=True)
class Month:
    """One month as weeks of seven days, Monday first; None for days of other months."""

    first: dt.date
    weeks: tuple[tuple[Day | None, ...], ...]
    events: tuple[Event, ...]

    @property
    def told(self) -> tuple[tuple[Event, ...], ...]:
        """The events one by one; reports due on one day together."""
        found: list[list[Event]] = []
        for event in sorted(self.events, key=lambda e: (e.day, e.kind == "report")):
            last = found[-1][0] if found else None
            if event.kind == "report" and last and (last.kind, last.day) == ("report", event.day):
                found[-1].append(event)
            else:
                found.append([event])
        return tuple(map(tuple, found))

    @property
    def is_empty(self) -> bool:
        """Whether nothing happens in it."""
        return not self.events


def months(found: Sequence[Event], today: dt.date) -> tuple[Month, ...]:
    """The months around the day."""
    by_day: dict[dt.date, list[Event]] = {}
    for event in found:
        by_day.setdefault(event.day, []).append(event)
    return tuple(_month(first, by_day, today) for first in _firsts(today))


def later(found: Sequence[Event], today: dt.date) -> tuple[Event, ...]:
    """What happens after the last of the months."""
    *_, last = _firsts(today)
    end = last + dt.timedelta(days=calendars.monthrange(last.year, last.month)[1] - 1)
    return tuple(event for event in found if event.day > end)


def _firsts(today: dt.date) -> Iterator[dt.date]:
    for number in range(-BEFORE, AFTER + 1):
        months_on = today.year * 12 + today.month - 1 + number
        yield dt.date(months_on // 12, months_on % 12 + 1, 1)


def _month(first: dt.date, by_day: dict[dt.date, list[Event]], today: dt.date) -> Month:
    weeks = tuple(
        tuple(
            Day(first.replace(day=number), tuple(by_day.get(first.replace(day=number), ())),
                first.replace(day=number) == today)
            if number
            else None
            for number in week
        )
        for week in calendars.Calendar().monthdayscalendar(first.year, first.month)
    )  # fmt: skip
    events = tuple(event for week in weeks for day in week if day for event in day.events)
    return Month(first, weeks, events)
