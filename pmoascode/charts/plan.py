"""What a roadmap shows: programmes, their projects, phases and milestones."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

Rating = Literal["green", "amber-green", "amber", "amber-red", "red", "grey", "blue"]
WORST_FIRST: tuple[Rating, ...] = (
    "red", "amber-red", "amber", "amber-green", "green", "blue", "grey",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """A phase of a project."""

    title: str
    from_: date  # first day, inclusive
    until: date  # last day, inclusive
    state: Literal["done", "current", "planned"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A milestone or a gate, with the dates known of it."""

    title: str
    kind: Literal["milestone", "gate"]
    baseline: date | None = None
    forecast: date | None = None
    actual: date | None = None

    @property
    def on(self) -> date | None:
        """The day it stands on: actual, else forecast, else baseline."""
        return self.actual or self.forecast or self.baseline


@dataclass(frozen=True, slots=True)
class Row:
    """One project."""

    title: str
    href: str = ""  # empty for no link
    rating: Rating = "grey"
    start: date | None = None
    finish: date | None = None  # forecast, or actual where it is over
    baseline_finish: date | None = None
    phases: tuple[Span, ...] = ()
    milestones: tuple[Mark, ...] = ()

    @property
    def extent(self) -> tuple[date, date] | None:
        """From start to finish, where missing ends are taken from the phases."""
        start = self.start or min((phase.from_ for phase in self.phases), default=None)
        finish = self.finish or max((phase.until for phase in self.phases), default=None)
        if start is None or finish is None:
            return None
        return min(start, finish), max(start, finish)

    @property
    def days(self) -> Iterator[date]:
        """Every date of the project that is known."""
        found = [self.start, self.finish, self.baseline_finish]
        for phase in self.phases:
            found += [phase.from_, phase.until]
        for mark in self.milestones:
            found += [mark.baseline, mark.forecast, mark.actual]
        return (when for when in found if when)


@dataclass(frozen=True, slots=True)
class Group:
    """One programme: a swim lane."""

    title: str
    href: str = ""
    rows: tuple[Row, ...] = ()
