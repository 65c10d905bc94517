"""Tenures: stretches of days, most often with an end, for which something holds."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pmoascode.records.days import day_after, day_before


@dataclass(frozen=True, slots=True)
class Tenure:
    """The days from the first to the last, both inclusive; it may have no end yet."""

    first: dt.date
    last: dt.date | None = None

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)

    def __str__(self) -> str:
        if self.first == dt.date.min:
            return f"until {self.last}" if self.last else "always"
        if self.last == self.first:
            return f"on {self.first}"
        return f"from {self.first} to {self.last}" if self.last else f"from {self.first} on"

    @property
    def is_empty(self) -> bool:
        """Whether it ends before it begins, as only a mistake in the records can make it."""
        return self.last is not None and self.last < self.first

    def shared(self, other: "Tenure") -> "Tenure | None":
        """The days that belong to both."""
        ends = [end for end in (self.last, other.last) if end is not None]
        both = Tenure(max(self.first, other.first), min(ends, default=None))
        return None if both.is_empty else both

    def uncovered(self, by: Iterable["Tenure"]) -> "Tenure | None":
        """The first days that belong to none of the others."""
        return next(self.gaps(by), None)

    def gaps(self, by: Iterable["Tenure"]) -> Iterator["Tenure"]:
        """Each stretch of days that belongs to none of the others, in order."""
        day = self.first
        for other in sorted((o for o in by if not o.is_empty), key=lambda tenure: tenure.first):
            if other.first > day:
                gap = self.shared(Tenure(day, day_before(other.first)))
                if gap is None:
                    return
                yield gap
            if other.last in (None, dt.date.max):
                return
            day = max(day, day_after(other.last))
        rest = self.shared(Tenure(day))
        if rest:
            yield rest
